import { describe, expect, it } from '@jest/globals';
import { cutOffOf, daysOf } from './calendar.js';

const iso = (ms: number): string => new Date(ms).toISOString();

describe('cutOffOf', () => {
  it('knows that Almaty was +06:00 in 2017 and is +05:00 since 1 March 2024', () => {
    expect(iso(cutOffOf('2017-09-05', '10:00', 'Asia/Almaty'))).toBe('2017-09-06T04:00:00.000Z');
    expect(iso(cutOffOf('2024-09-05', '10:00', 'Asia/Almaty'))).toBe('2024-09-06T05:00:00.000Z');
  });

  it('knows half hours and the end of a month', () => {
    expect(iso(cutOffOf('2017-09-30', '09:15', 'Asia/Kabul'))).toBe('2017-10-01T04:45:00.000Z');
  });
});

describe('daysOf', () => {
  it('gives both ends', () => {
    expect(daysOf('2017-08-31', '2017-09-02')).toEqual(['2017-08-31', '2017-09-01', '2017-09-02']);
  });
});
