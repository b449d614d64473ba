import { describe, expect, it } from '@jest/globals';
import { epochOf, localTimeAt, offsetAt, offsetMinutesAt } from './local-time.js';

describe('offsetAt', () => {
  it.each([
    ['2017-09-05T00:00:00Z', 'Asia/Almaty', '+06:00'],
    ['2024-02-29T17:59:59Z', 'Asia/Almaty', '+06:00'],
    ['2024-02-29T18:00:00Z', 'Asia/Almaty', '+05:00'],
    ['2026-09-05T00:00:00Z', 'Asia/Almaty', '+05:00'],
    ['2017-09-05T00:00:00Z', 'Asia/Aqtau', '+05:00'],
    ['2017-09-05T00:00:00Z', 'Asia/Kabul', '+04:30'],
    ['2017-09-05T00:00:00Z', 'Asia/Tbilisi', '+04:00'],
    ['2017-09-05T00:00:00Z', 'Asia/Baku', '+04:00'],
    ['2017-09-05T00:00:00Z', 'Asia/Bishkek', '+06:00'],
    ['2017-09-05T00:00:00Z', 'Asia/Karachi', '+05:00'],
    ['2017-09-05T00:00:00Z', 'UTC', '+00:00'],
    ['2017-09-05T00:00:00Z', 'America/St_Johns', '-02:30'],
    ['2017-01-05T00:00:00Z', 'America/St_Johns', '-03:30'],
  ])('at %s in %s is %s', (instant, zone, offset) => {
    expect(offsetAt(instant, zone)).toBe(offset);
  });

  it('is not misled by fractions of a second, also before 1970', () => {
    expect(offsetMinutesAt(-1, 'UTC')).toBe(0);
    expect(offsetMinutesAt(1_504_569_600_999, 'Asia/Kabul')).toBe(270);
  });
});

describe('localTimeAt', () => {
  it('shows midnight as 00, not as 24', () => {
    expect(localTimeAt('2017-09-05T18:00:00Z', 'Asia/Almaty')).toEqual({
      day: '2017-09-06',
      time: '00:00:00',
    });
  });

  it('names an unknown zone', () => {
    expect(() => localTimeAt('2017-09-05T18:00:00Z', 'Asia/Nowhere')).toThrow(/Asia\/Nowhere/);
  });
});

describe('epochOf', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0],
    ['1970-01-01T00:00Z', 0],
    ['1970-01-01T05:30:00.001+05:30', 1],
  ])('%s is %i ms', (instant, expected) => {
    expect(epochOf(instant)).toBe(expected);
  });

  it.each([
    '',
    'now',
    '2017-09-05',
    '2017-09-05T10:00:00',
    '2017-09-05 10:00:00Z',
    '2017-13-05T10:00:00Z',
    '2017-09-05T25:00:00Z',
  ])('refuses %j, naming it', (instant) => {
    expect(() => epochOf(instant)).toThrow(RangeError);
    expect(() => epochOf(instant)).toThrow(JSON.stringify(instant));
  });
});
