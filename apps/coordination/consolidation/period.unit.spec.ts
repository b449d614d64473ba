import { describe, expect, it } from '@jest/globals';
import { consolidate } from '../testing/consolidate.js';
import { D5, D6, D7, forwarded, lines, PLAN, report, seizure } from '../testing/reports.js';
import { kindOfDay, lastClosableDay, periodOf } from './period.domain.js';

const plan = { ...PLAN, followUpsUntil: '2017-09-20' };

describe('the period of a snapshot', () => {
  it('is its day', () => {
    expect(periodOf(plan, D6, D5)).toEqual({ from: D6, to: D6 });
    expect(kindOfDay(plan, D7)).toBe('daily');
  });

  it('is every day since the closed day before for a supplementary one', () => {
    expect(kindOfDay(plan, '2017-09-08')).toBe('supplementary');
    expect(periodOf(plan, '2017-09-12', D7)).toEqual({ from: '2017-09-08', to: '2017-09-12' });
    expect(periodOf(plan, '2017-09-15', '2017-09-12')).toEqual({ from: '2017-09-13', to: '2017-09-15' });
    expect(periodOf(plan, '2017-09-12', undefined)).toEqual({ from: '2017-09-08', to: '2017-09-12' });
  });

  it('ends with the follow-ups of the Plan, never before the operation', () => {
    expect(lastClosableDay(plan)).toBe('2017-09-20');
    expect(lastClosableDay(PLAN)).toBe(D7);
    expect(lastClosableDay({ ...PLAN, followUpsUntil: D5 })).toBe(D7);
  });
});

describe('a supplementary day', () => {
  it('counts its whole period as the day, and what came to earlier days as changes', () => {
    const old = forwarded('UZ-CHU', report(D5, { lines: lines(3) }));
    const late = forwarded('AF-KBL', report(D7, { lines: lines(2) }));
    const since = ['2017-09-08', '2017-09-10'].map((day) =>
      forwarded('UZ-ANG', report(day, { lines: lines(1), cases: [seizure(`c ${day}`)] })),
    );
    const day = consolidate([old, late, ...since], [old], {
      ...{ plan, operationDay: '2017-09-10', closedBefore: D7 },
    });
    expect(day).toMatchObject({
      coverage: [],
      day: { controls: 2, seizures: 2 },
      sum: { previous: { controls: 3 }, reportedLater: { controls: 2 }, cumulative: { controls: 7 } },
      byRegime: [{ code: 'transit', day: 2, cumulative: 7 }],
      countries: [{ unitsExpected: 0 }, { unitsExpected: 0, unitsReported: 0 }],
      cases: [{ caseId: 'c 2017-09-08' }, { caseId: 'c 2017-09-10' }],
      earlierDayChanges: [{ kind: 'reported_later', unit: 'AF-KBL' }],
    });
  });
});
