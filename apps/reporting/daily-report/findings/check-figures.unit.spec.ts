import { describe, expect, it } from '@jest/globals';
import { type CounterEntry } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { aLine, aSubmission } from '../../testing/a-submission.js';
import { toldOf } from '../../testing/told-findings.js';
import { type ReportFigures, unitHistory } from './unit-history.domain.js';

const anEntry = (more: Partial<CounterEntry> = {}): CounterEntry => ({
  transportKind: 'container',
  regime: 'transit',
  profiled: 20,
  examined: 1,
  ...more,
});

describe('declared counters', () => {
  const lines = [
    aLine({ act: 'examination', outcome: 'pending', discrepancies: ['goods', 'seal'] }),
    aLine({ lineId: 'l2', act: 'inspection' }),
    aLine({ lineId: 'l3', regime: 'import', act: 'examination', outcome: 'seized' }),
  ];

  it('are compared with the lines of their kind and regime', () => {
    const agreeing = anEntry({
      inspected: 1,
      withDiscrepancy: 1,
      detained: 0,
      seized: 0,
      released: 1,
      pending: 1,
    });
    expect(toldOf(aSubmission({ lines, counters: [agreeing] }), ['counter'])).toEqual([]);
    const other = anEntry({
      examined: 2,
      inspected: 0,
      withDiscrepancy: 2,
      detained: 1,
      seized: 1,
      released: 0,
      pending: 0,
    });
    expect(
      toldOf(aSubmission({ lines, counters: [agreeing, { ...other, regime: 'export' }, other] }), [
        'counter.',
      ]),
    ).toEqual([
      'counters[1].examined counter.differs-from-lines [2 ≠ 0]',
      'counters[1].withDiscrepancy counter.differs-from-lines [2 ≠ 0]',
      'counters[1].detained counter.differs-from-lines [1 ≠ 0]',
      'counters[1].seized counter.differs-from-lines [1 ≠ 0]',
      'counters[2].inspected counter.differs-from-lines [0 ≠ 1]',
      'counters[2].examined counter.differs-from-lines [2 ≠ 1]',
      'counters[2].withDiscrepancy counter.differs-from-lines [2 ≠ 1]',
      'counters[2].detained counter.differs-from-lines [1 ≠ 0]',
      'counters[2].seized counter.differs-from-lines [1 ≠ 0]',
      'counters[2].released counter.differs-from-lines [0 ≠ 1]',
      'counters[2].pending counter.differs-from-lines [0 ≠ 1]',
    ]);
  });

  it('are not compared where they were left blank', () => {
    const counters = [anEntry({ selected: 5, xRayed: 9 })];
    expect(toldOf(aSubmission({ lines, counters }), ['counter.'])).toEqual([]);
    expect(toldOf(aSubmission({ lines }), ['counter.'])).toEqual([]);
  });

  it('do not examine more than was profiled', () => {
    const counters = [anEntry({ profiled: 0 })];
    expect(toldOf(aSubmission({ lines, counters }), ['counter.'])).toEqual([
      'counters[0].examined counter.examined-above-profiled [1 > 0]',
    ]);
  });
});

describe('a figure far above the history of the unit', () => {
  const day = (kg: string): ReportFigures => ({
    lines: 2,
    counters: [anEntry({ profiled: 10 })],
    goods: [{ chemical: 'acetone', net: { amount: kg, unit: 'kg' } }],
  });
  const history = unitHistory(['100', '110', '90', '100', '120'].map(day));
  const goods = (...amounts: string[]) => ({
    goods: amounts.map((amount) => ({
      declaredText: 'x',
      chemical: 'acetone',
      net: { amount, unit: 't' as const },
    })),
  });

  it('is asked about: lines, profiled, examined, and the quantity of a chemical at its largest part', () => {
    const lines = Array.from({ length: 11 }, (_none, index) => aLine({ lineId: `l${index}`, goods: [] }));
    lines[3] = aLine({ lineId: 'l3', ...goods('0.001', '0.2', '0.2') });
    const counters = [anEntry({ profiled: 31, examined: 11 }), anEntry({ regime: 'import', profiled: 1000 })];
    expect(toldOf(aSubmission({ lines, counters }), ['figure'], { history })).toEqual([
      'counters[0].profiled figure.above-history [31 ≫ 10 (n = 5)]',
      'counters[0].examined figure.above-history [11 ≫ 1 (n = 5)]',
      'lines figure.above-history [11 ≫ 2 (n = 5)]',
      'lines[3].goods[1].net figure.above-history [401 ≫ 100 kg (n = 5)]',
    ]);
  });

  it('is not where it is usual, of another kind of measure, or nothing is known', () => {
    const usual = aSubmission({ lines: [aLine(goods('0.3'))], counters: [anEntry({ profiled: 30 })] });
    expect(toldOf(usual, ['figure'], { history })).toEqual([]);
    const litres = { amount: '9000', unit: 'L' as const };
    const lines = [aLine({ goods: [{ declaredText: 'x', chemical: 'acetone', net: litres }] })];
    expect(toldOf(aSubmission({ lines }), ['figure'], { history })).toEqual([]);
    expect(toldOf(aSubmission({ lines: [aLine(goods('9000'))] }), ['figure'])).toEqual([]);
  });
});
