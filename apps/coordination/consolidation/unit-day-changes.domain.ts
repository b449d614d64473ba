import { type AdditiveFigures } from '#libs/contracts/operation-day/figures.dto.js';
import { type Contribution } from './contributions.domain.js';
import { NOTHING, subtractFigures } from './figures.domain.js';

/** What each counted unit-day contributes, by unit-day key. */
export type Contributions = ReadonlyMap<string, Contribution>;

/** How the figures of one unit-day of an earlier day differ from the snapshot before. */
export interface UnitDayChange {
  readonly key: string;
  /** It was not counted then and is now. */
  readonly isReportedLater: boolean;
  readonly difference: AdditiveFigures;
}

const figuresAt = (contributions: Contributions, key: string): AdditiveFigures =>
  contributions.get(key)?.figures ?? NOTHING;

/** Every unit-day before the day that is counted now or was counted then, by day, then unit; unchanged ones too. */
export function changesBefore(day: string, now: Contributions, before: Contributions): UnitDayChange[] {
  // A key begins with its day, so that the keys of the day itself are longer and sort behind it.
  const keys = [...new Set([...now.keys(), ...before.keys()])].filter((key) => key < day).sort();
  return keys.map((key) => ({
    key,
    isReportedLater: !before.has(key) && now.has(key),
    difference: subtractFigures(figuresAt(now, key), figuresAt(before, key)),
  }));
}
