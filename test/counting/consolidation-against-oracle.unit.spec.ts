import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareSnapshot, describeDifference } from '../../apps/cli/oracle/compare-snapshot.js';
import { expectedDays } from '../../apps/cli/oracle/oracle.js';
import { snapshotOf } from '../../apps/coordination/closing/snapshot.domain.js';
import {
  countedRevisions,
  type ForwardedRevision,
} from '../../apps/coordination/consolidation/basis.domain.js';
import { consolidateDay } from '../../apps/coordination/consolidation/consolidate-day.domain.js';
import { tallyReport } from '../../apps/coordination/consolidation/report-tally.domain.js';
import { PLAN } from '../../apps/coordination/testing/reports.js';
import { forwardedContent } from '../../apps/reporting/daily-report/forwarded-content.domain.js';
import { isOnTime } from '../../apps/reporting/daily-report/operation-day-window.domain.js';
import { play, type Closed, type Played, type Told } from './play-operation.js';
import { actions, UNITS } from './random-operation.js';

const [unit] = PLAN.units;
if (!unit) throw new Error('the plan has no unit');
const plan = {
  ...PLAN,
  countries: ['UZ', 'AF', 'KZ'].map((code) => ({ code, sharing: 'full' as const })),
  units: UNITS.map((id) => ({
    ...unit,
    id,
    country: id.slice(0, 2),
    ...(id === 'AF-KBL' && { closedDays: ['2017-09-06'] }),
  })),
};

/** Newest forwarded revision of each unit-day, as coordination keeps them. */
function newestForwarded(told: readonly Told[]): ForwardedRevision[] {
  const byUnitDay = new Map<string, Told[]>();
  for (const one of told.filter(({ state }) => state === 'forwarded')) {
    const key = `${one.day} ${one.unit}`;
    byUnitDay.set(key, [...(byUnitDay.get(key) ?? []), one]);
  }
  return [...byUnitDay.values()].map((all) => {
    const [first, newest] = [all[0], all.at(-1)];
    if (!first || !newest) throw new Error('an empty unit-day');
    const origin = { unit: newest.unit, operationDay: newest.day };
    return {
      ...origin,
      revision: newest.revision,
      contentHash: 'x',
      kind: newest.content.kind,
      reason: newest.reason,
      onTime: isOnTime(plan, newest.day, first.at),
      forwardedRevisions: all.length,
      tally: tallyReport(forwardedContent(newest.content), [], origin),
    };
  });
}

function snapshotsOf({ told, closings }: Played) {
  let previous: ForwardedRevision[] = [];
  return closings.map((closing, index) => {
    const known = told.slice(0, closing.toldBefore);
    const newest = newestForwarded(known.filter(({ day }) => day <= closing.day));
    const snapshot = snapshotAt(closing, index + 1, known, newest, previous);
    previous = countedRevisions(newest);
    return snapshot;
  });
}

function snapshotAt(
  { day, at }: Closed,
  number: number,
  known: readonly Told[],
  newest: readonly ForwardedRevision[],
  previous: readonly ForwardedRevision[],
) {
  const states = known.filter((one) => one.day === day).map((one) => [one.unit, one.state] as const);
  const figures = consolidateDay({
    plan,
    operationDay: day,
    newest,
    previous,
    newestState: new Map(states),
    isDue: true,
    chemicals: {
      isListed: (chemical) => CHEMICALS.some(({ id }) => id === chemical),
      isControlled: (chemical) => chemical !== 'iodine',
    },
  });
  const closing = {
    attempt: 1,
    state: 'sealing',
    requestedAt: at,
    requestedBy: '',
    assessment: null,
    override: null,
  } as const;
  const basis = countedRevisions(newest);
  const fixed = { planVersion: 1, revision: 0, referenceVersion: 'r', previousSnapshotHash: undefined };
  return snapshotOf(
    { plan, operationDay: day, number, basis, closing, sealOverride: undefined, ...fixed },
    figures,
  );
}

const CHEMICALS = [
  { id: 'acetone', controlledSince: '1988-12-20' },
  { id: 'acetic_acid', controlledSince: '1988-12-20' },
  { id: 'iodine' },
];

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('the consolidated days of random operations', () => {
  it('are what the oracle computes, figure by figure', () => {
    fc.assert(
      fc.property(actions, (some) => {
        const played = plain(play(plan, some));
        const expected = expectedDays(plan, played.steps, CHEMICALS);
        const snapshots = plain(snapshotsOf(played));
        expect(snapshots).toHaveLength(expected.length);
        const differences = expected.flatMap((day, index) => compareSnapshot(day, snapshots[index]));
        expect(differences.map(describeDifference)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('add up: each cumulative is the one before, the day, what came later and the corrections', () => {
    fc.assert(
      fc.property(actions, (some) => {
        const snapshots = snapshotsOf(play(plan, some));
        let before = {
          controls: 0,
          inspections: 0,
          examinations: 0,
          withDiscrepancy: 0,
          seizures: 0,
          detentions: 0,
        };
        for (const { sum, cumulative } of snapshots) {
          for (const figure of Object.keys(before) as (keyof typeof before)[]) {
            expect(sum.previous[figure]).toBe(before[figure]);
            const terms = [sum.previous, sum.day, sum.reportedLater, sum.corrections];
            expect(terms.reduce((total, term) => total + term[figure], 0)).toBe(cumulative[figure]);
          }
          before = sum.cumulative;
        }
      }),
      { numRuns: 200 },
    );
  });
});
