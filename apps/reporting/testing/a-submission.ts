import { randomUUID } from 'node:crypto';
import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type DailyReportSubmission } from '#libs/contracts/daily-report/daily-report-submission.dto.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';

const text = { en: 'Text', ru: 'Текст' };

/** Units in three zones; the cut-off of 5 September is 6 September 10:00 in Almaty = 04:00 UTC. */
export const PLAN: OperationPlan = {
  code: 'tiny',
  name: text,
  firstDay: '2017-09-05',
  lastDay: '2017-09-07',
  coordinationTimeZone: 'Asia/Almaty',
  dayStartsAt: '00:00',
  cutOff: '10:00',
  graceMinutes: 60,
  marking: text,
  contact: text,
  scope: text,
  countries: [
    { code: 'UZ', sharing: 'full' },
    { code: 'AF', sharing: 'full' },
  ],
  units: [
    { id: 'UZ-CHU', country: 'UZ', name: text, timeZone: 'Asia/Tashkent', transportKinds: ['container'] },
    { id: 'UZ-ANG', country: 'UZ', name: text, timeZone: 'Asia/Tashkent', transportKinds: ['container'] },
    { id: 'AF-KBL', country: 'AF', name: text, timeZone: 'Asia/Kabul', transportKinds: ['container'] },
  ],
};

export const aLine = (more: Partial<ControlLine> = {}): ControlLine => ({
  lineId: 'l1',
  transportKind: 'container',
  number: 'CSQU3054383',
  regime: 'transit',
  goods: [{ declaredText: 'acetone', chemical: 'acetone', net: { amount: '20063.10', unit: 'kg' } }],
  destination: 'AF',
  outcome: 'released',
  ...more,
});

/** A submission with an id of its own and one line. */
export const aSubmission = (
  more: Partial<DailyReportSubmission> = {},
): DailyReportSubmission & { lines: ControlLine[] } => ({
  submissionId: randomUUID(),
  operationDay: '2017-09-05',
  kind: 'report',
  preparedAt: '2017-09-05T18:30:00+05:00',
  ...more,
  lines: more.lines ?? [aLine()],
});
