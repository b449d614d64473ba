import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDay, formatDayRange, formatDayShort, formatInstant, formatTime } from './dates.js';
import { ENGLISH_MONTHS, RUSSIAN_MONTHS_GENITIVE } from './months.js';

describe('formatDay', () => {
  it('writes the month in words, in Russian in the genitive', () => {
    expect(formatDay('2017-09-05', 'en')).toBe('5 September 2017');
    expect(formatDay('2017-09-05', 'ru')).toBe('5 сентября 2017 года');
  });

  it('knows twelve months', () => {
    const russian = ENGLISH_MONTHS.map((_, i) =>
      formatDay(`2017-${String(i + 1).padStart(2, '0')}-01`, 'ru'),
    );
    expect(russian).toEqual(RUSSIAN_MONTHS_GENITIVE.map((month) => `1 ${month} 2017 года`));
    expect(new Set(RUSSIAN_MONTHS_GENITIVE).size).toBe(12);
  });

  it('has the month names of Intl', () => {
    for (const [locale, table] of [
      ['en-GB', ENGLISH_MONTHS],
      ['ru-RU', RUSSIAN_MONTHS_GENITIVE],
    ] as const) {
      const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
      const month = (i: number) =>
        format.formatToParts(Date.UTC(2017, i, 1)).find((p) => p.type === 'month')?.value;
      expect(table).toEqual(table.map((_, i) => month(i)));
    }
  });

  it.each(['2017-02-29', '2017-02-30', '2017-13-01', '2017-00-10', '2017-04-31', '5.9.2017', '2017-9-5', ''])(
    'refuses "%s"',
    (day) => {
      expect(() => formatDay(day, 'ru')).toThrow(/is not a day of the calendar/);
    },
  );

  it('knows leap years', () => {
    expect(formatDay('2020-02-29', 'en')).toBe('29 February 2020');
  });

  it('prints any day of the calendar, and different days differently', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(formatDay(a, 'ru') === formatDay(b, 'ru')).toBe(a === b);
        expect(formatDayShort(a, 'en') === formatDayShort(b, 'en')).toBe(a === b);
      }),
    );
  });
});

describe('formatDayShort', () => {
  it('is for tables', () => {
    expect(formatDayShort('2017-09-05', 'en')).toBe('5 Sep 2017');
    expect(formatDayShort('2017-09-05', 'ru')).toBe('05.09.2017');
  });
});

describe('formatDayRange', () => {
  it.each([
    ['2017-09-01', '2017-09-30', '1–30 September 2017', '1–30 сентября 2017 года'],
    [
      '2017-08-28',
      '2017-09-03',
      '28 August\u00a0– 3 September 2017',
      '28 августа\u00a0— 3 сентября 2017 года',
    ],
    [
      '2017-12-30',
      '2018-01-02',
      '30 December 2017\u00a0– 2 January 2018',
      '30 декабря 2017 года\u00a0— 2 января 2018 года',
    ],
    ['2017-09-05', '2017-09-05', '5 September 2017', '5 сентября 2017 года'],
  ])('%s to %s says once what both ends share', (from, to, en, ru) => {
    expect(formatDayRange(from, to, 'en')).toBe(en);
    expect(formatDayRange(from, to, 'ru')).toBe(ru);
  });

  it('refuses a range that runs backwards', () => {
    expect(() => formatDayRange('2017-09-05', '2017-09-04', 'en')).toThrow(/runs backwards/);
  });
});

describe('formatInstant', () => {
  it.each([
    ['2017-09-06T04:00:00Z', 'Asia/Almaty', '6 September 2017, 10:00 (UTC+06:00)'],
    ['2025-09-06T05:00:00Z', 'Asia/Almaty', '6 September 2025, 10:00 (UTC+05:00)'],
    ['2017-09-06T04:00:00Z', 'Asia/Kabul', '6 September 2017, 08:30 (UTC+04:30)'],
    ['2017-09-05T19:30:00Z', 'Asia/Kabul', '6 September 2017, 00:00 (UTC+04:30)'],
    ['2017-09-06T10:00:00+06:00', 'Asia/Tbilisi', '6 September 2017, 08:00 (UTC+04:00)'],
    ['2017-09-06T04:00:59.999Z', 'UTC', '6 September 2017, 04:00 (UTC)'],
    ['2017-09-06T04:00Z', 'America/New_York', '6 September 2017, 00:00 (UTC\u221204:00)'],
  ])('%s in %s', (instant, zone, text) => {
    expect(formatInstant(instant, zone, 'en')).toBe(text);
  });

  it('is a Russian date in Russian', () => {
    expect(formatInstant('2017-09-06T04:00:00Z', 'Asia/Almaty', 'ru')).toBe(
      '6 сентября 2017 года, 10:00 (UTC+06:00)',
    );
  });

  it.each(['2017-09-06T04:00:00', '2017-09-06', '2017-13-06T04:00:00Z', 'yesterday'])(
    'refuses "%s"',
    (instant) => {
      expect(() => formatInstant(instant, 'UTC', 'en')).toThrow(/is not an instant with its offset/);
    },
  );

  it('refuses an unknown zone by name', () => {
    expect(() => formatInstant('2017-09-06T04:00:00Z', 'Asia/Samarqand', 'en')).toThrow(
      '"Asia/Samarqand" is not a time zone of the IANA database such as Asia/Almaty',
    );
  });
});

describe('formatTime', () => {
  it('is the time of day with its offset', () => {
    expect(formatTime('2017-09-06T04:00:00Z', 'Asia/Almaty')).toBe('10:00 (UTC+06:00)');
  });
});
