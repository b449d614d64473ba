import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '#libs/contracts/canonical-json.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { aLine, aSubmission } from '../../testing/a-submission.js';
import { applyDifferences, inOneOrder } from '../../testing/apply-differences.js';
import { diffReports } from './report-diff.domain.js';

const report = (more: Partial<DailyReportContent>): DailyReportContent => ({ ...aSubmission(), ...more });

describe('the differences of two reports', () => {
  it('are told by field, and lines by their id wherever they stand', () => {
    const [one, two] = [aLine(), aLine({ lineId: 'l2', number: 'B' })];
    const goods = [
      { declaredText: 'acetone', chemical: 'acetone', net: { amount: '5', unit: 'kg' as const } },
    ];
    const before = report({ lines: [one, two] });
    const after = {
      ...before,
      lines: [
        { ...two, act: 'examination' as const },
        { ...one, goods },
      ],
    };
    expect(diffReports(before, after)).toEqual([
      { path: 'lines["l1"].goods[0].net.amount', kind: 'changed', before: '20063.10', after: '5' },
      { path: 'lines["l2"].act', kind: 'added', after: 'examination' },
    ]);
  });

  it('tell a line and an entry of a list that came or went as a whole', () => {
    const [one, two] = [aLine({ plates: ['A', 'B'] }), aLine({ lineId: 'l2' })];
    const before = report({ lines: [one] });
    expect(diffReports(before, { ...before, lines: [{ ...one, plates: ['A'] }, two] })).toEqual([
      { path: 'lines["l1"].plates[1]', kind: 'removed', before: 'B' },
      { path: 'lines["l2"]', kind: 'added', after: two },
    ]);
  });

  it('name counters by kind and regime', () => {
    const counter = (profiled: number) =>
      ({ transportKind: 'truck', regime: 'import', profiled, examined: 0 }) as const;
    const before = report({ counters: [counter(1)] });
    expect(diffReports(before, { ...before, counters: [counter(2)] })).toEqual([
      { path: 'counters["truck import"].profiled', kind: 'changed', before: 1, after: 2 },
    ]);
  });

  const text = fc.constantFrom('a', 'b', 'Ёж', 'x.y', '"]');
  const line = fc.record({
    number: text,
    plates: fc.option(fc.array(text, { maxLength: 3 }), { nil: undefined }),
    regime: fc.constantFrom('transit' as const, 'import' as const),
    document: fc.option(fc.record({ kind: fc.constant('smgs' as const), number: text }), { nil: undefined }),
  });
  const reports = fc
    .record({
      lines: fc.uniqueArray(fc.tuple(text, line), { selector: ([id]) => id }),
      remarks: fc.option(fc.array(fc.record({ text, language: fc.constant('en' as const) })), {
        nil: undefined,
      }),
      authorFunction: fc.option(text, { nil: undefined }),
    })
    .map(({ lines, ...more }) => {
      const written = lines.map(([lineId, given]) => aLine({ ...(given as object), lineId }));
      return JSON.parse(
        JSON.stringify({ ...aSubmission(), submissionId: undefined, ...more, lines: written }),
      ) as DailyReportContent;
    });

  it('lead from any report to any other one', () => {
    fc.assert(
      fc.property(reports, reports, (before, after) => {
        const reached = applyDifferences(before, diffReports(before, after));
        expect(canonicalJson(inOneOrder(reached))).toBe(canonicalJson(inOneOrder(after)));
        expect(diffReports(after, after)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
