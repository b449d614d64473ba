import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { formatDay, formatDayRange } from '#libs/localization/dates.js';
import type { Language } from '#libs/localization/language.js';

/** After the operation's last day: no unit is expected to report, and what is counted is a period. */
export const isSupplementary = ({ kind }: Pick<DaySnapshot, 'kind'>): boolean => kind === 'supplementary';

/** The days that the figures of the bulletin count, in words. */
export function periodOf({ periodFrom, operationDay }: DaySnapshot, language: Language): string {
  return periodFrom < operationDay
    ? formatDayRange(periodFrom, operationDay, language)
    : formatDay(operationDay, language);
}
