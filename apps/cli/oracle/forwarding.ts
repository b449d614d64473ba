import { type Change, type Happening } from './happening.js';
import { type OracleFollowUp, type OracleReport, type OracleSubmission } from './oracle.types.js';

const isWithheld = (record: { handling?: string }): boolean => record.handling === 'withheld';

/**
 * What leaves the country of a report, as far as it is counted: no withheld record, and nothing that would show one. Free
 * texts and numbers that name a withheld line are not followed.
 */
export function forwardedReport(report: OracleSubmission, ofUnit: readonly Happening[]): OracleReport {
  const content: Record<string, unknown> = { ...report };
  for (const aboutTheRevision of ['submissionId', 'basedOn', 'reason', 'reasonText', 'change'])
    delete content[aboutTheRevision];
  const { lines, cases, counters, followUps } = report;
  const hidden = [report, ...elsewhere(report.operationDay, ofUnit)];
  return withoutEmptyLists({
    ...(content as unknown as OracleReport),
    ...(counters && { counters: countersOf(report) }),
    ...(lines && { lines: lines.filter((line) => !isWithheld(line)).map(withoutAuthor) }),
    ...(cases && {
      cases: cases.filter((one) => !isWithheld(one)).map((one) => withoutLines(one, report)),
    }),
    ...(followUps && {
      followUps: followUps.filter((one) => !isWithheld(one) && !isAboutWithheld(one, hidden)),
    }),
  });
}

/** An empty list says nothing; one that was emptied does not show either. */
function withoutEmptyLists<T extends object>(record: T): T {
  const said = Object.entries(record).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  return Object.fromEntries(said) as T;
}

/** Who entered a line is nobody's business abroad. */
function withoutAuthor<T extends object>(line: T): T {
  const copy: T & { author?: unknown } = { ...line };
  delete copy.author;
  return copy;
}

function withoutLines<T extends object>(entry: T, { lines = [] }: OracleReport): T {
  const { lineIds } = entry as { lineIds?: readonly string[] };
  const hidden = lines.filter(isWithheld).map(({ lineId }) => lineId);
  return lineIds
    ? withoutEmptyLists({ ...entry, lineIds: lineIds.filter((id) => !hidden.includes(id)) })
    : entry;
}

/** No counter of a kind and regime with a withheld line; none of cases beside a withheld case. */
function countersOf({
  counters = [],
  lines = [],
  cases = [],
}: OracleReport): readonly Readonly<Record<string, unknown>>[] {
  const hidden = lines.filter(isWithheld);
  const shown = counters.filter(
    (entry) =>
      !hidden.some(
        (line) => line.transportKind === entry['transportKind'] && line.regime === entry['regime'],
      ),
  );
  if (!cases.some(isWithheld)) return shown;
  return shown.map(({ withDiscrepancy: _one, detained: _two, seized: _three, ...rest }) => rest);
}

/** Of every other day of the unit the newest revision and the newest forwarded one. */
function elsewhere(day: string, ofUnit: readonly Happening[]): OracleReport[] {
  const days = new Set(ofUnit.map((one) => one.day));
  days.delete(day);
  return [...days].flatMap((other) => {
    const own = ofUnit.filter((one) => one.day === other);
    const newest = own.findLast(({ what }) => what === 'submitted');
    const forwarded = own.findLast(({ what }) => what === 'forwarded');
    return [newest, forwarded].flatMap((one) => one?.report ?? []);
  });
}

function isAboutWithheld(followUp: OracleFollowUp, reports: readonly OracleReport[]): boolean {
  return reports.some(({ operationDay, lines = [], cases = [] }) => {
    const isOfDay = followUp.lineDay === operationDay;
    const line = isOfDay && lines.some((one) => isWithheld(one) && one.lineId === followUp.lineId);
    return line || cases.some((one) => isWithheld(one) && one.caseId === followUp.caseId);
  });
}

/** Whether two reports tell the same; when they were prepared is set aside. */
export const isSame = (left: OracleReport, right: OracleReport): boolean =>
  plain({ ...left, preparedAt: undefined }) === plain({ ...right, preparedAt: undefined });

/** JSON with the names in order. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plain).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, one]) => one !== undefined);
  const texts = fields.map(([name, one]) => `${JSON.stringify(name)}:${plain(one)}`);
  return `{${texts.sort().join()}}`;
}

/**
 * How a further forwarding changes what was told before.
 * @param earlier the forwarded reports of the unit-day before it, as they were sent.
 */
export function changeOf(
  report: OracleSubmission,
  told: OracleReport,
  newest: OracleReport,
  earlier: readonly OracleReport[],
): Change {
  if (report.change !== 'supplement') return 'correction';
  const wasWithheld = earlier.flatMap((one) => records(one, isWithheld));
  const before = records(newest);
  const isLifted = records(told).some((id) => !before.includes(id) && wasWithheld.includes(id));
  return isLifted ? 'reported_later' : 'supplement';
}

/** Names of the records of a report. */
function records(
  { lines = [], cases = [], followUps = [] }: OracleReport,
  isMeant: (record: { handling?: string }) => boolean = () => true,
): string[] {
  return [
    ...lines.filter(isMeant).map(({ lineId }) => `line ${lineId}`),
    ...cases.filter(isMeant).map(({ caseId }) => `case ${caseId}`),
    ...followUps.filter(isMeant).map(({ followUpId }) => `follow-up ${followUpId}`),
  ];
}
