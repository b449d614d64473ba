import { EM_DASH, EN_DASH, NO_BREAK_SPACE } from './characters.js';
import { type Language } from './language.js';
import { ENGLISH_MONTHS, RUSSIAN_MONTHS_GENITIVE } from './months.js';
import { zonedTime } from './zoned-time.js';

interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** `2017-09-05` → `5 September 2017`, `5 сентября 2017 года`. @throws RangeError when it is no day of the calendar. */
export function formatDay(isoDay: string, language: Language): string {
  const date = parseDay(isoDay);
  return `${dayAndMonth(date, language)} ${yearOf(date, language)}`;
}

/** For tables: `5 Sep 2017`, `05.09.2017`. @throws RangeError when it is no day of the calendar. */
export function formatDayShort(isoDay: string, language: Language): string {
  const { year, month, day } = parseDay(isoDay);
  if (language === 'en') return `${day} ${monthName(month, 'en').slice(0, 3)} ${year}`;
  return `${twoDigits(day)}.${twoDigits(month)}.${year}`;
}

/**
 * Several days: `1–30 September 2017`, `28 August – 3 September 2017`, `1–30 сентября 2017 года`,
 * `28 августа — 3 сентября 2017 года`; what both ends share is said once.
 * @throws RangeError when an end is no day of the calendar or the range runs backwards.
 */
export function formatDayRange(fromIsoDay: string, toIsoDay: string, language: Language): string {
  if (fromIsoDay > toIsoDay)
    throw new RangeError(`The range of days ${fromIsoDay} to ${toIsoDay} runs backwards`);
  const from = parseDay(fromIsoDay);
  const to = parseDay(toIsoDay);
  const end = formatDay(toIsoDay, language);
  if (fromIsoDay === toIsoDay) return end;
  if (from.year !== to.year) return formatDay(fromIsoDay, language) + spacedDash(language) + end;
  if (from.month !== to.month) return dayAndMonth(from, language) + spacedDash(language) + end;
  return `${from.day}${EN_DASH}${end}`;
}

/**
 * An instant in a zone, with the offset of that date:
 * `6 September 2017, 10:00 (UTC+06:00)`, `6 сентября 2017 года, 10:00 (UTC+06:00)`.
 * @throws RangeError for a text without offset, an impossible date or an unknown zone.
 */
export function formatInstant(isoInstant: string, ianaZone: string, language: Language): string {
  const { isoDay, time, offset } = zonedTime(isoInstant, ianaZone);
  return `${formatDay(isoDay, language)}, ${time} (${offset})`;
}

/** The time of day alone, with its offset: `10:00 (UTC+06:00)`. */
export function formatTime(isoInstant: string, ianaZone: string): string {
  const { time, offset } = zonedTime(isoInstant, ianaZone);
  return `${time} (${offset})`;
}

function dayAndMonth({ day, month }: CalendarDay, language: Language): string {
  return `${day} ${monthName(month, language)}`;
}

function yearOf({ year }: CalendarDay, language: Language): string {
  return language === 'ru' ? `${year} года` : String(year);
}

function monthName(month: number, language: Language): string {
  return (language === 'ru' ? RUSSIAN_MONTHS_GENITIVE : ENGLISH_MONTHS)[month - 1] ?? '';
}

function spacedDash(language: Language): string {
  return language === 'ru' ? `${NO_BREAK_SPACE}${EM_DASH} ` : `${NO_BREAK_SPACE}${EN_DASH} `;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function parseDay(isoDay: string): CalendarDay {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDay);
  const date = { year: Number(match?.[1]), month: Number(match?.[2]), day: Number(match?.[3]) };
  if (!match || date.month < 1 || date.month > 12 || date.day < 1 || date.day > daysIn(date)) {
    throw new RangeError(`"${isoDay}" is not a day of the calendar such as 2017-09-05`);
  }
  return date;
}

function daysIn({ year, month }: CalendarDay): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
