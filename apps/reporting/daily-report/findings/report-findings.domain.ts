import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { FINDING_SEVERITIES, type Finding } from '#libs/contracts/finding.dto.js';
import { repeatedNumbers } from './check-identifiers.domain.js';
import { CHECKS, NATIONAL_FINDINGS } from './checks.js';
import { type Check, type CheckContext, type ReportCircumstances } from './finding-check.js';
import { type ReportReference } from './report-reference.js';

/** Findings kept of one report at most: as many as the event of a forwarded revision takes. */
export const MAX_FINDINGS = 20_000;

/**
 * What is odd in a report, in the order of its lines, then cases, follow-ups, counters and the report as a whole. Findings
 * are kept beside the report and refuse nothing: odd data is evidence.
 */
export function findingsOf(
  content: DailyReportContent,
  reference: ReportReference,
  circumstances: ReportCircumstances = {},
): Finding[] {
  const { lines = [], cases = [], followUps = [], counters = [] } = content;
  const context = { ...circumstances, content, reference, repeated: repeatedNumbers(lines) };
  const run = <T>(checks: readonly Check<T>[], record: T, path: string): Finding[] =>
    checks.flatMap((check) => check(record, path, context));
  return mostSevere([
    ...lines.flatMap((line, index) => lineFindings(line, `lines[${index}]`, context)),
    ...cases.flatMap((entry, index) => run(CHECKS.case, entry, `cases[${index}]`)),
    ...followUps.flatMap((followUp, index) => run(CHECKS.followUp, followUp, `followUps[${index}]`)),
    ...counters.flatMap((entry, index) => run(CHECKS.counter, entry, `counters[${index}]`)),
    ...run(CHECKS.report, content, ''),
  ]);
}

/** The findings that leave the country with the forwarded content: of that content alone, whatever was left out of it. */
export function forwardedFindings(
  forwarded: DailyReportContent,
  reference: ReportReference,
  { plan, unit }: Pick<ReportCircumstances, 'plan' | 'unit'>,
): Finding[] {
  const findings = findingsOf(forwarded, reference, { ...(plan && { plan }), ...(unit && { unit }) });
  return findings.filter(({ code }) => !NATIONAL_FINDINGS.has(code));
}

function lineFindings(line: ControlLine, path: string, context: CheckContext): Finding[] {
  const run = <T>(checks: readonly Check<T>[], record: T, at: string): Finding[] =>
    checks.flatMap((check) => check(record, at, context));
  return [
    ...run(CHECKS.number, line, path),
    ...line.goods.flatMap((goods, index) => run(CHECKS.goods, goods, `${path}.goods[${index}]`)),
    ...(line.found ?? []).flatMap((one, index) => run(CHECKS.found, one, `${path}.found[${index}]`)),
    ...run(CHECKS.line, line, path),
  ];
}

/** Where there are too many, information gives way to questions, and questions to warnings; the order stays. */
function mostSevere(findings: readonly Finding[]): Finding[] {
  let room = MAX_FINDINGS;
  const kept = new Set<Finding>();
  for (const severity of [...FINDING_SEVERITIES].reverse())
    for (const finding of findings)
      if (finding.severity === severity && room > 0) {
        kept.add(finding);
        room--;
      }
  return findings.filter((finding) => kept.has(finding));
}
