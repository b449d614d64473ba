import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { plainText } from '../plain-text.js';
import type { Wording } from '../wording.js';

/**
 * Names of the units by id, as the snapshot carries them; that of the reference data for a unit without coverage (no unit
 * has one in a supplementary bulletin), the id itself for one that is nowhere.
 */
export function unitNames({ coverage }: DaySnapshot, wording: Wording): (unit: string) => string {
  const names = new Map(coverage.map(({ unit, name }) => [unit, plainText(name[wording.language])]));
  return (unit) => names.get(unit) ?? wording.unit(unit);
}
