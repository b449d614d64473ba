import type { CountryName, Participant } from '../reference-data.types.js';
import { requireUnique, withoutAbsent, type Expectation, type JsonField } from './json-field.js';
import { readMeta } from './meta.js';
import { readZone } from './read-zone.js';

const ISO2: Expectation = { pattern: /^[A-Z]{2}$/, words: 'a two-letter ISO 3166 code' };
const ISO3: Expectation = { pattern: /^[A-Z]{3}$/, words: 'a three-letter ISO 3166 code' };
const WITH_PREPOSITION: Expectation = {
  pattern: /^(в|во|на) [А-ЯЁ]/,
  words: 'the form with its preposition, for example «в Грузии»',
};
const TEXTS = 'en enFormal ru ruGenitive ruFormal ruFormalGenitive customsEn customsRu customsEn2017'.split(
  ' ',
);

function readCountry(field: JsonField, count: number): Participant {
  field.allow(
    ...TEXTS,
    'iso2',
    'iso3',
    'ruPrepositional',
    'ruAccusative',
    'tz',
    'orderEn',
    'orderRu',
    'customsRu2017',
    'note',
  );
  const text = (name: string): string => field.get(name).text();
  return withoutAbsent<Participant>({
    iso2: field.get('iso2').text(ISO2),
    iso3: field.get('iso3').text(ISO3),
    en: text('en'),
    enFormal: text('enFormal'),
    ru: text('ru'),
    ruGenitive: text('ruGenitive'),
    ruPrepositional: field.get('ruPrepositional').text(WITH_PREPOSITION),
    ruAccusative: field.get('ruAccusative').text(WITH_PREPOSITION),
    ruFormal: text('ruFormal'),
    ruFormalGenitive: text('ruFormalGenitive'),
    tz: readZone(field.get('tz')),
    orderEn: field.get('orderEn').whole(1, count),
    orderRu: field.get('orderRu').whole(1, count),
    customsEn: text('customsEn'),
    customsRu: text('customsRu'),
    customsEn2017: text('customsEn2017'),
    customsRu2017: field.get('customsRu2017').optionalText(),
  });
}

/** Each place of an alphabetical order is taken once. */
function checkOrder(list: JsonField, countries: readonly Participant[], order: 'orderEn' | 'orderRu'): void {
  if (new Set(countries.map((country) => country[order])).size !== countries.length) {
    list.refuse(`${order} must give every country a place of its own, from 1 to ${countries.length}`);
  }
}

/** Reads `countries.json`, the participants, in English order. */
export function readCountries(root: JsonField): Participant[] {
  readMeta(root);
  const list = root.get('countries');
  const fields = list.items();
  requireUnique(fields, 'iso2');
  const countries = fields.map((field) => readCountry(field, fields.length));
  checkOrder(list, countries, 'orderEn');
  checkOrder(list, countries, 'orderRu');
  return countries.sort((a, b) => a.orderEn - b.orderEn);
}

/** Reads `country-names.json`, the short names of all ISO 3166 codes. */
export function readCountryNames(root: JsonField): Record<string, CountryName> {
  readMeta(root);
  const names: Record<string, CountryName> = {};
  for (const [code, field] of root.get('names').entries()) {
    if (!ISO2.pattern.test(code)) field.refuse(`expected ${ISO2.words} as the name of the entry`);
    field.allow('en', 'ru');
    names[code] = { en: field.get('en').text(), ru: field.get('ru').text() };
  }
  return names;
}
