import { INSTANT_WITH_OFFSET_PATTERN, isCalendarDay } from '#libs/contracts/shapes.js';
import { localTimeAt, offsetAt } from '#libs/reference/local-time.js';
import { addDays, instantOf } from '#libs/reference/operation-day.js';
import { type Cell } from './cell.js';
import { type SheetContext } from './sheet-context.js';

type Zone = Pick<SheetContext, 'operationDay' | 'timeZone' | 'dayStartsAt'>;

/** Nothing longer is an instant. */
const LONGEST = 40;
const TIME = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

/**
 * A day as officers write it: `2017-09-05`, `05.09.2017` or a date cell. Slashes are not taken: 05/09 is May in one
 * country and September in another.
 */
export function readDay({ text }: Cell): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim()) ?? [];
  const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text.trim().slice(0, 10);
  const isWhole = year !== '' || /^\S{10}(T00:00(:00)?)?$/.test(text.trim());
  return isWhole && isCalendarDay(iso) ? iso : undefined;
}

/**
 * An instant with offset from what officers write: `2017-09-05 18:30`, `05.09.2017 18:30`, `18:30` (of the operation
 * day), a date cell, or the whole instant with its offset. Without an offset the time is local to the unit.
 */
export function readInstant(cell: Cell, zone: Zone): string | undefined {
  const text = cell.text.trim();
  if (text.length > LONGEST) return undefined;
  if (INSTANT_WITH_OFFSET_PATTERN.test(text)) return text;
  const [, dayText, timeText = ''] = /^(?:(\S+?)(?:T|\s+))?(\d\S*)$/.exec(text) ?? [];
  const [, hours, minutes, seconds = '00'] = TIME.exec(timeText) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const time = `${hours.padStart(2, '0')}:${minutes}`;
  const day = dayText === undefined ? dayOfTime(time, zone) : readDay({ type: 'text', text: dayText });
  return day && localInstant(day, time, seconds, zone.timeZone);
}

/** How the template shows an instant: as the unit's clock does where that says it all. */
export function shownInstant(instant: string, zone: Zone): string {
  const { day, time } = localTimeAt(instant, zone.timeZone);
  const shown = `${day} ${time.slice(0, 5)}`;
  return readInstant({ type: 'text', text: shown }, zone) === instant ? shown : instant;
}

function dayOfTime(time: string, { operationDay, dayStartsAt }: Zone): string {
  return time < dayStartsAt ? addDays(operationDay, 1) : operationDay;
}

function localInstant(day: string, time: string, seconds: string, timeZone: string): string {
  return `${day}T${time}:${seconds}${offsetAt(instantOf(day, time, timeZone), timeZone)}`;
}
