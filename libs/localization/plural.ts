import { parseDecimal } from './decimal.js';
import { type Language } from './language.js';

export type PluralCategory = 'one' | 'few' | 'many' | 'other';

export type Gender = 'masculine' | 'feminine' | 'neuter';

/** Something that is counted: a whole number, or a decimal numeral where fractions occur. */
export type Count = number | string;

/** The forms of a Russian noun (with its adjectives) after a number: 1 отчёт, 2 отчёта, 5 отчётов, 1,5 отчёта. */
export interface RussianNounForms {
  readonly one: string;
  readonly few: string;
  readonly many: string;
  readonly other: string;
}

/**
 * The plural category of a number.
 * Source: Unicode CLDR 48, supplemental/plurals.xml, cardinal rules for en and ru, with the operands
 * i (integer digits) and v (count of visible fraction digits, trailing zeros included): `1.0` is not "one".
 * @throws RangeError when the count is not a plain decimal number.
 */
export function pluralCategory(count: Count, language: Language): PluralCategory {
  const { integer, fraction } = parseDecimal(String(count));
  if (fraction !== '') return 'other';
  return language === 'en' ? englishCategory(integer) : russianCategory(integer);
}

/** en: one = (i = 1 and v = 0); other = the rest. */
function englishCategory(integer: string): PluralCategory {
  return integer === '1' ? 'one' : 'other';
}

/**
 * ru, v = 0: one = (i % 10 = 1 and i % 100 != 11); few = (i % 10 = 2..4 and i % 100 != 12..14); many = the rest.
 * Only the last two digits matter, so numbers of any length are exact.
 */
function russianCategory(integer: string): PluralCategory {
  const lastTwo = Number(integer.slice(-2));
  const last = lastTwo % 10;
  if (last === 1 && lastTwo !== 11) return 'one';
  if (last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14)) return 'few';
  return 'many';
}

/** The form of a Russian noun that stands after this number in the nominative: 21 отчёт, 2 отчёта, 11 отчётов. */
export function russianNounForm(count: Count, forms: RussianNounForms): string {
  return forms[pluralCategory(count, 'ru')];
}

/**
 * The form after a number in the genitive: из 21 группы, из 2 групп, от 5 групп, из 1,5 тонны.
 * The genitive singular is the form of fractions, the genitive plural that of "many".
 */
export function russianGenitiveForm(count: Count, forms: RussianNounForms): string {
  const category = pluralCategory(count, 'ru');
  return category === 'few' || category === 'many' ? forms.many : forms.other;
}
