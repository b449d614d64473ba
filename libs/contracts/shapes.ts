/** Patterns and limits that several messages share. */

/** Days of the Gregorian calendar in the years that match: 2017-02-30 is none, 2020-02-29 is one. */
const daysOf = (year: string, leapYear: string): string =>
  [
    String.raw`(?:${year}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))`,
    String.raw`(?:${leapYear})-02-29)`,
  ].join('|');

const LEAP_IN_CENTURY = String.raw`(?:0[48]|[2468][048]|[13579][26])`;
const DAY = daysOf(String.raw`\d{4}`, String.raw`\d\d${LEAP_IN_CENTURY}|(?:[02468][048]|[13579][26])00`);
const DAY_FROM_1900_TO_2199 = daysOf(String.raw`(?:19|2[01])\d\d`, `(?:19|2[01])${LEAP_IN_CENTURY}|2000`);

/** Calendar day `YYYY-MM-DD` that exists. */
export const DAY_PATTERN = new RegExp(`^${DAY}$`);

/** Whether the value is a day that exists, `YYYY-MM-DD`; class-validator's own `@IsDateString` accepts 2017-02-30. */
export function isCalendarDay(value: unknown): value is string {
  return typeof value === 'string' && DAY_PATTERN.test(value);
}

/** Instant in UTC (RFC 3339 with `Z`), seconds or milliseconds, on a day that exists. */
export const INSTANT_PATTERN = new RegExp(
  String.raw`^${DAY}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z$`,
);
/**
 * Instant with any offset (RFC 3339, seconds may be left out), as an officer's device writes it; of the years 1900 to
 * 2199, so that its local day always is one that can be written.
 */
export const INSTANT_WITH_OFFSET_PATTERN = new RegExp(
  String.raw`^${DAY_FROM_1900_TO_2199}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$`,
);
/** Exact non-negative decimal with up to 15 + 6 digits, no exponent, no leading zeros. */
export const DECIMAL_PATTERN = /^(0|[1-9]\d{0,14})(\.\d{1,6})?$/;
/** The same, also below zero: corrections take away. */
export const SIGNED_DECIMAL_PATTERN = /^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/;
/**
 * An exact total: up to 30 + 9 digits. Grams and millilitres with 6 decimals have 9 in kg and L, tonnes have 3 digits
 * more before the point, and a sum of any number of reports must still fit.
 */
export const TOTAL_DECIMAL_PATTERN = /^(0|[1-9]\d{0,29})(\.\d{1,9})?$/;
/** ISO 3166-1 alpha-2. */
export const COUNTRY_PATTERN = /^[A-Z]{2}$/;
/** Operation code: lower case, digits, hyphens. */
export const OPERATION_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Port Control Unit id: country, hyphen, place. */
export const UNIT_PATTERN = /^[A-Z]{2}(-[A-Z0-9]{2,6})+$/;
/** UUID of any version, either case. */
export const UUID_PATTERN =
  /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$/;
/** SHA-256 in lower-case hexadecimal. */
export const SHA256_PATTERN = /^[0-9a-f]{64}$/;
/** RFC 7638 thumbprint (SHA-256) of a public key, in base64url. */
export const KEY_ID_PATTERN = /^[A-Za-z0-9_-]{43}$/;

/** Mail address of a functional mailbox; plain ASCII, no quoting. */
export const EMAIL_PATTERN = /^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+$/;

/** Largest counter that is taken (a whole operation is about 10^4). */
export const MAX_COUNTER = 1_000_000;
/** Lines of one report; the XLSX template has as many rows. */
export const MAX_LINES = 2_000;
export const MAX_TEXT = 4_000;
