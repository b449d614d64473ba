import { DAY_PATTERN, isCalendarDay } from '#libs/contracts/shapes.js';
import { localTimeAt, offsetMinutesAt } from './local-time.js';

/** Calendar day of a unit, `YYYY-MM-DD`. Days compare as text. Foreign input goes through `isCalendarDay`. */
export type OperationDay = string;

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DAY_MS = 86_400_000;

function midnightUtc(day: OperationDay): number {
  if (!isCalendarDay(day)) {
    throw new RangeError(
      `Not a calendar day: ${JSON.stringify(day)}. Expected YYYY-MM-DD, for example 2017-09-05.`,
    );
  }
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(epochMs: number): OperationDay {
  const day = new Date(epochMs).toISOString().slice(0, 10);
  if (!DAY_PATTERN.test(day)) throw new RangeError(`The day lies outside the years 0000 to 9999: ${day}`);
  return day;
}

function requireTime(time: string): void {
  if (!TIME.test(time))
    throw new RangeError(`Not a time of day: ${JSON.stringify(time)}. Expected HH:MM from 00:00 to 23:59.`);
}

/** The day `count` days later; earlier for a negative count. @throws RangeError when `day` is no calendar day. */
export function addDays(day: OperationDay, count: number): OperationDay {
  return dayOf(midnightUtc(day) + count * DAY_MS);
}

/** Days from one day to another: 1 for the next day, negative when `to` is earlier. */
export function daysBetween(from: OperationDay, to: OperationDay): number {
  return (midnightUtc(to) - midnightUtc(from)) / DAY_MS;
}

/** All days from the first to the last, both included; none when the last lies before the first. */
export function daysFromTo(first: OperationDay, last: OperationDay): OperationDay[] {
  const count = daysBetween(first, last) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(first, index));
}

/**
 * Operation day to which an instant belongs at a unit, with the zone's offset of that date.
 * @param instant ISO 8601 with `Z` or an offset.
 * @param dayStartsAt local time at which the unit's day begins: with 09:00, a control that ended at 08:59 belongs to
 * the day before.
 * @throws RangeError for an unreadable instant, an unknown zone or a time that is none.
 */
export function localDayOf(instant: string, zone: string, dayStartsAt = '00:00'): OperationDay {
  requireTime(dayStartsAt);
  const { day, time } = localTimeAt(instant, zone);
  return time.slice(0, 5) < dayStartsAt ? addDays(day, -1) : day;
}

/**
 * Instant (UTC, with milliseconds and `Z`) at which the unit's clocks show this time on this day.
 * Where clocks are put back and show it twice, the first; where they are put forward and skip it, as long after the
 * change as the time lies beyond it.
 * @throws RangeError for a day, time or zone that is none.
 */
export function instantOf(day: OperationDay, time: string, zone: string): string {
  requireTime(time);
  const wall = midnightUtc(day) + Number(time.slice(0, 2)) * 3_600_000 + Number(time.slice(3, 5)) * 60_000;
  const before = offsetMinutesAt(wall - DAY_MS, zone);
  const after = offsetMinutesAt(wall + DAY_MS, zone);
  const candidates = [wall - before * 60_000, wall - after * 60_000].sort((a, b) => a - b);
  const exact = candidates.find((epochMs) => epochMs + offsetMinutesAt(epochMs, zone) * 60_000 === wall);
  return new Date(exact ?? wall - before * 60_000).toISOString();
}

/** The part of an Operation Plan that says until when reports of a day are on time. */
export interface CutOffRule {
  /** Time `HH:MM` on the day after the operation day. */
  readonly cutOff: string;
  /** IANA zone of the Operation Coordination Unit: the cut-off is one instant for all units. */
  readonly coordinationTimeZone: string;
}

/** The instant (UTC) up to which, itself included, a forwarding of the day is on time. */
export function cutOffOf(rule: CutOffRule, day: OperationDay): string {
  return instantOf(addDays(day, 1), rule.cutOff, rule.coordinationTimeZone);
}
