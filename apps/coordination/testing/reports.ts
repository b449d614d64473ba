import { type CaseEntry } from '#libs/contracts/daily-report/case-entry.dto.js';
import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type Finding } from '#libs/contracts/finding.dto.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type ForwardedRevision } from '../consolidation/basis.domain.js';
import { tallyReport } from '../consolidation/report-tally.domain.js';

/** Two countries, three units, three days; the cut-off of 5 September is 6 September 10:00 in Almaty = 04:00 UTC. */
export const PLAN: OperationPlan = {
  code: 'tiny',
  name: { en: 'Tiny', ru: 'Малая' },
  firstDay: '2017-09-05',
  lastDay: '2017-09-07',
  coordinationTimeZone: 'Asia/Almaty',
  dayStartsAt: '00:00',
  cutOff: '10:00',
  graceMinutes: 60,
  marking: { en: 'For use', ru: 'Для служебного пользования' },
  contact: { en: 'Duty officer', ru: 'Дежурный' },
  scope: { en: 'Chemicals', ru: 'Химические вещества' },
  countries: [
    { code: 'UZ', sharing: 'full' },
    { code: 'AF', sharing: 'full' },
  ],
  units: [
    unitOf('UZ-CHU', 'Asia/Tashkent'),
    unitOf('UZ-ANG', 'Asia/Tashkent'),
    { ...unitOf('AF-KBL', 'Asia/Kabul'), closedDays: ['2017-09-06'] },
  ],
};

function unitOf(id: string, timeZone: string): OperationPlan['units'][number] {
  const name = { en: id, ru: id };
  return { id, country: id.slice(0, 2), name, timeZone, transportKinds: ['container', 'truck'] };
}

export const D5 = '2017-09-05';
export const D6 = '2017-09-06';
export const D7 = '2017-09-07';

let lineCount = 0;

/** A line with an id of its own. */
export function line(more: Partial<ControlLine> = {}): ControlLine {
  lineCount += 1;
  return {
    lineId: `l${lineCount}`,
    transportKind: 'container',
    number: `TCNU ${lineCount}`,
    regime: 'transit',
    goods: [{ declaredText: 'soap' }],
    destination: 'AF',
    outcome: 'released',
    ...more,
  };
}

export const lines = (count: number, more: Partial<ControlLine> = {}): ControlLine[] =>
  Array.from({ length: count }, () => line(more));

export function seizure(caseId: string, more: Partial<CaseEntry> = {}): CaseEntry {
  const certainty = 'presumptive' as const;
  return { caseId, kind: 'seizure', substance: 'acetone', certainty, detectedBy: 'UZ', ...more };
}

export function report(operationDay: string, more: Partial<DailyReportContent> = {}): DailyReportContent {
  return { operationDay, kind: 'report', preparedAt: `${operationDay}T18:30:00+05:00`, ...more };
}

type Forwarding = Partial<Omit<ForwardedRevision, 'tally' | 'kind'>> & {
  readonly findings?: readonly Finding[];
};

/** A forwarded revision with this content. */
export function forwarded(
  unit: string,
  content: DailyReportContent,
  { findings = [], ...more }: Forwarding = {},
): ForwardedRevision {
  const { operationDay, kind } = content;
  const revision = more.revision ?? 1;
  return {
    unit,
    operationDay,
    revision,
    kind,
    contentHash: `${unit}-${operationDay}-${revision}`,
    reason: null,
    change: null,
    onTime: true,
    forwardedRevisions: 1,
    ...more,
    tally: tallyReport(content, findings, { unit, operationDay }),
  };
}
