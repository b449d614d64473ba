import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { EVENTS, unitKey } from '#libs/contracts/topics.js';
import { type NewEvent } from '#libs/messaging/event-log.js';
import { eventually } from '../../../test/support/probe.js';
import { type TestBed } from '../../../test/support/service-under-test.js';
import { D5 } from './reports.js';

/** Instant of everything that these events tell. */
export const TOLD_AT = '2017-09-06T06:00:00.000Z';
const HASH = 'a'.repeat(64);

/** An event of a unit as reporting would tell it. */
export function told(definition: NewEvent['definition'], unit: string, data: object): NewEvent {
  return {
    definition,
    key: unitKey('tiny', unit),
    data: { operation: 'tiny', unit, ...data },
    occurredAt: TOLD_AT,
  };
}

const ref = (operationDay: string, revision: number) => ({ operationDay, revision, kind: 'report' });

export const submitted = (unit: string, day = D5, revision = 1): NewEvent =>
  told(EVENTS.dailyReportSubmitted, unit, { ...ref(day, revision), submittedAt: TOLD_AT });
export const returned = (unit: string, day = D5): NewEvent =>
  told(EVENTS.dailyReportReturned, unit, { ...ref(day, 1), returnedAt: TOLD_AT });
export const held = (unit: string, day = D5): NewEvent =>
  told(EVENTS.dailyReportHeld, unit, { ...ref(day, 1), heldAt: TOLD_AT });
export const withdrawn = (unit: string, day = D5): NewEvent =>
  told(EVENTS.dailyReportWithdrawn, unit, { ...ref(day, 1), withdrawnAt: TOLD_AT });
export const queried = (unit: string, day = D5): NewEvent =>
  told(EVENTS.dailyReportQueried, unit, { ...ref(day, 1), queriedAt: TOLD_AT });
export const queryAnswered = (unit: string, day = D5): NewEvent =>
  told(EVENTS.dailyReportQueryAnswered, unit, { ...ref(day, 1), answeredAt: TOLD_AT });

export const signed = (country: string, day = D5): NewEvent => ({
  ...told(EVENTS.nationalDaySigned, country, {}),
  data: {
    operation: 'tiny',
    country,
    operationDay: day,
    signedAt: TOLD_AT,
    capacity: 'deputy',
    units: [],
  },
});

export const forwarded = (unit: string, content: DailyReportContent, more: object = {}): NewEvent =>
  told(EVENTS.dailyReportForwarded, unit, {
    ...ref(content.operationDay, 1),
    kind: content.kind,
    submittedAt: TOLD_AT,
    forwardedAt: TOLD_AT,
    onTime: true,
    contentHash: HASH,
    content,
    findings: [],
    ...more,
  });

export const sealed = (unit: string, lastSequence: number, attempt = 1, day = D5): NewEvent =>
  told(EVENTS.operationDaySealed, unit, { operationDay: day, attempt, lastSequence, sealedAt: TOLD_AT });

/** Waits until coordination has read everything that reporting's log holds. */
export async function caughtUp(bed: TestBed): Promise<void> {
  await eventually(
    async () => {
      const [row] = await bed.query<{ at: number; end: number }>(
        'coordination',
        `select coalesce((select max(position)::int from consumer_position where source = 'reporting'), 0) as at,
                coalesce((select max(position)::int from reporting.event), 0) as end`,
      );
      return row !== undefined && row.at === row.end;
    },
    { describe: 'coordination to have read what reporting told' },
  );
}

/** Publishes what reporting told and waits until coordination has read it. */
export async function tell(bed: TestBed, ...events: NewEvent[]): Promise<void> {
  await bed.publish('reporting', ...events);
  await caughtUp(bed);
}

/** A snapshot as it is read from its event. */
export type Snapshot = DaySnapshot & Record<string, unknown>;

/** The snapshots of all closed days, in the order of their closing. */
export async function snapshots(bed: TestBed): Promise<Snapshot[]> {
  const events = await bed.events('coordination', 'OperationDayClosed');
  return events.map(({ data }) => data['snapshot'] as Snapshot);
}
