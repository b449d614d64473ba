import { canonicalJson } from '#libs/contracts/canonical-json.js';
import { type DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { snapshotOf } from '../../apps/coordination/closing/snapshot.domain.js';
import {
  countedRevisions,
  type ForwardedRevision,
} from '../../apps/coordination/consolidation/basis.domain.js';
import { consolidateDay } from '../../apps/coordination/consolidation/consolidate-day.domain.js';
import { type KnownState } from '../../apps/coordination/consolidation/coverage.domain.js';
import { periodOf } from '../../apps/coordination/consolidation/period.domain.js';
import { tallyReport } from '../../apps/coordination/consolidation/report-tally.domain.js';
import {
  changedUnitDays,
  figureChanges,
  saying,
} from '../../apps/coordination/consolidation/revised-edition.domain.js';
import { UnitCountries } from '../../apps/coordination/consolidation/unit-countries.domain.js';
import { isOnTime } from '../../apps/reporting/daily-report/submission/operation-day-window.domain.js';
import { type Closed, type Played, type Told } from './play-operation.js';

/** Chemicals of the reference list, for both sides. */
export const CHEMICALS = [
  { id: 'acetone', controlledSince: '1988-12-20' },
  { id: 'acetic_acid', controlledSince: '1988-12-20' },
  { id: 'iodine' },
];

/** An edition as coordination keeps it. */
interface Edition {
  readonly snapshot: DaySnapshot;
  readonly counted: readonly ForwardedRevision[];
  /** The edition of the closed day before that it was counted against. */
  readonly dayBefore: Edition | undefined;
}

/** Every forwarded revision, each with the marks of its unit-day as they stood then. */
function forwardedRevisions(plan: OperationPlan, told: readonly Told[]): ForwardedRevision[] {
  const first = new Map<string, Told>();
  const counts = new Map<string, number>();
  return told.flatMap((one) => {
    const { unit, day, content } = one;
    if (one.state !== 'forwarded' || !content) return [];
    const key = `${day} ${unit}`;
    if (!first.has(key)) first.set(key, one);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const origin = { unit, operationDay: day };
    return [
      {
        ...origin,
        revision: one.revision,
        contentHash: canonicalJson(content),
        kind: content.kind,
        reason: one.reason,
        change: one.change,
        onTime: isOnTime(plan, day, first.get(key)?.at ?? one.at),
        forwardedRevisions: counts.get(key) ?? 1,
        tally: tallyReport(content, [], origin),
      },
    ];
  });
}

const newestOf = (forwarded: readonly ForwardedRevision[], day: string): ForwardedRevision[] => [
  ...new Map(
    forwarded
      .filter(({ operationDay }) => operationDay <= day)
      .map((one) => [`${one.operationDay} ${one.unit}`, one] as const),
  ).values(),
];

/** Newest event by unit; a question and its answer are set aside. */
function newestStates(known: readonly Told[], day: string): Map<string, KnownState> {
  const states = new Map<string, KnownState>();
  for (const { unit, day: own, state } of known)
    if (own === day && state !== 'queried' && state !== 'answered') states.set(unit, state);
  return states;
}

/** The snapshots that coordination's rules make of what was told, in the order in which they are made. */
export function snapshotsOf(plan: OperationPlan, { told, closings }: Played): DaySnapshot[] {
  const editions: Edition[] = [];
  for (const closing of closings) {
    const edition = editionOf(plan, closing, told.slice(0, closing.toldBefore), editions);
    if (edition) editions.push(edition);
  }
  return editions.map(({ snapshot }) => snapshot);
}

const newestEdition = (editions: readonly Edition[], day: string | undefined): Edition | undefined =>
  editions.findLast(({ snapshot }) => snapshot.operationDay === day);

/** The edition, or undefined where it says nothing else than the one before. */
function editionOf(
  plan: OperationPlan,
  { day, at, isRevision }: Closed,
  known: readonly Told[],
  editions: readonly Edition[],
): Edition | undefined {
  const closedDays = editions.filter(({ snapshot }) => snapshot.revision === 0);
  const closedBefore = closedDays.map(({ snapshot }) => snapshot.operationDay).filter((one) => one < day);
  const editionBefore = isRevision ? newestEdition(editions, day) : undefined;
  const dayBefore = editionBefore ? editionBefore.dayBefore : newestEdition(editions, closedBefore.at(-1));
  const forwardedSince = forwardedRevisions(plan, known);
  const newest = newestOf(forwardedSince, day);
  const period = periodOf(plan, day, closedBefore.at(-1));
  const figures = consolidateDay({
    plan,
    operationDay: day,
    period,
    newest,
    previous: dayBefore?.counted ?? [],
    forwardedSince,
    newestState: newestStates(known, day),
    isDue: true,
    chemicals: {
      isListed: (chemical) => CHEMICALS.some(({ id }) => id === chemical),
      isControlled: (chemical) => chemical !== 'iodine',
    },
  });
  const counted = countedRevisions(newest);
  const snapshot = snapshotOf(
    {
      plan,
      planVersion: 1,
      operationDay: day,
      periodFrom: period.from,
      number: editionBefore?.snapshot.number ?? closedDays.length + 1,
      revision: editionBefore ? editionBefore.snapshot.revision + 1 : 0,
      referenceVersion: 'r',
      basis: counted,
      closing: {
        attempt: 1,
        state: 'sealing',
        requestedAt: at,
        requestedBy: '',
        assessment: null,
        override: null,
        revisionReason: null,
        textsUnfinished: [],
      },
      previousSnapshotHash: undefined,
      sealOverride: undefined,
      texts: [],
      revised: editionBefore && {
        editionBefore: 'a hash',
        reason: { en: 'Reason', ru: 'Причина' },
        figures: figureChanges(editionBefore.snapshot, figures),
        unitDays: changedUnitDays(
          { newest, previous: editionBefore.counted, forwardedSince },
          new UnitCountries(plan.units),
        ),
      },
    },
    figures,
  );
  const isSame =
    editionBefore && canonicalJson(saying(editionBefore.snapshot)) === canonicalJson(saying(snapshot));
  return isSame ? undefined : { snapshot, counted, dayBefore };
}
