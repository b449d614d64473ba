import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareSnapshot, describeDifference } from '../../apps/cli/oracle/compare-snapshot.js';
import { expectedDays } from '../../apps/cli/oracle/oracle.js';
import { type DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type AdditiveFigures } from '#libs/contracts/operation-day/figures.dto.js';
import { CERTAINTIES, CONCLUSIVE_RESULTS } from '#libs/contracts/vocabulary.js';
import { addFigures, NOTHING } from '../../apps/coordination/consolidation/figures.domain.js';
import { saysTheSame } from '../../apps/reporting/daily-report/forwarded/told-report.js';
import { PLAN } from '../../apps/coordination/testing/reports.js';
import { CHEMICALS, snapshotsOf } from './consolidate-operation.js';
import { play } from './play-operation.js';
import { type Revision, type UnitDay } from './told-abroad.js';
import { actions, SUPPLEMENTARY_DAYS, UNITS, type Action } from './random-operation.js';

const [unit] = PLAN.units;
if (!unit) throw new Error('the plan has no unit');
const plan = {
  ...PLAN,
  followUpsUntil: '2017-09-20',
  countries: ['UZ', 'AF', 'KZ'].map((code) => ({ code, sharing: 'full' as const })),
  units: UNITS.map((id) => ({
    ...unit,
    id,
    country: id.slice(0, 2),
    ...(id === 'AF-KBL' && { closedDays: ['2017-09-06'] }),
  })),
};

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const RUNS = 300;

/** What a random operation came to, so that a run in which something never happens is seen. */
const met = new Map<string, number>();
const meet = (what: string, times = 1): void => void met.set(what, (met.get(what) ?? 0) + times);

/**
 * Each cumulative is the one before and the six terms that came to it. Before a day stands the newest edition of the day
 * closed last; before a revised edition what stood before its original.
 */
function expectSums(snapshots: readonly DaySnapshot[]): void {
  const before = new Map<string, AdditiveFigures>();
  let standing: AdditiveFigures = NOTHING;
  let newestDay = '';
  for (const { operationDay, sum, cumulative } of snapshots) {
    const { cumulative: total, ...terms } = sum;
    expect(Object.values(terms)).toHaveLength(6);
    expect(Object.values(terms).reduce(addFigures, NOTHING)).toEqual(total);
    expect(cumulative).toMatchObject(total);
    if (!before.has(operationDay)) before.set(operationDay, standing);
    expect(terms.previous).toEqual(before.get(operationDay));
    if (operationDay < newestDay) continue;
    newestDay = operationDay;
    standing = total;
  }
}

function meetNumbers({ revisions }: UnitDay): void {
  meetSharedNumbers(revisions);
  meetToldAgain(revisions.filter((one) => one.wasForwarded));
}

/** Revisions that share their number with one before them that waited. */
function meetSharedNumbers(revisions: readonly Revision[]): void {
  for (const [index, { toldAs, wasForwarded, wasHeld }] of revisions.entries()) {
    const isReplaced = toldAs !== undefined && toldAs === revisions[index + 1]?.toldAs && !wasForwarded;
    if (isReplaced) meet(wasHeld ? 'replaced silently when held' : 'replaced silently');
  }
}

/** Forwardings that say again what the one before them said. */
function meetToldAgain(forwarded: readonly Revision[]): void {
  for (const [index, { toldAs, told }] of forwarded.entries()) {
    const next = forwarded[index + 1];
    if (told && next?.told && toldAs !== next.toldAs && saysTheSame(told, next.told)) meet('told again');
  }
}

function compare(some: readonly Action[]): string[] {
  const played = plain(play(plan, some));
  played.unitDays.forEach(meetNumbers);
  const expected = expectedDays(plan, played.steps, CHEMICALS);
  const snapshots = plain(snapshotsOf(plan, played));
  expectSums(snapshots);
  for (const { sum, earlierDayChanges, followUps, revised, kind, cases, byOutcome } of snapshots) {
    for (const [term, figures] of Object.entries(sum))
      if (Object.values(figures as object).some((value) => value !== 0)) meet(term);
    for (const change of earlierDayChanges) meet(change.kind);
    meet('listed follow-ups', followUps.length);
    for (const { certainty, laboratoryResult = 'nothing' } of cases)
      meet(`${certainty}, ${laboratoryResult}`);
    meet('outcomes decided away', byOutcome.filter(({ cumulative }) => cumulative === 0).length);
    if (revised) meet('revised');
    if (kind === 'supplementary') meet(kind);
  }
  expect(snapshots.map(({ number, revision }) => [number, revision])).toEqual(
    expected.map(({ number, revision }) => [number, revision]),
  );
  return expected.flatMap((day, index) => compareSnapshot(day, snapshots[index])).map(describeDifference);
}

describe('the consolidated days of random operations', () => {
  it('are what the oracle computes, figure by figure, and add up', () => {
    fc.assert(
      fc.property(actions, (some) => expect(compare(some)).toEqual([])),
      { numRuns: RUNS },
    );
    const wanted = [
      'reportedLater supplements corrections followUps',
      'reported_later supplement correction void',
    ];
    const ofCases = CERTAINTIES.flatMap((certainty) =>
      [...CONCLUSIVE_RESULTS, 'nothing'].map((result) => `${certainty}, ${result}`),
    );
    for (const what of [...wanted.join(' ').split(' '), ...ofCases, 'outcomes decided away'])
      expect([what, met.get(what) ?? 0]).not.toEqual([what, 0]);
    expect(met.get('listed follow-ups')).toBeGreaterThan(100);
    for (const what of ['replaced silently', 'replaced silently when held', 'told again'])
      expect([what, (met.get(what) ?? 0) > 25]).toEqual([what, true]);
    expect(met.get('revised')).toBeGreaterThan(100);
    expect(met.get('supplementary')).toBeGreaterThanOrEqual(RUNS * SUPPLEMENTARY_DAYS.length);
  });
});
