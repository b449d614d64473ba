import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type CoverageState } from '#libs/contracts/vocabulary.js';
import { formatDayShort } from '#libs/localization/dates.js';
import { labelOf } from '#libs/localization/labels.js';
import { type Language } from '#libs/localization/language.js';
import { addDays, daysFromTo } from '#libs/reference/operation-day.js';
import { type BulletinEntry, type DayCoverage } from './services-api.types.js';

/** States in the order of reading: what is there, what is on its way, what is not there. */
export const STATE_ORDER: readonly CoverageState[] = [
  'on_time',
  'late',
  'with_contact_point',
  'returned',
  'missing',
  'not_due',
  'not_expected',
];

/** Days before and after the middle one that the home page looks at. */
const BEFORE = 2;
const AFTER = 2;

/** The days around the newest bulletin, where reports are on their way; the first days when there is none. */
export function newestDays(plan: OperationPlan, bulletins: readonly BulletinEntry[]): string[] {
  const newest = bulletins.reduce((day, entry) => (entry.operationDay > day ? entry.operationDay : day), '');
  return daysAround(plan, newest === '' ? plan.firstDay : newest);
}

/** The days of the operation just before and after a day. */
export function daysAround(plan: OperationPlan, middle: string): string[] {
  return daysFromTo(addDays(middle, -BEFORE), addDays(middle, AFTER)).filter(
    (day) => day >= plan.firstDay && day <= plan.lastDay,
  );
}

/** Whether a report of the day is known, at whatever stage. */
export function hasReports({ units }: Pick<DayCoverage, 'units'>): boolean {
  return units.some(({ state }) => state !== 'missing' && state !== 'not_due' && state !== 'not_expected');
}

export interface CoverageTable {
  readonly days: readonly string[];
  readonly rows: readonly { readonly state: string; readonly counts: readonly number[] }[];
}

/** Number of units by state and day; days without a report and states that no day has are left out. */
export function coverageTable(days: readonly DayCoverage[], language: Language): CoverageTable {
  const shown = days.filter(hasReports).sort((a, b) => (a.operationDay < b.operationDay ? -1 : 1));
  return {
    days: shown.map((day) => formatDayShort(day.operationDay, language)),
    rows: STATE_ORDER.map((state) => ({
      state: labelOf('coverage_status', state, language),
      counts: shown.map((day) => count(day, state)),
    })).filter(({ counts }) => counts.some((value) => value > 0)),
  };
}

function count({ units }: DayCoverage, state: CoverageState): number {
  return units.filter((unit) => unit.state === state).length;
}
