import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, cutOffOf, daysBetween, daysFromTo, instantOf, localDayOf } from './operation-day.js';

const ZONES = [
  'Asia/Kabul',
  'Asia/Baku',
  'Asia/Tbilisi',
  'Asia/Almaty',
  'Asia/Aqtau',
  'Asia/Bishkek',
  'Asia/Karachi',
  'Asia/Dushanbe',
  'Asia/Ashgabat',
  'Asia/Tashkent',
  'Asia/Samarkand',
  'Europe/Vienna',
  'America/St_Johns',
  'UTC',
];
const zone = fc.constantFrom(...ZONES);
const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('1990-01-01', count));
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

describe('counting days', () => {
  it.each([
    ['2017-09-30', 1, '2017-10-01'],
    ['2017-09-01', -1, '2017-08-31'],
    ['2016-02-28', 1, '2016-02-29'],
    ['2017-12-31', 1, '2018-01-01'],
    ['2017-09-01', 29, '2017-09-30'],
    ['2017-09-01', 0, '2017-09-01'],
  ])('%s and %i days are %s', (from, count, expected) => {
    expect(addDays(from, count)).toBe(expected);
    expect(daysBetween(from, expected)).toBe(count);
  });

  it('adding and measuring agree', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -3_000, max: 3_000 }), (from, count) => {
        expect(daysBetween(from, addDays(from, count))).toBe(count);
        expect(addDays(addDays(from, count), -count)).toBe(from);
      }),
    );
  });

  it('lists the thirty days of the operation', () => {
    const days = daysFromTo('2017-09-01', '2017-09-30');
    expect(days).toHaveLength(30);
    expect([days[0], days[4], days[29]]).toEqual(['2017-09-01', '2017-09-05', '2017-09-30']);
    expect(daysFromTo('2017-09-01', '2017-09-01')).toEqual(['2017-09-01']);
    expect(daysFromTo('2017-09-02', '2017-09-01')).toEqual([]);
  });

  it('refuses a day that the calendar does not have, naming it', () => {
    expect(() => addDays('2017-02-30', 1)).toThrow(/2017-02-30/);
    expect(() => daysBetween('2017-09-01', '2017-09-31')).toThrow(/2017-09-31/);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });
});

describe('localDayOf', () => {
  it.each([
    ['2017-09-05T17:59:59Z', 'Asia/Almaty', '2017-09-05'],
    ['2017-09-05T18:00:00Z', 'Asia/Almaty', '2017-09-06'],
    ['2025-09-05T18:30:00Z', 'Asia/Almaty', '2025-09-05'],
    ['2025-09-05T19:00:00Z', 'Asia/Almaty', '2025-09-06'],
    ['2017-09-05T19:29:00Z', 'Asia/Kabul', '2017-09-05'],
    ['2017-09-05T19:30:00Z', 'Asia/Kabul', '2017-09-06'],
    ['2017-09-05T18:30:00Z', 'Asia/Aqtau', '2017-09-05'],
    ['2017-09-06T00:30:00+06:00', 'Asia/Tbilisi', '2017-09-05'],
    ['2017-09-05T23:30:00.250-03:00', 'UTC', '2017-09-06'],
  ])('%s is in %s on %s', (instant, where, expected) => {
    expect(localDayOf(instant, where)).toBe(expected);
  });

  it.each([
    ['2017-09-05T08:59:59+05:00', '2017-09-04'],
    ['2017-09-05T09:00:00+05:00', '2017-09-05'],
    ['2017-09-06T08:59:59+05:00', '2017-09-05'],
    ['2017-09-01T00:00:00+05:00', '2017-08-31'],
  ])('with a day from 09:00 to 09:00, %s belongs to %s', (instant, expected) => {
    expect(localDayOf(instant, 'Asia/Tashkent', '09:00')).toBe(expected);
  });

  it.each([
    ['2017-09-05', 'Asia/Tashkent', '00:00'],
    ['2017-09-05T04:00:00', 'Asia/Tashkent', '00:00'],
    ['2017-02-30T04:00:00Z', 'Asia/Nowhere', '00:00'],
    ['2017-09-05T04:00:00Z', 'Asia/Tashkent', '24:00'],
    ['2017-09-05T04:00:00Z', 'Asia/Tashkent', '9:00'],
  ])('refuses %s in %s from %s', (instant, where, dayStartsAt) => {
    expect(() => localDayOf(instant, where, dayStartsAt)).toThrow(RangeError);
  });
});

describe('instantOf', () => {
  it.each([
    ['2017-09-06', '10:00', 'Asia/Almaty', '2017-09-06T04:00:00.000Z'],
    ['2025-09-06', '10:00', 'Asia/Almaty', '2025-09-06T05:00:00.000Z'],
    ['2017-09-06', '02:00', 'Asia/Kabul', '2017-09-05T21:30:00.000Z'],
    ['2017-09-06', '05:59', 'Asia/Almaty', '2017-09-05T23:59:00.000Z'],
    ['2017-09-06', '23:30', 'America/St_Johns', '2017-09-07T02:00:00.000Z'],
    ['2017-09-01', '00:00', 'Asia/Aqtau', '2017-08-31T19:00:00.000Z'],
  ])('%s %s in %s is %s', (on, at, where, expected) => {
    expect(instantOf(on, at, where)).toBe(expected);
  });

  it('takes the first of two when clocks are put back', () => {
    expect(instantOf('2017-10-29', '02:30', 'Europe/Vienna')).toBe('2017-10-29T00:30:00.000Z');
    expect(instantOf('2024-02-29', '23:30', 'Asia/Almaty')).toBe('2024-02-29T17:30:00.000Z');
  });

  it('moves a time that clocks skip to after the change', () => {
    expect(instantOf('2017-03-26', '02:30', 'Europe/Vienna')).toBe('2017-03-26T01:30:00.000Z');
  });

  it('is found again by localDayOf, whatever the zone and the start of the day', () => {
    fc.assert(
      fc.property(day, time, zone, (on, at, where) => {
        const instant = instantOf(on, at, where);
        fc.pre(where !== 'Europe/Vienna' && where !== 'America/St_Johns');
        expect(localDayOf(instant, where)).toBe(on);
        expect(localDayOf(instant, where, at)).toBe(on);
      }),
    );
  });

  it('gives days of 23 to 25 hours that follow one another without gap', () => {
    fc.assert(
      fc.property(day, zone, (on, where) => {
        const hours =
          (Date.parse(instantOf(addDays(on, 1), '12:00', where)) -
            Date.parse(instantOf(on, '12:00', where))) /
          3_600_000;
        expect(hours).toBeGreaterThanOrEqual(23);
        expect(hours).toBeLessThanOrEqual(25);
      }),
    );
  });

  it.each([
    ['2017-02-30', '10:00', 'Asia/Almaty'],
    ['2017-09-05', '25:00', 'Asia/Almaty'],
    ['2017-09-05', '10:60', 'Asia/Almaty'],
    ['2017-09-05', '10:00', 'Almaty'],
  ])('refuses %s %s in %s', (on, at, where) => {
    expect(() => instantOf(on, at, where)).toThrow(RangeError);
  });
});

describe('cutOffOf', () => {
  const almaty = { cutOff: '10:00', coordinationTimeZone: 'Asia/Almaty' };

  it.each([
    ['2017-09-05', '2017-09-06T04:00:00.000Z'],
    ['2017-09-30', '2017-10-01T04:00:00.000Z'],
    ['2024-02-28', '2024-02-29T04:00:00.000Z'],
    ['2024-09-05', '2024-09-06T05:00:00.000Z'],
  ])('is the time of the plan on the day after %s, with the offset of that date', (day, instant) => {
    expect(cutOffOf(almaty, day)).toBe(instant);
  });

  it('can lie on the same or on another UTC date than the day itself', () => {
    expect(cutOffOf({ cutOff: '03:00', coordinationTimeZone: 'Asia/Almaty' }, '2017-09-05')).toBe(
      '2017-09-05T21:00:00.000Z',
    );
    expect(cutOffOf({ cutOff: '21:00', coordinationTimeZone: 'America/St_Johns' }, '2017-09-05')).toBe(
      '2017-09-06T23:30:00.000Z',
    );
  });
});
