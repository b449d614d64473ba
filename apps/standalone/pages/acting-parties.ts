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
  const ofCountries = (role: string, person: string): PartyOption[] =>
    codes.map((code) => ({
      value: `${role}:${code}/${person}`,
      label: countryName(countries, code, language),
    }));
  return [
    group('ocu', [
      { value: 'ocu_head/ocu-head', label: pageMessage(language, 'party.ocu_head') },
      { value: FIRST_PARTY, label: pageMessage(language, 'party.ocu_analyst') },
    ]),
    group('contact_point', ofCountries('contact_point', 'contact-point')),
    group(
      'pcu_officer',
      [...units].map(([id, name]) => ({ value: `pcu_officer:${id}/unit-officer`, label: `${name} (${id})` })),
    ),
    group('participant', ofCountries('participant', 'reader')),
  ];
}

/** The party in words: `National contact points: Uzbekistan`; as it is when no option of the list is meant. */
export function partyInWords(value: string, groups: readonly PartyGroup[]): string {
  for (const { label, options } of groups) {
    const option = options.find((known) => known.value === value);
    if (option) return `${label}: ${option.label}`;
  }
  return value;
}
