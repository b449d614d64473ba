import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { COVERAGE_STATES } from '#libs/contracts/vocabulary.js';
import { D5, D6, forwarded, PLAN, report } from '../testing/reports.js';
import { type ForwardedRevision } from './basis.domain.js';
import { coverageOf, expectedUnits, reportedUnits, type KnownState } from './coverage.domain.js';

interface Known {
  readonly revision?: ForwardedRevision;
  readonly state?: KnownState;
  readonly isDue?: boolean;
  readonly day?: string;
}

/** Coverage of AF-KBL, which the plan closes on 6 September. */
function kabul({ revision, state, isDue = true, day = D5 }: Known) {
  const [unit] = coverageOf(PLAN.units, day, {
    forwarded: new Map(revision && [[revision.unit, revision]]),
    newestState: new Map(state && [['AF-KBL', state]]),
    isDue,
  });
  return unit;
}

const sent = (kind: 'report' | 'nil' | 'void', more: Parameters<typeof forwarded>[2] = {}) =>
  forwarded('AF-KBL', report(D5, { kind }), more);

describe('the coverage of a unit', () => {
  it.each<[string, Known, object]>([
    [
      'a report in time',
      { revision: sent('report') },
      { state: 'on_time', nil: false, corrected: false, revision: 1 },
    ],
    ['a report too late', { revision: sent('report', { onTime: false }) }, { state: 'late', revision: 1 }],
    ['a nil report', { revision: sent('nil') }, { state: 'on_time', nil: true }],
    [
      'a corrected report',
      { revision: sent('report', { revision: 3, forwardedRevisions: 2 }) },
      { state: 'on_time', corrected: true, revision: 3 },
    ],
    [
      'a forwarded report with a newer one that waits',
      { revision: sent('report'), state: 'submitted' },
      { state: 'on_time', revision: 1 },
    ],
    ['a report that waits', { state: 'submitted' }, { state: 'with_contact_point' }],
    ['a report that waits on a closed day', { state: 'submitted', day: D6 }, { state: 'with_contact_point' }],
    ['a held report', { state: 'held' }, { state: 'with_contact_point' }],
    ['a withdrawn report', { state: 'withdrawn' }, { state: 'missing' }],
    ['a withdrawn report on a closed day', { state: 'withdrawn', day: D6 }, { state: 'not_expected' }],
    ['a returned report', { state: 'returned' }, { state: 'returned' }],
    ['nothing before the cut-off', { isDue: false }, { state: 'not_due' }],
    ['nothing after it', {}, { state: 'missing' }],
    ['nothing on a closed day', { day: D6, isDue: false }, { state: 'not_expected' }],
    ['a report on a closed day', { revision: sent('report'), day: D6 }, { state: 'on_time' }],
    [
      'a void',
      { revision: sent('void', { revision: 2, forwardedRevisions: 2 }), state: 'forwarded' },
      { state: 'missing', nil: false, corrected: false },
    ],
  ])('%s', (_what, known, expected) => {
    expect(kabul(known)).toMatchObject(expected);
  });

  it('names a revision beside a counted report alone', () => {
    expect(kabul({ state: 'submitted' })).not.toHaveProperty('revision');
    expect(kabul({ revision: sent('void') })).not.toHaveProperty('revision');
  });
});

describe('the coverage of a day', () => {
  const states = fc.option(
    fc.constantFrom<KnownState>('submitted', 'returned', 'held', 'withdrawn', 'forwarded'),
    {
      nil: undefined,
    },
  );
  const revisions = fc.option(
    fc.record({
      kind: fc.constantFrom('report', 'nil', 'void'),
      onTime: fc.boolean(),
      forwardedRevisions: fc.integer({ min: 1, max: 3 }),
    }),
    { nil: undefined },
  );

  it('is a partition: every unit of the plan in exactly one state, by unit id', () => {
    const knowledge = fc.tuple(...PLAN.units.map(() => fc.tuple(revisions, states)));
    fc.assert(
      fc.property(knowledge, fc.boolean(), fc.constantFrom(D5, D6), (known, isDue, day) => {
        const forwardedByUnit = new Map<string, ForwardedRevision>();
        const newestState = new Map<string, KnownState>();
        known.forEach(([revision, state], index) => {
          const { id } = PLAN.units[index] ?? { id: '' };
          if (revision)
            forwardedByUnit.set(id, forwarded(id, report(day, { kind: revision.kind }), revision));
          if (state) newestState.set(id, state);
        });
        const coverage = coverageOf(PLAN.units, day, { forwarded: forwardedByUnit, newestState, isDue });
        expect(coverage.map(({ unit }) => unit)).toEqual(['AF-KBL', 'UZ-ANG', 'UZ-CHU']);
        const sizes = COVERAGE_STATES.map((state) => coverage.filter((unit) => unit.state === state).length);
        expect(sizes.reduce((sum, size) => sum + size)).toBe(PLAN.units.length);
        expect(coverage.filter(({ state }) => state === 'not_due').length === 0 || !isDue).toBe(true);
        const reported = reportedUnits(coverage);
        expect(expectedUnits(coverage)).toEqual(expect.arrayContaining(reported));
        expect(reported.map(({ unit }) => unit)).toEqual(
          coverage.filter(({ revision }) => revision !== undefined).map(({ unit }) => unit),
        );
        for (const unit of coverage.filter((one) => one.nil || one.corrected))
          expect(reported).toContain(unit);
      }),
    );
  });
});
