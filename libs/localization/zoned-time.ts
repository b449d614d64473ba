import { MINUS } from './characters.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** An instant as a clock on the wall of a zone shows it. */
export interface ZonedTime {
  /** Local day, `2017-09-06`. */
  readonly isoDay: string;
  /** Local time on the 24-hour clock, `10:00`; seconds are cut off, not rounded. */
  readonly time: string;
  /** Offset in force on that date, `UTC+06:00`, or `UTC`. */
  readonly offset: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Only digits and the offset are taken from Intl: those do not depend on the version of its language data.
 * @throws RangeError for a text without offset, an impossible date or an unknown zone.
 */
export function zonedTime(isoInstant: string, ianaZone: string): ZonedTime {
  const parts = new Map(
    formatFor(ianaZone)
      .formatToParts(parseInstant(isoInstant))
      .map((p) => [p.type, p.value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    isoDay: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
    offset: offsetFrom(part('timeZoneName')),
  };
}

/** ICU versions differ for the zero offset (`GMT`, `GMT+00:00`) and may differ in the minus sign. */
function offsetFrom(name: string): string {
  const digits = /([+\-\u2212])(\d{2}:\d{2})/.exec(name);
  if (!digits || digits[2] === '00:00') return 'UTC';
  return `UTC${digits[1] === '+' ? '+' : MINUS}${digits[2]}`;
}

function parseInstant(isoInstant: string): Date {
  const date = new Date(INSTANT.test(isoInstant) ? isoInstant : NaN);
  if (Number.isNaN(date.getTime())) {
    throw new RangeError(`"${isoInstant}" is not an instant with its offset such as 2017-09-06T04:00:00Z`);
  }
  return date;
}

function formatFor(ianaZone: string): Intl.DateTimeFormat {
  const known = formats.get(ianaZone);
  if (known) return known;
  const format = createFormat(ianaZone);
  formats.set(ianaZone, format);
  return format;
}

function createFormat(ianaZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: ianaZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'longOffset',
    });
  } catch {
    throw new RangeError(`"${ianaZone}" is not a time zone of the IANA database such as Asia/Almaty`);
  }
}
