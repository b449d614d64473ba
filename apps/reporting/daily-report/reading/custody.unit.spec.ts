import { describe, expect, it } from '@jest/globals';
import { type RevisionState } from '../life-cycle/daily-report-states.domain.js';
import { custodyOf, custodyTotals } from './custody.domain.js';

/** 5 September ends at 19:00 UTC in Tashkent. */
const DAY_ENDS = '2017-09-05T19:00:00.000Z';
const change = (revision: number, toState: RevisionState, time: string) => ({
  revision,
  toState,
  at: `2017-09-${time}:00.000Z`,
});
const held = (changes: Parameters<typeof custodyOf>[1], now = '2017-09-06T07:00:00.000Z') =>
  custodyOf(DAY_ENDS, changes, now).map(
    ({ holder, from, to, minutes }) =>
      `${holder} ${from.slice(8, 16)} ${to?.slice(8, 16) ?? 'now'} ${minutes}`,
  );

describe('who held a report', () => {
  it('is the unit from the end of its day, as long as it sends nothing', () => {
    expect(held([])).toEqual(['unit 05T19:00 now 720']);
  });

  it('is nobody before the day has ended', () => {
    expect(held([], '2017-09-05T18:00:00.000Z')).toEqual([]);
    expect(held([change(1, 'submitted', '05T17:00')], '2017-09-05T18:00:00.000Z')).toEqual([]);
  });

  it('is the contact point from the first minute on where the unit sent before the day had ended', () => {
    const changes = [change(1, 'submitted', '05T14:00'), change(1, 'forwarded', '05T21:30')];
    expect(held(changes)).toEqual(['contact_point 05T19:00 05T21:30 150', 'ocu 05T21:30 now 570']);
  });

  it('goes back and forth with returns, holds and withdrawals, and ends with the closed day', () => {
    const changes = [
      change(1, 'submitted', '05T20:00'),
      change(1, 'held', '05T20:30'),
      change(1, 'returned', '05T21:00'),
      change(2, 'submitted', '05T22:00'),
      change(2, 'withdrawn', '05T22:10'),
      change(3, 'submitted', '05T23:00'),
      change(3, 'forwarded', '06T01:00'),
      change(3, 'consolidated', '06T05:00'),
    ];
    expect(held(changes)).toEqual([
      'unit 05T19:00 05T20:00 60',
      'contact_point 05T20:00 05T21:00 60',
      'unit 05T21:00 05T22:00 60',
      'contact_point 05T22:00 05T22:10 10',
      'unit 05T22:10 05T23:00 50',
      'contact_point 05T23:00 06T01:00 120',
      'ocu 06T01:00 06T05:00 240',
    ]);
    expect(custodyTotals(custodyOf(DAY_ENDS, changes, '2017-09-06T07:00:00.000Z'))).toEqual({
      unit: 170,
      contact_point: 190,
      ocu: 240,
    });
  });

  it('is the contact point while a question is open and while a correction waits', () => {
    const changes = [
      change(1, 'submitted', '05T19:00'),
      change(1, 'forwarded', '05T20:00'),
      change(1, 'queried', '05T21:00'),
      change(2, 'submitted', '05T22:00'),
      change(1, 'corrected', '05T23:00'),
      change(2, 'forwarded', '05T23:00'),
    ];
    expect(held(changes)).toEqual([
      'contact_point 05T19:00 05T20:00 60',
      'ocu 05T20:00 05T21:00 60',
      'contact_point 05T21:00 05T23:00 120',
      'ocu 05T23:00 now 480',
    ]);
  });
});
