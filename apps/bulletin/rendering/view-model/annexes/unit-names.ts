import type { DaySnapshot, SnapshotUnit } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { plainText } from '../plain-text.js';
import type { Wording } from '../wording.js';

/** The units that the snapshot names: in its coverage, or beside it where there is none. */
export const namedUnits = ({ coverage, units = [] }: DaySnapshot): readonly SnapshotUnit[] => [
  ...coverage,
  ...units,
];

/**
 * Names of the units by id, as the snapshot carries them; that of the reference data for a unit that it does not name
 * (supplementary snapshots once named none), the id itself for one that is nowhere.
 */
export function unitNames(snapshot: DaySnapshot, wording: Wording): (unit: string) => string {
  const names = new Map(
    namedUnits(snapshot).map(({ unit, name }) => [unit, plainText(name[wording.language])]),
  );
  return (unit) => names.get(unit) ?? wording.unit(unit);
}
