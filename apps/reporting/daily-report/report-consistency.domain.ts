import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';

/** A field that does not fit the rest of the report; the words stand in the field catalogue under the code. */
export interface ConsistencyProblem {
  readonly path: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string>>;
}

const present = (list: readonly unknown[] | undefined): boolean => (list?.length ?? 0) > 0;

function kindProblems(content: DailyReportContent): ConsistencyProblem[] {
  const problems: ConsistencyProblem[] = [];
  if (content.kind === 'nil' && content.nilReason === undefined)
    problems.push({ path: 'nilReason', code: 'required-for-nil' });
  if (content.kind !== 'nil' && content.nilReason !== undefined)
    problems.push({ path: 'nilReason', code: 'only-for-nil' });
  if (content.kind === 'report') return problems;
  for (const path of ['lines', 'cases', 'counters'] as const)
    if (present(content[path])) problems.push({ path, code: 'not-for-kind', params: { kind: content.kind } });
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
 * with lines, two lines or cases with one id, counters of one kind and regime twice.
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
      (content.counters ?? []).map((entry) => `${entry.transportKind} ${entry.regime}`),
      (index) => `counters[${index}]`,
    ),
  ];
}
