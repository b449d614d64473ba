import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '#libs/contracts/canonical-json.js';
import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { schemaOf } from '#libs/contracts/json-schema/generate-schema.js';
import { arbitraryMessage } from '#libs/contracts/testing/arbitrary-message.js';
import { REGIMES, TRANSPORT_KINDS } from '#libs/contracts/vocabulary.js';
import { aLine } from '../../testing/a-submission.js';
import { KABUL, REFERENCE } from '../../testing/told-findings.js';
import { forwardedCounters } from './forwarded-counters.domain.js';
import { forwardedReport } from './forwarded-report.domain.js';
import { NOTHING_ELSEWHERE } from './withheld-records.domain.js';

/** Any report at all, with a few plausible lines among the others. */
const anyContent = fc
  .tuple(
    arbitraryMessage(schemaOf(DailyReportContent, 'strict')) as fc.Arbitrary<DailyReportContent>,
    fc.array(
      fc.record({
        number: fc.constantFrom('CSQU3054383', '5248 1600'),
        chemical: fc.constantFrom('npp', 'acetone'),
      }),
    ),
  )
  .map(([content, plausible]): DailyReportContent => {
    const lines = plausible.map(({ number, chemical }, index) =>
      aLine({
        lineId: `kept-${index}`,
        number,
        goods: [{ declaredText: 'x', chemical }],
        route: { postOfExit: 'AFTRM' },
      }),
    );
    return { ...content, operationDay: '2017-09-05', lines: [...(content.lines ?? []), ...lines] };
  });

/** Withheld records: numbers and ids of their own, that nothing in the report names; the rest shared with kept lines. */
const withheldRecords = fc.record({
  lines: fc.array(
    fc.record({
      transportKind: fc.constantFrom(...TRANSPORT_KINDS),
      regime: fc.constantFrom(...REGIMES),
      at: fc.nat(),
      sharesWith: fc.nat(),
    }),
    { maxLength: 4 },
  ),
  cases: fc.nat(2),
  followUps: fc.nat(2),
});

const isShared = ({ handling }: ControlLine): boolean => handling !== 'withheld';

function withWithheld(
  content: DailyReportContent,
  records: typeof withheldRecords extends fc.Arbitrary<infer R> ? R : never,
): DailyReportContent {
  const lines = [...(content.lines ?? [])];
  const kept = lines.filter(isShared);
  records.lines.forEach(({ transportKind, regime, at, sharesWith }, index) => {
    const { document, parent, plates } = kept[sharesWith % Math.max(kept.length, 1)] ?? {};
    const secret = aLine({
      ...{ lineId: `withheld-${index}`, number: `ЖЫ9999${index}ЖЫ`, author: 'saidov', handling: 'withheld' },
      ...{ transportKind, regime, sealsFound: [`ЩЭ8888${index}ЩЭ`] },
      ...(document && { document }),
      ...(parent !== undefined && { parent }),
      ...(plates && { plates }),
    });
    lines.splice(at % (lines.length + 1), 0, secret);
  });
  const cases = Array.from({ length: records.cases }, (_none, index) => ({
    ...{ caseId: `withheld-case-${index}`, kind: 'seizure' as const, substance: 'acetone' },
    ...{ certainty: 'presumptive' as const, detectedBy: 'AF', lineIds: ['kept-0', 'withheld-0'] },
    handling: 'withheld' as const,
  }));
  const aboutLine = { lineDay: '2017-09-05', lineId: 'withheld-0' };
  const followUps = Array.from({ length: records.followUps }, (_none, index) => ({
    ...{ followUpId: `withheld-follow-up-${index}`, kind: 'decision' as const, outcome: 'seized' as const },
    // About a withheld line it stays, whatever its own handling says.
    ...(records.lines.length > 0 && index === 0 ? aboutLine : { handling: 'withheld' as const, caseId: 'c' }),
  }));
  return {
    ...content,
    lines,
    cases: [...cases, ...(content.cases ?? [])],
    followUps: [...(content.followUps ?? []), ...followUps],
  };
}

const bytesOf = (content: DailyReportContent, reasonText: string | null): string =>
  canonicalJson(forwardedReport({ content, reasonText }, NOTHING_ELSEWHERE, REFERENCE, KABUL));

describe('what leaves the country', () => {
  it('is the same, byte for byte, as if the withheld records had never been entered', () => {
    fc.assert(
      fc.property(anyContent, withheldRecords, fc.option(fc.string()), (content, records, reasonText) => {
        const whole = withWithheld(content, records);
        // Counters that would show a withheld record are left out: the other report never declared them.
        const counters = forwardedCounters(whole);
        const without = { ...content, ...(counters && { counters }) };
        expect(bytesOf(whole, reasonText)).toBe(bytesOf(without, reasonText));
      }),
      { numRuns: 300 },
    );
  });

  it('has no reason that names a withheld record', () => {
    const content: DailyReportContent = {
      ...{ operationDay: '2017-09-05', kind: 'report', preparedAt: '2017-09-05T18:30:00Z' },
      lines: [aLine({ handling: 'withheld' })],
    };
    const reason = (reasonText: string | null) =>
      forwardedReport({ content, reasonText }, NOTHING_ELSEWHERE, REFERENCE, KABUL).reasonText;
    expect(reason('CSQU 305438-3 was missing')).toBeUndefined();
    expect(reason('A line was missing')).toBe('A line was missing');
    expect(reason(null)).toBeUndefined();
  });
});
