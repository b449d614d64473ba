import { orderCountries } from '#libs/localization/country-order.js';
import { type Language } from '#libs/localization/language.js';
import { type Participant } from '#libs/reference/reference-data.types.js';

/** The name of a participating country; its code when the reference data do not know it. */
export function countryName(countries: readonly Participant[], code: string, language: Language): string {
  return countries.find(({ iso2 }) => iso2 === code)?.[language] ?? code;
}

/** Codes in the order in which a document of that language lists the countries. */
export function inOrderOf(
  countries: readonly Participant[],
  language: Language,
  codes: ReadonlySet<string>,
): string[] {
  const named = [...codes].map((iso2) => ({
    iso2,
    en: countryName(countries, iso2, 'en'),
    ru: countryName(countries, iso2, 'ru'),
  }));
  return orderCountries(named, language).map(({ iso2 }) => iso2);
}
