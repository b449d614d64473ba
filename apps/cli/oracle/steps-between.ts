import { type AttributedCase } from './attribution.js';
import { forwardingsOf, type Forwarding, type UnitDay } from './basis.js';
import { add, additive, combine, NOTHING } from './figures.js';
import { type Change } from './happening.js';
import { type Additive } from './oracle.types.js';

/** A revision that was forwarded after the one counted then, up to the one counted now. */
export interface Step {
  readonly forwarding: Forwarding;
  readonly change: Change;
  /** Line figures less those of the revision forwarded before it. */
  readonly lines: Additive;
}

const lineFigures = (one: Forwarding): Additive =>
  one.told.kind === 'void' ? NOTHING : additive(one.told.lines ?? [], []);

/** The steps from the revision counted then to the one counted now. */
export function stepsBetween(then: Forwarding, now: UnitDay): Step[] {
  const all = forwardingsOf(now);
  const places = all.flatMap(({ number }, place) => (number > then.number ? [place] : []));
  return places.map((place) => {
    const [forwarding, before] = [all[place], all[place - 1]];
    if (!forwarding || !before) throw new Error(`${now.unit} ${now.day}: a step without a beginning`);
    const lines = combine(lineFigures(forwarding), -1, lineFigures(before));
    return { forwarding, change: forwarding.change ?? 'correction', lines };
  });
}

const tells = ({ told }: Forwarding, caseId: string): boolean =>
  (told.cases ?? []).some((entry) => entry.caseId === caseId);

/**
 * What the steps of one kind of change add: lines, and cases that they were the first to tell.
 * @param gained cases that are attributed to the unit-day now and were not then.
 */
export function addedBy(
  change: Change,
  steps: readonly Step[],
  then: Forwarding,
  gained: readonly AttributedCase[],
): Additive {
  const own = gained.filter(({ entry }) => {
    const first = steps.find(({ forwarding }) => tells(forwarding, entry.caseId));
    return first?.change === change && !tells(then, entry.caseId);
  });
  const lines = steps.filter((step) => step.change === change).map((step) => step.lines);
  return combine(add(lines), 1, additive([], own));
}
