/** Local clocks of IANA zones, from the time zone data of the runtime; never reads the present time. */

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Formatters are costly to make (about 0.1 ms) and there are few zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function makeFormatter(zone: string): Intl.DateTimeFormat {
  const two = '2-digit';
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
    });
  } catch (cause) {
    throw new RangeError(
      `Unknown time zone: ${JSON.stringify(zone)}. Expected an IANA name, for example Asia/Almaty.`,
      { cause },
    );
  }
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) formatters.set(zone, (formatter = makeFormatter(zone)));
  return formatter;
}

/** What the local clock and calendar show. */
export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM:SS`. */
  readonly time: string;
}

function localTimeAtEpoch(epochMs: number, zone: string): LocalTime {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(epochMs)) parts[type] = value;
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts;
  return { day: `${year.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}:${second}` };
}

/** Milliseconds since 1970. @throws RangeError when the text is no instant with `Z` or an offset. */
export function epochOf(instant: string): number {
  const epochMs = INSTANT.test(instant) ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(epochMs)) {
    throw new RangeError(
      `Not an instant: ${JSON.stringify(instant)}. Expected ISO 8601 with Z or an offset, for example 2017-09-05T04:00:00Z.`,
    );
  }
  return epochMs;
}

/** Local day and time at an instant. @throws RangeError for an unreadable instant or an unknown zone. */
export function localTimeAt(instant: string, zone: string): LocalTime {
  return localTimeAtEpoch(epochOf(instant), zone);
}

/** Minutes by which the local clock is ahead of UTC. */
export function offsetMinutesAt(epochMs: number, zone: string): number {
  const { day, time } = localTimeAtEpoch(epochMs, zone);
  const wholeSecond = Math.floor(epochMs / 1000) * 1000;
  return Math.round((Date.parse(`${day}T${time}Z`) - wholeSecond) / 60_000);
}

/** Offset from UTC that was in force in a zone at an instant, for example `+06:00` in Almaty in 2017. */
export function offsetAt(instant: string, zone: string): string {
  const minutes = offsetMinutesAt(epochOf(instant), zone);
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
