import { describe, expect, it } from '@jest/globals';
import { compareSnapshot, describeDifference } from './compare-snapshot.js';
import { expectedDays } from './oracle.js';
import { type ExpectedDay } from './oracle.types.js';

const DAY = '2017-09-05';
const PLAN = {
  code: 'tiny',
  firstDay: DAY,
  lastDay: DAY,
  coordinationTimeZone: 'Asia/Almaty',
  cutOff: '10:00',
  countries: [{ code: 'UZ' }],
  units: [{ id: 'UZ-CHU', country: 'UZ' }],
};
const REPORTS = '/api/reporting/operations/tiny/units/UZ-CHU/daily-reports';
const step = { at: '2017-09-05T12:00:00Z', party: 'x', method: 'POST' };

function expected(): ExpectedDay {
  const body = {
    operationDay: DAY,
    kind: 'report',
    counters: [{ profiled: 1, examined: 1 }],
    lines: [{ transportKind: 'truck', number: '1', regime: 'import', outcome: 'seized', goods: [] }],
    cases: [{ caseId: 'C', kind: 'seizure', substance: 's', certainty: 'presumptive', detectedBy: 'UZ' }],
  };
  const [day] = expectedDays(PLAN, [
    { ...step, path: REPORTS, body, expect: 201 },
    { ...step, path: `${REPORTS}/${DAY}/revisions/1/forward`, expect: 200 },
    {
      ...step,
      at: '2017-09-06T06:00:00Z',
      path: `/api/coordination/operations/tiny/days/${DAY}/closing`,
      expect: 202,
    },
  ]);
  if (!day) throw new Error('not closed');
  return day;
}

/** The same day as a service would write it. */
function snapshot(): Record<string, unknown> {
  const { countersDifferFromLines, ...rest } = expected();
  return {
    ...(JSON.parse(JSON.stringify(rest)) as object),
    closedAt: '2017-09-06T06:00:00Z',
    number: 1,
    dataQuality: [{ code: 'counters.differ-from-lines', ...countersDifferFromLines }],
  };
}

describe('compareSnapshot', () => {
  it('finds nothing where every figure agrees', () => {
    expect(compareSnapshot(expected(), snapshot())).toEqual([]);
  });

  it('names day, figure, expected and actual', () => {
    const changed = snapshot();
    (changed['day'] as Record<string, number>)['controls'] = 7;
    expect(compareSnapshot(expected(), changed)).toEqual([
      { day: DAY, figure: 'day.controls', expected: 1, actual: 7 },
    ]);
    expect(compareSnapshot(expected(), changed).map(describeDifference)).toEqual([
      '2017-09-05 day.controls: expected 1, found 7',
    ]);
  });

  it('sees an entry too few, too many or out of order', () => {
    expect(compareSnapshot(expected(), { ...snapshot(), byOutcome: [] })).toEqual([
      { day: DAY, figure: 'byOutcome (entries and order)', expected: 'seized', actual: '' },
    ]);
  });

  it('sees a revision that should not be there, and a missing note', () => {
    const wrong = { ...snapshot(), dataQuality: [] };
    (wrong as Record<string, unknown>)['coverage'] = [
      { unit: 'UZ-CHU', country: 'UZ', state: 'missing', nil: false, corrected: false, revision: 1 },
    ];
    const want = expected();
    want.coverage = [{ unit: 'UZ-CHU', country: 'UZ', state: 'missing', nil: false, corrected: false }];
    expect(compareSnapshot(want, wrong).map(({ figure }) => figure)).toEqual([
      'coverage[UZ-CHU].revision',
      'countersDifferFromLines',
    ]);
  });

  it('names a follow-up, a change and a figure of a revised edition by what they are', () => {
    const none = expected().sum.day;
    const followUp = { unit: 'UZ-CHU', operationDay: DAY, followUpId: 'F', kind: 'decision', caseId: 'C' };
    const change = { kind: 'supplement', unit: 'UZ-CHU', country: 'UZ', operationDay: DAY, revision: 2 };
    const figures = [{ scope: 'day' as const, country: 'UZ', figure: 'controls', before: 1, after: 2 }];
    const want = {
      ...expected(),
      followUps: [followUp],
      followUpsUnmatched: { count: 1, countries: ['UZ'] },
      revised: { figures, unitDays: [{ ...change, difference: none }] },
    };
    const right = {
      ...snapshot(),
      followUps: [{ ...followUp, outcome: 'seized' }],
      revised: {
        figures: [{ ...figures[0], after: 3 }],
        unitDays: [{ ...change, reason: 'other', difference: none }],
        editionBefore: 'a hash',
      },
    };
    expect(compareSnapshot(want, right).map(describeDifference)).toEqual([
      `${DAY} followUps[${DAY} UZ-CHU F].outcome: expected nothing, found "seized"`,
      `${DAY} revised.figures[UZ day controls].after: expected 2, found 3`,
      `${DAY} revised.unitDays[${DAY} UZ-CHU supplement].reason: expected nothing, found "other"`,
      `${DAY} followUpsUnmatched: expected {"count":1,"countries":["UZ"]}, found nothing`,
    ]);
    expect(compareSnapshot(expected(), { ...snapshot(), revised: {} }).map(({ figure }) => figure)).toEqual([
      'revised',
    ]);
  });
});
