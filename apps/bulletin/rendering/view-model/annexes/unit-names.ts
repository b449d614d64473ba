import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import type { Language } from '#libs/localization/language.js';
import { plainText } from '../plain-text.js';

/** Names of the units by id, as the snapshot carries them; the id itself for a unit that is no longer in the plan. */
export function unitNames({ coverage }: DaySnapshot, language: Language): (unit: string) => string {
  const names = new Map(coverage.map(({ unit, name }) => [unit, plainText(name[language])]));
  return (unit) => names.get(unit) ?? unit;
}
