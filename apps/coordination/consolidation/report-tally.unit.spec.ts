import { describe, expect, it } from '@jest/globals';
import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { D5, line, report, seizure } from '../testing/reports.js';
import { tallyReport, type ReportTally } from './report-tally.domain.js';

const ORIGIN = { unit: 'UZ-CHU', operationDay: D5 };
const tally = (lines: ControlLine[]): ReportTally => tallyReport(report(D5, { lines }), [], ORIGIN);

describe('the tally of a report', () => {
  it('counts lines, acts and discrepancies; a line without act is in neither act', () => {
    expect(
      tally([
        line({ act: 'inspection', discrepancies: [] }),
        line({ act: 'examination', discrepancies: ['seal', 'route'] }),
        line({ act: 'examination' }),
        line(),
      ]),
    ).toMatchObject({ controls: 4, inspections: 1, examinations: 2, withDiscrepancy: 1 });
  });

  it('folds numbers of transport units and keeps their kinds apart', () => {
    const same = ['csqu 305438-3', 'СSQU3054383', 'ＣＳＱＵ ３０５４３８ ３'].map((number) =>
      line({ number }),
    );
    expect(tally([...same, line({ transportKind: 'other', number: 'CSQU3054383' })]).transportUnits).toEqual([
      'container:CSQU3054383',
      'other:CSQU3054383',
    ]);
  });

  it('takes a number that folds to nothing as a unit of its own', () => {
    expect(
      tally([line({ number: '—' }), line({ number: '—' }), line({ number: ' - ' })]).transportUnits,
    ).toHaveLength(3);
  });

  it('counts a document once for many wagons, and a line without one by itself', () => {
    const document = { kind: 'smgs', number: '12/34' } as const;
    const lines = [
      line({ document }),
      line({ document: { kind: 'smgs', number: '1234' } }),
      line({ document: { kind: 'cmr', number: '1234' } }),
      line({ document: { kind: 'smgs', number: '№' } }),
      line({ document: { kind: 'smgs', number: '—' } }),
      line(),
      line(),
    ];
    // NFKC makes "No" of the numero sign; only the dash folds to nothing.
    expect(tally(lines).consignments).toHaveLength(6);
  });

  it('counts a method once a line', () => {
    expect(tally([line({ methods: ['xray', 'xray', 'dog'] }), line({ methods: ['dog'] })]).byMethod).toEqual({
      xray: 1,
      dog: 2,
    });
  });

  it('adds declared counters over entries; blank is not zero', () => {
    const counters = [
      { transportKind: 'container', regime: 'transit', profiled: 9, examined: 1, dog: 0 },
      { transportKind: 'truck', regime: 'transit', profiled: 4, examined: 0 },
    ] as const;
    const { declared, declaredDiffer } = tallyReport(report(D5, { counters: [...counters] }), [], ORIGIN);
    expect(declared).toEqual({ profiled: 13, examined: 1, dog: 0 });
    expect(declaredDiffer).toBe(true);
  });

  it('compares declared examinations with the lines of that kind and regime alone', () => {
    const examined = line({ act: 'examination' });
    expect(tally([examined]).declaredDiffer).toBe(false);
    const differs = (transportKind: 'truck' | 'container', count: number) => {
      const counters = [{ transportKind, regime: 'transit', profiled: 0, examined: count } as const];
      return tallyReport(report(D5, { lines: [examined], counters }), [], ORIGIN).declaredDiffer;
    };
    expect([differs('container', 1), differs('container', 0)]).toEqual([false, true]);
    // Containers were not declared: blank is not zero.
    expect([differs('truck', 0), differs('truck', 1)]).toEqual([false, true]);
  });

  it('adds net quantities exactly, each kind by itself, of the goods that name the chemical', () => {
    const net = (amount: string, unit: 'kg' | 'g' | 'L') => ({ amount, unit });
    const { chemicals } = tally([
      line({
        goods: [
          { declaredText: 'a', chemical: 'acetone', net: net('0.1', 'kg') },
          { declaredText: 'b', chemical: 'acetone', net: net('200', 'g') },
          { declaredText: 'c', chemical: 'acetone', net: net('7.50', 'L') },
          { declaredText: 'd', net: net('999', 'kg') },
        ],
      }),
      line({ found: [{ substance: 'acetone', chemical: 'acetone', certainty: 'presumptive' }] }),
      line({ goods: [{ declaredText: 'e', chemical: 'iodine' }] }),
    ]);
    expect(chemicals['acetone']).toEqual({
      controls: 2,
      quantity: [
        { kind: 'mass', unit: 'kg', amount: '0.3' },
        { kind: 'volume', unit: 'L', amount: '7.5' },
      ],
    });
    expect(chemicals['iodine']).toEqual({ controls: 1, quantity: [] });
  });

  it('keeps cases and counts findings by code; a report without anything is all zero', () => {
    const finding = { code: 'cas.format', severity: 'warning', field: 'lines[0].goods[0].cas' } as const;
    const full = tallyReport(report(D5, { cases: [seizure('c1')] }), [finding, finding], ORIGIN);
    expect(full.cases.map(({ caseId }) => caseId)).toEqual(['c1']);
    expect(full.findings).toEqual({ 'cas.format': 2 });
    expect(tallyReport(report(D5), [], ORIGIN)).toMatchObject({ controls: 0, transportUnits: [], cases: [] });
  });
});
