import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CaseEntry } from '#libs/contracts/daily-report/case-entry.dto.js';
import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type DayFigures } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { consolidate } from '../testing/consolidate.js';
import { D5, D6, D7, forwarded, line, report, seizure } from '../testing/reports.js';
import { type ForwardedRevision } from './basis.domain.js';
import { addFigures, NOTHING } from './figures.domain.js';

const DAYS = [D5, D6, D7];
const UNITS = ['AF-KBL', 'UZ-ANG', 'UZ-CHU'];

/** A revision and the closing (0, 1, 2 for the three days) before which it arrives. */
interface Arrival {
  readonly revision: ForwardedRevision;
  readonly closing: number;
}

/** Closes the three days in order, each over what has arrived by then. */
function closeAll(arrivals: readonly Arrival[]): DayFigures[] {
  const until = (closing: number, day: string): ForwardedRevision[] =>
    arrivals
      .filter((one) => one.closing <= closing && one.revision.operationDay <= day)
      .map(({ revision }) => revision);
  return DAYS.map((operationDay, closing) =>
    consolidate(until(closing, operationDay), closing > 0 ? until(closing - 1, DAYS[closing - 1]!) : [], {
      operationDay,
    }),
  );
}

/** All that a bulletin tells of the operation as a whole. */
function totals(days: readonly DayFigures[]) {
  const last = days.at(-1)!;
  const ofTable = (table: { code: string; cumulative: number }[]) =>
    table.map(({ code, cumulative }) => `${code} ${cumulative}`);
  return {
    cumulative: last.cumulative,
    sum: last.sum.cumulative,
    countries: last.countries.map(({ country, cumulative }) => ({ country, ...cumulative })),
    tables: [last.byTransportKind, last.byRegime, last.byMethod, last.byOutcome].map(ofTable),
    declared: ofTable(last.declaredCounters),
    chemicals: last.chemicals.map((row) => [row.chemical, row.cumulativeControls, row.cumulativeQuantity]),
    cases: days.flatMap(({ cases }) => cases.map(({ caseId }) => caseId)).sort(),
    followUps: days.flatMap(({ followUps }) => followUps.map(({ followUpId }) => followUpId)).sort(),
  };
}

const lineShape = fc.record({
  number: fc.constantFrom('TCNU 1', 'tсnu-1', 'B 2', '—'),
  outcome: fc.constantFrom('released', 'pending', 'seized'),
  act: fc.option(fc.constantFrom('inspection', 'examination'), { nil: undefined }),
  chemical: fc.option(fc.constantFrom('acetone', 'iodine'), { nil: undefined }),
  discrepancies: fc.array(fc.constant('seal'), { maxLength: 1 }),
});
const caseShape = fc.record({
  caseId: fc.constantFrom('c1', 'c2', 'c3'),
  kind: fc.constantFrom('seizure', 'detention', 'discrepancy'),
  certainty: fc.constantFrom('presumptive', 'laboratory_confirmed'),
  seizedBy: fc.option(fc.constantFrom('AF', 'UZ', 'DE'), { nil: undefined }),
});
const followUpShape = fc.oneof(
  fc.record({
    kind: fc.constant('laboratory_result'),
    caseId: fc.constantFrom('c1', 'c2', 'nobody'),
    result: fc.constantFrom('confirmed', 'not_confirmed', 'inconclusive'),
  }),
  fc.record({
    kind: fc.constant('decision'),
    lineDay: fc.constantFrom(...DAYS),
    lineId: fc.constantFrom('0', '1', '2'),
    outcome: fc.constantFrom('released', 'seized'),
  }),
);
const contents = fc
  .uniqueArray(
    fc.record({
      unit: fc.constantFrom(...UNITS),
      operationDay: fc.constantFrom(...DAYS),
      lines: fc.array(lineShape, { maxLength: 4 }),
      cases: fc.uniqueArray(caseShape, { maxLength: 2, selector: ({ caseId }) => caseId }),
      followUps: fc.array(followUpShape, { maxLength: 2 }),
      /** Where the report is split, after how many days the two parts arrive. */
      splitAt: fc.nat(4),
      delays: fc.tuple(fc.nat(2), fc.nat(2)),
    }),
    { selector: ({ unit, operationDay }) => `${unit} ${operationDay}`, maxLength: 7 },
  )
  .map((shapes) =>
    shapes.map(({ lines, cases, followUps, operationDay, ...rest }) => ({
      ...rest,
      content: report(operationDay, {
        lines: lines.map(({ chemical, act, ...more }, index) =>
          line({
            ...(more as Partial<ControlLine>),
            lineId: String(index),
            goods: [{ declaredText: 'x', ...(chemical && { chemical, net: { amount: '1.5', unit: 'kg' } }) }],
            ...(act && { act: act as 'inspection' }),
          }),
        ),
        cases: cases.map(({ caseId, seizedBy, ...more }) =>
          seizure(caseId, { ...(more as Partial<CaseEntry>), ...(seizedBy && { seizedBy }) }),
        ),
        followUps: followUps.map((one, index) => ({ ...one, followUpId: `f${index}` })),
      }),
    })),
  );
type Told = { unit: string; content: DailyReportContent; splitAt: number; delays: [number, number] };

const onTime = (all: readonly Told[]): Arrival[] =>
  all.map(({ unit, content }) => ({
    revision: forwarded(unit, content),
    closing: DAYS.indexOf(content.operationDay),
  }));
const delayed = (day: string, days: number): number => Math.min(DAYS.indexOf(day) + days, DAYS.length - 1);

/** The same told in two parts, the second as a supplement; each part so many days late. */
function inParts({ unit, content, splitAt, delays }: Told): Arrival[] {
  const { operationDay, lines = [], cases = [], followUps = [] } = content;
  const part = {
    ...content,
    lines: lines.slice(0, splitAt),
    cases: cases.slice(0, splitAt - 1),
    followUps: followUps.slice(0, splitAt - 2),
  };
  const [first, second] = [delayed(operationDay, delays[0]), delayed(operationDay, delays[0] + delays[1])];
  return [
    { revision: forwarded(unit, part), closing: first },
    { revision: forwarded(unit, content, { revision: 2, change: 'supplement' }), closing: second },
  ];
}

const shuffled = <T>(list: readonly T[], seed: number): T[] =>
  list
    .map((one, index) => ({ one, key: Math.imul(seed + index * 7919, 2654435761) >>> 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);

describe('how the same input arrives changes no total', () => {
  const same = (how: (all: readonly Told[], seed: number) => Arrival[]) =>
    fc.assert(
      fc.property(contents, fc.integer(), (all, seed) => {
        expect(totals(closeAll(how(all, seed)))).toEqual(totals(closeAll(onTime(all))));
      }),
    );

  it('permuted', () => same((all, seed) => onTime(shuffled(all, seed))));

  it('told twice', () => same((all, seed) => shuffled([...onTime(all), ...onTime(all)], seed)));

  it('delayed until after its day was closed', () =>
    same((all) =>
      all.map(({ unit, content, delays }) => ({
        revision: forwarded(unit, content),
        closing: delayed(content.operationDay, delays[0]),
      })),
    ));

  it('split into a report and a supplement, early or late', () =>
    same((all, seed) => shuffled(all.flatMap(inParts), seed)));

  it('in any of these ways: every day goes on from the one before, and the terms add up over the days', () => {
    fc.assert(
      fc.property(contents, (all) => {
        const days = closeAll(all.flatMap(inParts));
        const terms = days.flatMap(({ sum }) => [
          ...[sum.day, sum.reportedLater, sum.supplements, sum.corrections, sum.followUps],
        ]);
        expect(terms.reduce(addFigures, NOTHING)).toEqual(days.at(-1)?.sum.cumulative);
        days.slice(1).forEach(({ sum }, index) => expect(sum.previous).toEqual(days[index]?.sum.cumulative));
      }),
    );
  });
});
