import { type Language } from './language.js';

/** What ordering needs of a country. */
export interface NamedCountry {
  readonly iso2: string;
  readonly en: string;
  readonly ru: string;
}

const RUSSIAN_ALPHABET = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';

/**
 * Compares by the Russian alphabet, ё after е, whatever the ICU version: blanks and marks come before letters
 * («Гвинея» before «Гвинея-Бисау»), Cyrillic before other scripts, equal texts by code unit.
 */
export function compareRussian(a: string, b: string): number {
  const [left, right] = [weights(a), weights(b)];
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length || compareCodeUnits(a, b);
}

/** How a document of that language orders names, whatever the ICU version. */
export function nameOrder(language: Language): (a: string, b: string) => number {
  return language === 'ru' ? compareRussian : compareCodeUnits;
}

/** Countries in the order a document of that language lists them; the given list is left as it is. */
export function orderCountries<T extends NamedCountry>(countries: readonly T[], language: Language): T[] {
  const byName = nameOrder(language);
  return [...countries].sort((a, b) => byName(a[language], b[language]) || compareCodeUnits(a.iso2, b.iso2));
}

function weights(text: string): number[] {
  return Array.from(text.toLowerCase(), weight);
}

function weight(character: string): number {
  const position = RUSSIAN_ALPHABET.indexOf(character);
  if (position >= 0) return 0x10000 + position;
  const isLetter = character.toUpperCase() !== character;
  return (isLetter ? 0x20000 : 0) + (character.codePointAt(0) ?? 0);
}

function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
