import { type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type AttributedCase } from './contributions.domain.js';

/** The country of each unit; that of a unit which a newer plan no longer has is told by its id. */
export class UnitCountries {
  private readonly known: ReadonlyMap<string, string>;

  constructor(units: readonly Pick<PlanUnit, 'id' | 'country'>[]) {
    this.known = new Map(units.map((unit) => [unit.id, unit.country]));
  }

  of(unit: string): string {
    return this.known.get(unit) ?? unit.slice(0, 2);
  }
}

/** The country for which a case counts: the seizing one for a seizure, else the unit's. */
export function countingCountry({ entry, unit }: AttributedCase, countries: UnitCountries): string {
  return entry.kind === 'seizure' ? listingCountry({ entry, unit }, countries) : countries.of(unit);
}

/** The country under which a case of any kind is listed: the seizing one, else the unit's. */
export function listingCountry(
  { entry, unit }: Pick<AttributedCase, 'entry' | 'unit'>,
  countries: UnitCountries,
): string {
  return entry.seizedBy ?? countries.of(unit);
}
