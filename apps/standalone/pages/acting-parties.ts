import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type Language } from '#libs/localization/language.js';
import { type Participant } from '#libs/reference/reference-data.types.js';
import { countryName, inOrderOf } from './country-names.js';
import { pageMessage } from './page-messages.js';

/** Who a browser acts as until the person has chosen: may read everything of an operation day, changes nothing alone. */
export const FIRST_PARTY = 'ocu_analyst/ocu-analyst';

export interface PartyOption {
  /** As in the header of the acting party. */
  readonly value: string;
  readonly label: string;
  /** The party in a sentence: `national contact point, Uzbekistan`. */
  readonly inWords: string;
}

export interface PartyGroup {
  readonly label: string;
  readonly options: readonly PartyOption[];
}

/** The parties of the loaded operations, each with a person named after its function. */
export function actingParties(
  plans: readonly OperationPlan[],
  countries: readonly Participant[],
  language: Language,
): PartyGroup[] {
  const codes = inOrderOf(
    countries,
    language,
    new Set(plans.flatMap((plan) => plan.countries.map(({ code }) => code))),
  );
  const units = new Map(plans.flatMap((plan) => plan.units.map((unit) => [unit.id, unit.name[language]])));
  const group = (key: 'ocu' | 'contact_point' | 'pcu_officer' | 'participant', options: PartyOption[]) => ({
    label: pageMessage(language, `party.group.${key}`),
    options,
  });
  const ofCountries = (role: 'contact_point' | 'participant', person: string): PartyOption[] =>
    codes.map((code) => {
      const name = countryName(countries, code, language);
      const inWords = pageMessage(language, `party.as.${role}`, { name });
      return { value: `${role}:${code}/${person}`, label: name, inWords };
    });
  const ofOcu = (role: 'ocu_head' | 'ocu_analyst', value: string): PartyOption => ({
    value,
    label: pageMessage(language, `party.${role}`),
    inWords: pageMessage(language, `party.as.${role}`),
  });
  const ofUnit = (id: string, name: string): PartyOption => ({
    value: `pcu_officer:${id}/unit-officer`,
    label: `${name} (${id})`,
    inWords: pageMessage(language, 'party.as.pcu_officer', { name: `${name} (${id})` }),
  });
  return [
    group('ocu', [ofOcu('ocu_head', 'ocu_head/ocu-head'), ofOcu('ocu_analyst', FIRST_PARTY)]),
    group('contact_point', ofCountries('contact_point', 'contact-point')),
    group(
      'pcu_officer',
      [...units].map(([id, name]) => ofUnit(id, name)),
    ),
    group('participant', ofCountries('participant', 'reader')),
  ];
}

/** The party in words: `national contact point, Uzbekistan`; as it is when no option of the list is meant. */
export function partyInWords(value: string, groups: readonly PartyGroup[]): string {
  const options = groups.flatMap((group) => group.options);
  return options.find((option) => option.value === value)?.inWords ?? value;
}
