import { type Language } from '#libs/localization/language.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { type Participant } from '#libs/reference/reference-data.types.js';
import { countryName } from './country-names.js';
import { pageMessage } from './page-messages.js';

/** A role in a sentence, without the person: `national contact point, Uzbekistan`, `Port Control Unit, UZ-ANG`. */
export function partyInWords(
  { role, unit, country }: Pick<ActingParty, 'role' | 'unit' | 'country'>,
  countries: readonly Participant[],
  language: Language,
): string {
  const name = unit ?? (country === undefined ? '' : countryName(countries, country, language));
  return pageMessage(language, `party.as.${role}`, { name });
}
