import { describe, expect, it } from '@jest/globals';
import { consolidate } from '../testing/consolidate.js';
import { D5, D6, forwarded, lines, report, seizure } from '../testing/reports.js';
import { type ForwardedRevision } from './basis.domain.js';
import { contributionsOf } from './contributions.domain.js';
import { cumulativeSum } from './cumulative-sum.domain.js';
import { NOTHING } from './figures.domain.js';

const controls = (unit: string, day: string, count: number, more: Parameters<typeof forwarded>[2] = {}) =>
  forwarded(unit, report(day, { lines: lines(count) }), more);

/** Sum and changes of 6 September after a snapshot that counted `before`. */
function onD6(before: ForwardedRevision[], forwardedNow: ForwardedRevision[]) {
  const { sum, earlierDayChanges } = consolidate(forwardedNow, before);
  return { sum, changes: earlierDayChanges };
}

const old = controls('UZ-CHU', D5, 3);

describe('the cumulative sum and the changes of earlier days', () => {
  it('is previous and day where nothing of an earlier day changed', () => {
    const { sum, changes } = onD6([old], [old, controls('UZ-CHU', D6, 4)]);
    expect([sum.previous, sum.day, sum.cumulative].map((term) => term.controls)).toEqual([3, 4, 7]);
    expect([sum.reportedLater, sum.corrections]).toEqual([NOTHING, NOTHING]);
    expect(changes).toEqual([]);
  });

  it('tells a report that first came later', () => {
    const { sum, changes } = onD6([old], [old, controls('AF-KBL', D5, 2)]);
    expect([sum.reportedLater.controls, sum.corrections.controls, sum.day.controls]).toEqual([2, 0, 0]);
    const difference = { ...NOTHING, controls: 2 };
    expect(changes).toEqual([
      { kind: 'reported_later', unit: 'AF-KBL', country: 'AF', operationDay: D5, revision: 1, difference },
    ]);
  });

  it('tells a correction with its reason, below zero where it takes away', () => {
    const { sum, changes } = onD6([old], [controls('UZ-CHU', D5, 1, { revision: 2, reason: 'recount' })]);
    expect(sum.corrections.controls).toBe(-2);
    expect(changes).toEqual([
      expect.objectContaining({ kind: 'correction', revision: 2, reason: 'recount' }),
    ]);
  });

  it('tells a void with the revision that takes back', () => {
    const taken = forwarded('UZ-CHU', report(D5, { kind: 'void' }), { revision: 2, reason: 'wrong_day' });
    const { sum, changes } = onD6([old], [taken]);
    expect([sum.corrections.controls, sum.cumulative.controls]).toEqual([-3, 0]);
    expect(changes).toEqual([
      expect.objectContaining({ kind: 'void', revision: 2, reason: 'wrong_day', country: 'UZ' }),
    ]);
  });

  it('does not list a unit-day that is counted neither then nor now', () => {
    expect(onD6([], [forwarded('UZ-CHU', report(D5, { kind: 'void' }))]).changes).toEqual([]);
  });

  it('counts a day that comes back after a void as reported later', () => {
    const again = controls('UZ-CHU', D5, 5, { revision: 3, reason: 'data_entry' });
    expect(onD6([], [again]).changes).toEqual([
      expect.objectContaining({ kind: 'reported_later', revision: 3 }),
    ]);
  });

  it('shows a case that an earlier report takes over as one more there and one less in corrections', () => {
    const teller = forwarded('UZ-CHU', report(D5, { cases: [seizure('a')] }));
    const { sum, changes } = onD6(
      [teller],
      [teller, forwarded('AF-KBL', report(D5, { cases: [seizure('a')] }))],
    );
    expect([sum.reportedLater.seizures, sum.corrections.seizures, sum.cumulative.seizures]).toEqual([
      1, -1, 1,
    ]);
    expect(changes.map(({ unit }) => unit)).toEqual(['AF-KBL']);
  });

  it('lists changes by day, then unit', () => {
    const late = ['UZ-CHU', 'AF-KBL', 'UZ-ANG'].map((unit) => controls(unit, D5, 1));
    expect(onD6([], late).changes.map(({ unit }) => unit)).toEqual(['AF-KBL', 'UZ-ANG', 'UZ-CHU']);
  });

  it('refuses terms that do not add up', () => {
    const day = contributionsOf([controls('UZ-CHU', D6, 1)]);
    // A snapshot that counted the day itself already cannot be the one before.
    const period = { from: D6, to: D6 };
    expect(() =>
      cumulativeSum({
        period,
        now: day,
        before: day,
        changes: [],
        effect: NOTHING,
        effectBefore: NOTHING,
      }),
    ).toThrow(/do not add up/);
  });
});
