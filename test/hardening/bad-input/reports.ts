import { aLine, aSubmission } from '../../../apps/reporting/testing/a-submission.js';
import { type Request, REPORTS } from '../bed/hardening-bed.js';
import { type BadInput } from './bad-input.js';

/** Everything that a submission is checked for, and nothing stored. */
export const CHECK = `${REPORTS}?dryRun=true`;

/** The day after that of the stored reports, and an instant on it. */
const DAY = { operationDay: '2017-09-06', preparedAt: '2017-09-06T14:30:00+05:00' };
export const LATER = '2017-09-06T10:00:00.000Z';

export const aReport = (more: object = {}): object => ({ ...aSubmission(DAY), ...more });

/** A report of one line with these fields. */
export const withLine = (more: object): object => aReport({ lines: [aLine(more)] });

/** A report whose only good weighs so much. */
export const weighing = (amount: unknown, unit: unknown = 'kg'): object =>
  withLine({ goods: [{ declaredText: 'acetone', net: { amount, unit } }] });

/** A good report, as text, in which a piece is another. */
export function altered(from: string | RegExp, to: string): string {
  const text = JSON.stringify(aReport());
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${String(from)} is not in the report`);
  return changed;
}

type Row = readonly [
  number: number,
  what: string,
  body: object | string | Buffer,
  answer: string,
  tells?: string | RegExp,
];

/** Cases that are a body for the check of a report. */
export function reportCases(rows: readonly Row[], more: Partial<BadInput & Request> = {}): BadInput[] {
  return rows.map(([number, what, body, answer, tells]) => ({
    number,
    what,
    answer,
    ...(tells !== undefined && { tells }),
    ...more,
    send: (bed) => bed.send({ path: CHECK, at: LATER, body, language: 'ru' }),
  }));
}
