import { type ForwardedChange } from '#libs/contracts/vocabulary.js';
import { type AdditiveFigures } from '#libs/contracts/operation-day/figures.dto.js';
import { unitDayKey, type ForwardedRevision } from './basis.domain.js';
import { caseFigures, lineFigures, type AttributedCase, type Contribution } from './contributions.domain.js';
import { addFigures, NOTHING, subtractFigures } from './figures.domain.js';

/** What each counted unit-day contributes, by unit-day key. */
export type Contributions = ReadonlyMap<string, Contribution>;

/** A difference by the term of the sum that it belongs to. */
export type Terms = Readonly<Record<'reportedLater' | 'supplements' | 'corrections', AdditiveFigures>>;

/** A revision that was forwarded after the one which the snapshot before counted. */
export interface Step {
  readonly revision: ForwardedRevision;
  readonly change: ForwardedChange;
  /** Its line figures less those of the revision forwarded before it. */
  readonly lines: AdditiveFigures;
}

/** How the figures of one earlier unit-day differ from the snapshot before. */
export interface UnitDayChange {
  readonly key: string;
  readonly wasCounted: boolean;
  readonly isCounted: boolean;
  readonly difference: AdditiveFigures;
  readonly terms: Terms;
  /** In the order of forwarding; none where the counted revision is the same or the unit-day was or is not counted. */
  readonly steps: readonly Step[];
}

/** What the changes are found from. */
export interface ChangeSource {
  /** Whether a unit-day of this day is an earlier one. */
  readonly isEarlier: (operationDay: string) => boolean;
  readonly now: Contributions;
  /** Contributions of the snapshot before. */
  readonly before: Contributions;
  /** Revisions forwarded after those that the snapshot before counted; further ones do no harm. */
  readonly forwardedSince: readonly ForwardedRevision[];
}

const NO_TERMS: Terms = { reportedLater: NOTHING, supplements: NOTHING, corrections: NOTHING };

const TERM_OF = { supplement: 'supplements', reported_later: 'reportedLater' } as const;

/** Every earlier unit-day that is counted now or was counted then, by day, then unit; unchanged ones too. */
export function changesBefore({ isEarlier, now, before, forwardedSince }: ChangeSource): UnitDayChange[] {
  const since = byUnitDay(forwardedSince);
  const keys = [...new Set([...now.keys(), ...before.keys()])].filter((key) => isEarlier(dayOf(key)));
  return keys.sort().map((key) => {
    const [then, is] = [before.get(key), now.get(key)];
    const difference = subtractFigures(is?.figures ?? NOTHING, then?.figures ?? NOTHING);
    const steps = then && is ? stepsOf(then, is, since.get(key) ?? []) : [];
    const terms = then && is ? splitBySteps(then, is, steps, difference) : wholeOf(difference, !then);
    return { key, wasCounted: then !== undefined, isCounted: is !== undefined, difference, terms, steps };
  });
}

const dayOf = (key: string): string => key.slice(0, 'YYYY-MM-DD'.length);

function byUnitDay(revisions: readonly ForwardedRevision[]): Map<string, ForwardedRevision[]> {
  const found = new Map<string, ForwardedRevision[]>();
  for (const revision of revisions) {
    const key = unitDayKey(revision);
    const known = found.get(key);
    if (known) known.push(revision);
    else found.set(key, [revision]);
  }
  return found;
}

const wholeOf = (difference: AdditiveFigures, isReportedLater: boolean): Terms =>
  isReportedLater ? { ...NO_TERMS, reportedLater: difference } : { ...NO_TERMS, corrections: difference };

function stepsOf(then: Contribution, is: Contribution, since: readonly ForwardedRevision[]): Step[] {
  const [from, to] = [then.revision.revision, is.revision.revision];
  const revisions = since
    .filter(({ revision }) => from < revision && revision <= to)
    .sort((a, b) => a.revision - b.revision);
  return revisions.map((revision, index) => ({
    revision,
    change: revision.change ?? 'correction',
    lines: subtractFigures(lineFigures(revision), lineFigures(revisions[index - 1] ?? then.revision)),
  }));
}

function splitBySteps(
  then: Contribution,
  is: Contribution,
  steps: readonly Step[],
  difference: AdditiveFigures,
): Terms {
  const sums = { supplements: NOTHING, reportedLater: NOTHING };
  const add = (step: Step | undefined, figures: AdditiveFigures): void => {
    if (!step || step.change === 'correction') return;
    const term = TERM_OF[step.change];
    sums[term] = addFigures(sums[term], figures);
  };
  for (const step of steps) add(step, step.lines);
  for (const { entry } of newCases(then, is))
    add(
      steps.find(({ revision }) => tells(revision, entry.caseId)),
      { ...NOTHING, ...caseFigures([entry]) },
    );
  const told = addFigures(sums.supplements, sums.reportedLater);
  return { ...sums, corrections: subtractFigures(difference, told) };
}

/** Cases that the unit-day counts now and did not count then, and that its revision of then did not tell. */
function newCases(then: Contribution, is: Contribution): AttributedCase[] {
  const counted = new Set(then.cases.map(({ entry }) => entry.caseId));
  return is.cases.filter(({ entry }) => !counted.has(entry.caseId) && !tells(then.revision, entry.caseId));
}

const tells = ({ tally }: ForwardedRevision, caseId: string): boolean =>
  tally.cases.some((entry) => entry.caseId === caseId);
