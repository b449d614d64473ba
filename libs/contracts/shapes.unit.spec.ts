import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  INSTANT_PATTERN,
  INSTANT_WITH_OFFSET_PATTERN,
  isCalendarDay,
  TOTAL_DECIMAL_PATTERN,
  UUID_PATTERN,
} from './shapes.js';

/** The calendar by another way: a day that does not exist rolls over. */
function exists(year: number, month: number, day: number): boolean {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const two = (number: number) => String(number).padStart(2, '0');
const dayText = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

describe('a calendar day', () => {
  it('is one that exists in the Gregorian calendar', () => {
    const part = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(part(9999), part(13), part(32), (year, month, day) => {
        const expected = month >= 1 && month <= 12 && day >= 1 && exists(year, month, day);
        expect(isCalendarDay(dayText(year, month, day))).toBe(expected);
      }),
      { numRuns: 2000 },
    );
    for (const year of [1900, 2000, 2016, 2017, 2100])
      expect(isCalendarDay(dayText(year, 2, 29))).toBe(exists(year, 2, 29));
  });

  it.each([
    null,
    undefined,
    20170905,
    '2017-9-5',
    '2017-09-05 ',
    '2017-09-05T00:00:00Z',
    '２０17-09-05',
    '2017-09-05\n',
  ])('is not %p', (value) => {
    expect(isCalendarDay(value)).toBe(false);
  });
});

describe('an instant', () => {
  it.each(['2017-09-05T14:00:00Z', '2017-09-05T23:59:59.999Z', '2016-02-29T00:00:00Z'])('is %s', (text) => {
    expect(INSTANT_PATTERN.test(text)).toBe(true);
    expect(INSTANT_WITH_OFFSET_PATTERN.test(text)).toBe(true);
  });

  it.each([
    '2017-02-29T00:00:00Z',
    '2017-09-05T24:00:00Z',
    '2017-09-05T23:59:60Z',
    '2017-09-05',
    '2017-09-05T14:00:00z',
  ])('is not %s', (text) => {
    expect(INSTANT_PATTERN.test(text)).toBe(false);
    expect(INSTANT_WITH_OFFSET_PATTERN.test(text)).toBe(false);
  });

  it('may have an offset where a device wrote it', () => {
    for (const text of [
      '2017-09-05T14:00+04:30',
      '2017-09-05T14:00:00.1-03:00',
      '2017-09-05T14:00:00+14:00',
    ]) {
      expect(INSTANT_WITH_OFFSET_PATTERN.test(text)).toBe(true);
      expect(INSTANT_PATTERN.test(text)).toBe(false);
    }
    expect(INSTANT_WITH_OFFSET_PATTERN.test('2017-09-05T14:00:00+15:00')).toBe(false);
  });

  it('with an offset is of the years 1900 to 2199, so that its local day can be written', () => {
    for (const year of ['1900', '1999', '2000', '2199'])
      expect(INSTANT_WITH_OFFSET_PATTERN.test(`${year}-12-31T23:59+14:00`)).toBe(true);
    for (const text of ['0000-02-29T00:00Z', '0217-09-05T14:00Z', '1899-12-31T23:59Z', '2200-01-01T00:00Z'])
      expect(INSTANT_WITH_OFFSET_PATTERN.test(text)).toBe(false);
    const leapDays = ['2000', '2096', '2104', '1900', '2100', '2017'].map((year) => `${year}-02-29T00:00Z`);
    expect(leapDays.map((text) => INSTANT_WITH_OFFSET_PATTERN.test(text))).toEqual([
      ...[true, true, true],
      ...[false, false, false],
    ]);
  });
});

describe('a UUID', () => {
  it('is of any version in either case', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => UUID_PATTERN.test(uuid) && UUID_PATTERN.test(uuid.toUpperCase())),
    );
    expect(UUID_PATTERN.test('00000000-0000-0000-0000-000000000000')).toBe(false);
  });
});

describe('an exact total', () => {
  it.each(['0', '0.000000001', '999999999999999000', `${'9'.repeat(30)}.123456789`])('may be %s', (text) => {
    expect(TOTAL_DECIMAL_PATTERN.test(text)).toBe(true);
  });

  it.each(['', '01', '1.', '-1', '1e9', '0.0000000001', '9'.repeat(31), '1\n'])('is not %j', (text) => {
    expect(TOTAL_DECIMAL_PATTERN.test(text)).toBe(false);
  });
});
