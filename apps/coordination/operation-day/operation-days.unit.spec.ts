import { describe, expect, it } from '@jest/globals';
import { D5, D6, forwarded, PLAN, report } from '../testing/reports.js';
import { coverageOfDays, type DayKnowledge } from './operation-days.domain.js';

const BEFORE_CUT_OFF = '2017-09-06T03:59:59.999Z';
const AT_CUT_OFF = '2017-09-06T04:00:00.000Z';

const states = (known: [string, DayKnowledge][], now: string) =>
  coverageOfDays(PLAN, new Map(known), now).map(({ operationDay, units }) => [
    operationDay,
    ...units.map(({ unit, state }) => `${unit} ${state}`),
  ]);

describe('the coverage of all days', () => {
  it('has every day and unit, also where nothing is known', () => {
    expect(states([], AT_CUT_OFF)).toEqual([
      [D5, 'AF-KBL missing', 'UZ-ANG missing', 'UZ-CHU missing'],
      [D6, 'AF-KBL not_expected', 'UZ-ANG not_due', 'UZ-CHU not_due'],
      ['2017-09-07', 'AF-KBL not_due', 'UZ-ANG not_due', 'UZ-CHU not_due'],
    ]);
    expect(states([], BEFORE_CUT_OFF)[0]).toEqual([D5, 'AF-KBL not_due', 'UZ-ANG not_due', 'UZ-CHU not_due']);
  });

  it('counts expected, reported and nil units of the day', () => {
    const nil = forwarded('UZ-CHU', report(D6, { kind: 'nil' }), { forwardedRevisions: 2 });
    const known: DayKnowledge = {
      forwarded: new Map([['UZ-CHU', nil]]),
      newestState: new Map([['UZ-ANG', 'held']]),
      queried: new Set(['UZ-CHU']),
    };
    const [, day] = coverageOfDays(PLAN, new Map([[D6, known]]), AT_CUT_OFF, new Map([[D6, 30]]));
    expect(day).toMatchObject({
      cutOffAt: '2017-09-07T04:00:00.000Z',
      proposedAt: '2017-09-07T05:30:00.000Z',
      unitsExpected: 2,
      unitsReported: 1,
      unitsNil: 1,
    });
    expect(day?.units.slice(1)).toEqual([
      {
        unit: 'UZ-ANG',
        state: 'with_contact_point',
        nil: false,
        corrected: false,
        held: true,
        queried: false,
      },
      { unit: 'UZ-CHU', state: 'on_time', nil: true, corrected: true, held: false, queried: true },
    ]);
  });
});
