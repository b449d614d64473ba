import { describe, expect, it } from '@jest/globals';
import { D5, D6, forwarded, line, report } from '../testing/reports.js';
import { contributionsOf } from './contributions.domain.js';
import { chemicalTable, countTables, figuresOf } from './tables.domain.js';

const acid = (amount: string, unit: 'kg' | 't' | 'L') =>
  line({ goods: [{ declaredText: 'acid', chemical: 'acetic_acid', net: { amount, unit } }] });

const before = forwarded(
  'UZ-CHU',
  report(D5, {
    lines: [
      line({ number: 'A1', regime: 'import', outcome: 'detained', methods: ['dog'] }),
      acid('20063.10', 'kg'),
    ],
    counters: [{ transportKind: 'container', regime: 'import', profiled: 5, examined: 0, dog: 0 }],
  }),
);
const ofDay = forwarded(
  'UZ-ANG',
  report(D6, { lines: [line({ number: 'A1' }), acid('1', 't'), acid('2', 'L')] }),
);
const tables = countTables([ofDay], [before, ofDay], new Map());

describe('tables of counts', () => {
  it('stand in the order of the vocabulary, day beside cumulative, without codes that were never met', () => {
    expect(tables.byRegime).toEqual([
      { code: 'import', day: 0, cumulative: 1 },
      { code: 'transit', day: 3, cumulative: 4 },
    ]);
    expect(tables.byOutcome.map(({ code }) => code)).toEqual(['released', 'detained']);
    expect(tables.byMethod).toEqual([{ code: 'dog', day: 0, cumulative: 1 }]);
    expect(tables.byTransportKind).toEqual([{ code: 'container', day: 3, cumulative: 5 }]);
  });

  it('show a counter that was declared as 0, and none that nobody declared', () => {
    expect(tables.declaredCounters).toEqual([
      { code: 'profiled', day: 0, cumulative: 5 },
      { code: 'examined', day: 0, cumulative: 0 },
      { code: 'dog', day: 0, cumulative: 0 },
    ]);
  });
});

describe('the table of chemicals', () => {
  it('adds exactly by kind of measure, in canonical amounts, and asks whether the chemical is controlled', () => {
    expect(
      chemicalTable([ofDay], [before, ofDay], {
        isListed: () => true,
        isControlled: (id) => id === 'acetic_acid',
      }),
    ).toEqual([
      {
        chemical: 'acetic_acid',
        controlled: true,
        dayControls: 2,
        cumulativeControls: 3,
        dayQuantity: [
          { unit: 'kg', amount: '1000' },
          { unit: 'L', amount: '2' },
        ],
        cumulativeQuantity: [
          { unit: 'kg', amount: '21063.1' },
          { unit: 'L', amount: '2' },
        ],
      },
    ]);
  });

  it('shows a chemical of earlier days with nothing on the day', () => {
    const [row] = chemicalTable([], [before], { isListed: () => true, isControlled: () => false });
    expect(row).toMatchObject({ controlled: false, dayControls: 0, dayQuantity: [], cumulativeControls: 1 });
  });
});

describe('chemicals that the list does not have', () => {
  it('get no row, however many reports name', () => {
    const isListed = (id: string): boolean => id === 'acetone';
    expect(chemicalTable([ofDay], [before, ofDay], { isListed, isControlled: () => false })).toEqual([]);
  });
});

describe('distinct figures', () => {
  it('are computed over the whole set and do not add up over days', () => {
    const contributions = [...contributionsOf([before, ofDay]).values()];
    expect(figuresOf(contributions)).toMatchObject({ controls: 5, transportUnits: 4, consignments: 5 });
    expect(contributions.map((one) => figuresOf([one]).transportUnits)).toEqual([2, 3]);
  });
});
