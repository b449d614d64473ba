import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type ReportKind } from '#libs/contracts/vocabulary.js';
import { type ConsistencyProblem } from './consistency-problem.js';
import { followUpProblems } from './follow-up-consistency.domain.js';

/** Lists that a report of the kind must not have; a follow-up can become known on a day without controls. */
const NOT_FOR_KIND: Readonly<Record<ReportKind, readonly ('lines' | 'cases' | 'counters' | 'followUps')[]>> =
  {
    report: [],
    nil: ['lines', 'cases', 'counters'],
    void: ['lines', 'cases', 'counters', 'followUps'],
    follow_up: ['lines', 'cases', 'counters'],
  };

const present = (list: readonly unknown[] | undefined): boolean => (list?.length ?? 0) > 0;

function kindProblems(content: DailyReportContent): ConsistencyProblem[] {
  const problems: ConsistencyProblem[] = [];
  if (content.kind === 'nil' && content.nilReason === undefined)
    problems.push({ path: 'nilReason', code: 'required-for-nil' });
  if (content.kind !== 'nil' && content.nilReason !== undefined)
    problems.push({ path: 'nilReason', code: 'only-for-nil' });
  const { kind } = content;
  for (const path of NOT_FOR_KIND[kind])
    if (present(content[path])) problems.push({ path, code: 'not-for-kind', params: { kind } });
  if (kind === 'follow_up' && !present(content.followUps))
    problems.push({ path: 'followUps', code: 'required-for-kind', params: { kind } });
  return problems;
}

function repeated(values: readonly string[], path: (index: number) => string): ConsistencyProblem[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    const isRepeated = seen.has(value);
    seen.add(value);
    return isRepeated ? [{ path: path(index), code: 'repeated', params: { value } }] : [];
  });
}

/**
 * What cannot be understood although every single field is well formed: a nil report without a reason, a nil report
 * with lines, two lines, cases or follow-ups with one id, counters of one kind and regime twice, a follow-up that says
 * nothing for its kind.
 */
export function consistencyProblems(content: DailyReportContent): ConsistencyProblem[] {
  return [
    ...kindProblems(content),
    ...repeated(
      (content.lines ?? []).map((line) => line.lineId),
      (index) => `lines[${index}].lineId`,
    ),
    ...repeated(
      (content.cases ?? []).map((entry) => entry.caseId),
      (index) => `cases[${index}].caseId`,
    ),
    ...repeated(
      (content.followUps ?? []).map((followUp) => followUp.followUpId),
      (index) => `followUps[${index}].followUpId`,
    ),
    ...(content.followUps ?? []).flatMap((followUp, index) =>
      followUpProblems(followUp, `followUps[${index}]`),
    ),
    ...repeated(
      (content.counters ?? []).map((entry) => `${entry.transportKind} ${entry.regime}`),
      (index) => `counters[${index}]`,
    ),
  ];
}
