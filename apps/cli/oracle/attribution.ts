import { type UnitDay } from './basis.js';
import { type OracleCase } from './oracle.types.js';

/** A case at the one unit-day that it counts for. */
export interface AttributedCase {
  readonly unit: string;
  readonly unitCountry: string;
  readonly day: string;
  readonly entry: OracleCase;
  /** Country that the case counts for. */
  readonly country: string;
}

/** Each case once: the unit-days must come ordered by day, then unit, so that the first mention is the right one. */
export function attributeCases(basis: readonly UnitDay[]): AttributedCase[] {
  const first = new Map<string, AttributedCase>();
  for (const { unit, country, day, cases } of basis) {
    for (const entry of cases) {
      if (first.has(entry.caseId)) continue;
      const counting = entry.kind === 'seizure' ? (entry.seizedBy ?? country) : country;
      first.set(entry.caseId, { unit, unitCountry: country, day, entry, country: counting });
    }
  }
  return [...first.values()];
}
