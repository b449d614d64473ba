import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type Clock, SystemClock } from '#libs/observability/clock.js';
import { addDays, daysFromTo, localDayOf } from '#libs/reference/operation-day.js';
import { newestDays } from './coverage-view.js';
import { type PartyApi } from './services-api.js';
import { type BulletinEntry } from './services-api.types.js';

/** Days that the home page shows of the own reports. */
const DAYS = 5;
/** Histories that are read for a view, each of them whole: a party with many units sees fewer days, then fewer units. */
const HISTORIES = 12;

/** How the newest revision of a unit's day stands. */
export interface OwnReport {
  readonly unit: string;
  readonly day: string;
  /** Absent where nothing was sent. */
  readonly state?: string;
}

/** The last days of the operation up to today; after it those around the newest bulletin, else the first ones. */
export function ownDays(
  plan: OperationPlan,
  bulletins: readonly BulletinEntry[],
  clock: Clock = new SystemClock(),
): string[] {
  const today = localDayOf(clock.now(), plan.coordinationTimeZone);
  const isRunning = today >= plan.firstDay && today <= plan.lastDay;
  if (!isRunning && bulletins.length > 0) return newestDays(plan, bulletins);
  const last = isRunning ? today : addDays(plan.firstDay, DAYS - 1);
  return daysFromTo(addDays(last, 1 - DAYS), last).filter(
    (day) => day >= plan.firstDay && day <= plan.lastDay,
  );
}

/** The state of each of the units' newest days. @throws ProblemError */
export async function readOwnReports(
  api: PartyApi,
  operation: string,
  units: readonly PlanUnit[],
  days: readonly string[],
): Promise<OwnReport[]> {
  const shown = units.slice(0, HISTORIES);
  const newest = days.slice(-Math.max(1, Math.floor(HISTORIES / Math.max(1, shown.length))));
  const all = shown.flatMap(({ id: unit }) => newest.map((day) => ({ unit, day })));
  return Promise.all(
    all.map(async ({ unit, day }) => {
      const history = await api.dailyReport({ operation, unit, day });
      const state = history?.revisions.at(-1)?.state;
      return { unit, day, ...(state !== undefined && { state }) };
    }),
  );
}
