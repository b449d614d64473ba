import { describe, expect, it } from '@jest/globals';
import { type ReportKind } from '#libs/contracts/vocabulary.js';
import { PROBLEMS } from '#libs/web/problem-catalogue.js';
import { isOnTime, refuseDay } from './operation-day-window.domain.js';

const PLAN = { firstDay: '2017-09-01', lastDay: '2017-09-30', dayStartsAt: '00:00' };
const refusal = (timeZone: string, day: string, now: string, dayStartsAt = '00:00') =>
  refuseDay({ ...PLAN, dayStartsAt }, { timeZone }, { operationDay: day, kind: 'report' }, now);

describe('the days that a unit may report', () => {
  it.each([
    // Kabul is +04:30: the day begins at 19:30 UTC.
    ['Asia/Kabul', '2017-09-06', '2017-09-05T19:29:59Z', { code: 'day-in-future', today: '2017-09-05' }],
    ['Asia/Kabul', '2017-09-06', '2017-09-05T19:30:00Z', undefined],
    // Almaty was +06:00 in 2017.
    ['Asia/Almaty', '2017-09-06', '2017-09-05T17:59:59Z', { code: 'day-in-future', today: '2017-09-05' }],
    ['Asia/Almaty', '2017-09-06', '2017-09-05T18:00:00Z', undefined],
    // After midnight the day before can still be reported.
    ['Asia/Tashkent', '2017-09-05', '2017-09-05T20:00:00Z', undefined],
    ['Asia/Tashkent', '2017-08-31', '2017-09-05T20:00:00Z', { code: 'day-outside-operation' }],
    ['Asia/Tashkent', '2017-10-01', '2017-10-05T20:00:00Z', { code: 'day-outside-operation' }],
    ['Asia/Tashkent', '2017-09-30', '2017-11-01T00:00:00Z', undefined],
  ])('%s, %s at %s', (zone, day, now, expected) => {
    expect(refusal(zone, day, now)).toEqual(expected);
  });

  it('begin with the shift where the plan says so', () => {
    const early = { code: 'day-in-future', today: '2017-09-05' };
    expect(refusal('Asia/Tashkent', '2017-09-06', '2017-09-06T03:59:00Z', '09:00')).toEqual(early);
    expect(refusal('Asia/Tashkent', '2017-09-06', '2017-09-06T04:00:00Z', '09:00')).toBeUndefined();
  });
});

describe('the days after the operation', () => {
  const NOW = '2017-12-01T00:00:00Z';
  const after = (day: string, kind: ReportKind, followUpsUntil?: string) =>
    refuseDay(
      { ...PLAN, ...(followUpsUntil !== undefined && { followUpsUntil }) },
      { timeZone: 'Asia/Tashkent' },
      { operationDay: day, kind },
      NOW,
    )?.code;

  it.each<[string, ReportKind, string | undefined, string | undefined]>([
    ['2017-10-01', 'follow_up', '2017-10-31', undefined],
    ['2017-10-31', 'follow_up', '2017-10-31', undefined],
    ['2017-10-31', 'void', '2017-10-31', undefined],
    ['2017-10-01', 'report', '2017-10-31', 'follow-ups-only'],
    ['2017-10-01', 'nil', '2017-10-31', 'follow-ups-only'],
    ['2017-11-01', 'follow_up', '2017-10-31', 'follow-ups-ended'],
    ['2017-10-01', 'follow_up', undefined, 'day-outside-operation'],
    ['2017-09-30', 'follow_up', '2017-10-31', 'follow-up-kind-too-early'],
    // A report of the operation can be revised long after it.
    ['2017-09-30', 'report', '2017-10-31', undefined],
    ['2017-08-31', 'follow_up', '2017-10-31', 'day-outside-operation'],
  ])('%s, %s, follow-ups until %s: %s', (day, kind, until, code) => {
    expect(after(day, kind, until)).toBe(code);
    if (code) expect(PROBLEMS).toHaveProperty(code);
  });

  it('begin at the unit like every other day', () => {
    const plan = { ...PLAN, followUpsUntil: '2017-10-31' };
    const report = { operationDay: '2017-10-02', kind: 'follow_up' } as const;
    expect(refuseDay(plan, { timeZone: 'Asia/Kabul' }, report, '2017-10-01T19:29:00Z')).toEqual({
      code: 'day-in-future',
      today: '2017-10-01',
    });
  });
});

describe('in time', () => {
  it('is up to and including the cut-off, wherever the unit is', () => {
    const rule = { cutOff: '10:00', coordinationTimeZone: 'Asia/Almaty' };
    expect(isOnTime(rule, '2017-09-05', '2017-09-06T04:00:00.000Z')).toBe(true);
    expect(isOnTime(rule, '2017-09-05', '2017-09-06T04:00:00.001Z')).toBe(false);
  });

  it('can end on the UTC date of the day itself', () => {
    const rule = { cutOff: '03:00', coordinationTimeZone: 'Asia/Almaty' };
    expect(isOnTime(rule, '2017-09-05', '2017-09-05T21:00:00Z')).toBe(true);
    expect(isOnTime(rule, '2017-09-05', '2017-09-05T21:00:01Z')).toBe(false);
  });
});
