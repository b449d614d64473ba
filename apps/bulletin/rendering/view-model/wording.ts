import { orderCountries } from '#libs/localization/country-order.js';
import { isLabelCode, labelOf, type LabelSet } from '#libs/localization/labels.js';
import { type Language } from '#libs/localization/language.js';
import { type MessageArguments } from '#libs/localization/catalogue.js';
import { message, type MessageKey, type MESSAGES } from '#libs/localization/messages.js';
import { formatDifference, formatInteger } from '#libs/localization/numbers.js';
import { FINDINGS } from '#libs/reference/findings.js';
import type { BulletinReference } from '../rendering.types.js';

type Say = <Key extends MessageKey>(
  key: Key,
  ...values: MessageArguments<(typeof MESSAGES)[Key]['en']>
) => string;

/** Names and numbers in the language of one bulletin. */
export class Wording {
  readonly #units: ReadonlyMap<string, { readonly en: string; readonly ru: string }>;
  readonly #chemicals: ReadonlyMap<string, { readonly en: string; readonly ru: string }>;

  constructor(
    readonly language: Language,
    private readonly reference: BulletinReference,
  ) {
    this.#units = new Map(reference.units.map((unit) => [unit.id, unit]));
    this.#chemicals = new Map(reference.chemicals.map((chemical) => [chemical.id, chemical]));
  }

  /** A message of the catalogue in this language. */
  readonly say: Say = (key, ...values) => message(this.language, key, ...values);

  integer(value: number): string {
    return formatInteger(value, this.language);
  }

  difference(value: number): string {
    return formatDifference(value, this.language);
  }

  /** United Nations short name; the code itself where the reference has none. */
  country(code: string): string {
    const names = this.reference.countryNames;
    return Object.hasOwn(names, code) ? (names[code]?.[this.language] ?? code) : code;
  }

  /** Countries in the alphabetical order of the language. */
  inOrder<T extends { readonly country: string }>(items: readonly T[]): T[] {
    const named = items.map((item) => ({ item, iso2: item.country, ...this.namesOf(item.country) }));
    return orderCountries(named, this.language).map(({ item }) => item);
  }

  /** The unit's name in the reference data; its id where that has none. */
  unit(id: string): string {
    return this.#units.get(id)?.[this.language] ?? id;
  }

  chemical(id: string): string {
    return this.#chemicals.get(id)?.[this.language] ?? id;
  }

  /** The label of a code; the code itself where this version has none: an older renderer must not stop a bulletin. */
  label(set: LabelSet, code: string): string {
    const key = code.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return isLabelCode(set, key) ? labelOf(set, key, this.language) : code;
  }

  /** The text of a data-quality note, without its full stop. */
  finding(code: string): string {
    if (code === 'counters.differ-from-lines') return this.say('quality.counters_differ');
    const findings: Readonly<Record<string, { readonly en: string; readonly ru: string }>> = FINDINGS;
    const text = Object.hasOwn(findings, code) ? findings[code]?.[this.language] : undefined;
    return (text ?? code).replace(/\.$/, '');
  }

  private namesOf(code: string): { readonly en: string; readonly ru: string } {
    return this.reference.countryNames[code] ?? { en: code, ru: code };
  }
}

/** The first letter in lower case inside a sentence; abbreviations and formulae (`ANPP`, `N-…`) stay. */
export function withinSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** The first letter in upper case, where a label begins a line. */
export function atLineStart(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
