import { type DateFormat } from './date-format.js';

const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;
/** Serials below it are taken for hours that ran, not for days of that year. */
const FIRST_YEAR = 366;
/** 31 December 9999, the last day that Excel shows. */
const LAST_DAY = { 1900: 2_958_465, 1904: 2_957_003 } as const;

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** The epoch of 1900 counts a 29 February 1900 that never was: as serial 60 it is shown as Excel shows it. */
function dayText(day: number, date1904: boolean): string {
  if (!date1904 && day === 60) return '1900-02-29';
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(epoch + day * DAY_MS).toISOString().slice(0, 10);
}

function timeText(seconds: number): string {
  return `${twoDigits(Math.floor(seconds / 3600))}:${twoDigits(Math.floor((seconds % 3600) / 60))}`;
}

/**
 * A serial number as a local date (`2017-09-01`), date with time (`2017-09-01T14:05`) or, below a year in a format that
 * shows no day, hours and minutes (`14:05`, `24:30`). @returns undefined where Excel shows no date either.
 */
export function serialText(serial: number, format: DateFormat, date1904: boolean): string | undefined {
  const total = Math.round(serial * DAY_SECONDS);
  const day = Math.floor(total / DAY_SECONDS);
  if (!(serial >= 0) || day > LAST_DAY[date1904 ? 1904 : 1900]) return undefined;
  if (format === 'time' && day < FIRST_YEAR) return timeText(total);
  const time = timeText(total % DAY_SECONDS);
  if (day === 0 && !date1904) return undefined;
  const hasTime = format !== 'date' || total % DAY_SECONDS !== 0;
  return dayText(day, date1904) + (hasTime ? `T${time}` : '');
}

/** The text of a cell that stores its date as ISO 8601 (`t="d"`). */
export function isoText(stored: string, format: DateFormat | undefined): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?)?Z?$/.exec(stored);
  if (!match) return undefined;
  const [, day = '', time] = match;
  const hasTime = time !== undefined && (time !== '00:00' || format === 'date-time');
  return hasTime ? `${day}T${time}` : day;
}
