import { describe, expect, it } from '@jest/globals';
import { consolidate, newestOf } from '../testing/consolidate.js';
import { D5, D6, forwarded, lines, PLAN, report } from '../testing/reports.js';
import { changedUnitDays, figureChanges, saying } from './revised-edition.domain.js';
import { UnitCountries } from './unit-countries.domain.js';

const countries = new UnitCountries(PLAN.units);
const uz = forwarded('UZ-CHU', report(D6, { lines: lines(2) }));
const af = forwarded('AF-KBL', report(D5, { lines: lines(3) }));

describe('what a revised edition says otherwise', () => {
  it('is every figure that differs: of all, then by country; of the day, then cumulative', () => {
    const changes = figureChanges(consolidate([uz]), consolidate([uz, af]));
    expect(changes.slice(0, 2)).toEqual([
      { scope: 'cumulative', figure: 'controls', before: 2, after: 5 },
      { scope: 'cumulative', figure: 'transportUnits', before: 2, after: 5 },
    ]);
    expect(changes.map(({ scope, country = 'all', figure }) => `${country} ${scope} ${figure}`)).toEqual([
      ...['all cumulative controls', 'all cumulative transportUnits', 'all cumulative consignments'],
      ...['AF cumulative controls', 'AF cumulative transportUnits', 'AF cumulative consignments'],
    ]);
    expect(figureChanges(consolidate([af]), consolidate([uz, af])).slice(0, 4)).toMatchObject([
      { scope: 'day', figure: 'controls', before: 0, after: 2 },
      { scope: 'day', figure: 'transportUnits' },
      { scope: 'day', figure: 'consignments' },
      { scope: 'cumulative', figure: 'controls', before: 3, after: 5 },
    ]);
    expect(figureChanges(consolidate([uz]), consolidate([uz]))).toEqual([]);
  });

  it('is every unit-day with another counted revision, of the day itself too', () => {
    const more = forwarded('UZ-CHU', report(D6, { lines: lines(5) }), { revision: 2, change: 'supplement' });
    const gone = forwarded('AF-KBL', report(D5, { kind: 'void' }), { revision: 2, reason: 'wrong_day' });
    const all = [uz, af, more, gone];
    const compared = { newest: newestOf(all), previous: [uz, af], forwardedSince: [more, gone] };
    expect(changedUnitDays(compared, countries)).toMatchObject([
      { kind: 'void', unit: 'AF-KBL', operationDay: D5, difference: { controls: -3 } },
      { kind: 'supplement', unit: 'UZ-CHU', operationDay: D6, revision: 2, difference: { controls: 3 } },
    ]);
  });

  it('is nothing where only instant, versions and revision differ', () => {
    const said = { ...consolidate([uz]), number: 3 };
    const frame = { revision: 1, closedAt: 'x', planVersion: 2, referenceVersion: 'y', sealOverride: {} };
    expect(saying({ ...said, ...frame, revised: {} })).toEqual(said);
  });
});
