import { describe, expect, it } from '@jest/globals';
import { forwarded, D5, D6, lines, report, seizure } from '../testing/reports.js';
import { contributionsOf } from './contributions.domain.js';
import { isNothing, NOTHING, sumFigures } from './figures.domain.js';

const withCases = (unit: string, day: string, ...cases: ReturnType<typeof seizure>[]) =>
  forwarded(unit, report(day, { cases }));

/** Unit-days with the cases that they count. */
const attribution = (revisions: Parameters<typeof contributionsOf>[0]) =>
  [...contributionsOf(revisions)].map(([key, { cases }]) => [key, cases.map(({ entry }) => entry.caseId)]);

describe('whose case it is', () => {
  it('counts a case once: for the earliest day, and there for the first unit by id', () => {
    const revisions = [
      withCases('AF-KBL', D6, seizure('a'), seizure('b')),
      withCases('UZ-CHU', D5, seizure('a'), seizure('c')),
      withCases('UZ-ANG', D5, seizure('c')),
    ];
    const expected = [
      [`${D5}|UZ-ANG`, ['c']],
      [`${D5}|UZ-CHU`, ['a']],
      [`${D6}|AF-KBL`, ['b']],
    ];
    expect(attribution(revisions)).toEqual(expected);
    expect(attribution([...revisions].reverse())).toEqual(expected);
  });

  it('takes the first entry of an id within one report', () => {
    const revision = withCases(
      'UZ-CHU',
      D5,
      seizure('a', { substance: 'first' }),
      seizure('a', { kind: 'detention' }),
    );
    const [contribution] = contributionsOf([revision]).values();
    expect(contribution?.cases.map(({ entry }) => entry.substance)).toEqual(['first']);
    expect(contribution?.figures).toMatchObject({ seizures: 1, detentions: 0 });
  });

  it('counts seizures and detentions apart and a discrepancy as neither', () => {
    const cases = [seizure('a'), seizure('b', { kind: 'detention' }), seizure('c', { kind: 'discrepancy' })];
    const [contribution] = contributionsOf([withCases('UZ-CHU', D5, ...cases)]).values();
    expect(contribution?.figures).toMatchObject({ seizures: 1, detentions: 1 });
    expect(contribution?.cases).toHaveLength(3);
  });
});

describe('sums of figures', () => {
  it('are zero for none and add figure by figure', () => {
    expect(sumFigures([])).toEqual(NOTHING);
    expect(isNothing(NOTHING)).toBe(true);
    const all = contributionsOf([
      forwarded('UZ-CHU', report(D5, { lines: lines(2, { act: 'inspection' }) })),
      forwarded('UZ-ANG', report(D5, { lines: lines(3, { act: 'examination' }), cases: [seizure('a')] })),
    ]);
    const sum = sumFigures([...all.values()].map(({ figures }) => figures));
    expect(sum).toEqual({ ...NOTHING, controls: 5, inspections: 2, examinations: 3, seizures: 1 });
    expect(isNothing(sum)).toBe(false);
  });
});
