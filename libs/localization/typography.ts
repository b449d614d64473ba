import { NO_BREAK_SPACE } from './characters.js';
import { type Language, type Localized } from './language.js';

type Rule = readonly [pattern: RegExp, replacement: string];

/** Prepositions, conjunctions and particles of one or two letters that must not hang at the end of a line. */
const SHORT_RUSSIAN_WORDS = 'в|во|к|ко|с|со|о|об|у|и|а|но|на|за|из|от|до|по|не|ни';

const RULES: Localized<readonly Rule[]> = {
  en: [
    [/\bNo\. *(?=[\d{])/g, `No.${NO_BREAK_SPACE}`],
    [/(\d) (?=(?:kg|g|t|L|mL)\b)/g, `$1${NO_BREAK_SPACE}`],
  ],
  ru: [
    [/№ *(?=\S)/g, `№${NO_BREAK_SPACE}`],
    [new RegExp(`(?<![\\p{L}\\p{N}-])(${SHORT_RUSSIAN_WORDS}) (?=\\S)`, 'giu'), `$1${NO_BREAK_SPACE}`],
    [/(\d) (?=(?:кг|г|т|л|мл|шт\.|%)(?!\p{L}))/gu, `$1${NO_BREAK_SPACE}`],
    [/(?<=\S) +—/g, `${NO_BREAK_SPACE}—`],
  ],
};

const QUOTES: Localized<{
  readonly outer: readonly [string, string];
  readonly inner: readonly [string, string];
}> = {
  en: { outer: ['“', '”'], inner: ['‘', '’'] },
  ru: { outer: ['«', '»'], inner: ['„', '“'] },
};

/**
 * Puts no-break spaces where a line must not end: after № and short Russian words, before units of measure and the dash.
 * For our own sentences; an officer's text is printed as it was written. Applying it twice changes nothing.
 */
export function nonBreaking(text: string, language: Language): string {
  return RULES[language].reduce(
    (result, [pattern, replacement]) => result.replace(pattern, replacement),
    text,
  );
}

/** Puts a name between the quotes of the language («…», “…”); quotes already inside become those of the second level. */
export function quoted(text: string, language: Language): string {
  const { outer, inner } = QUOTES[language];
  const nested = text.replace(/[«“„"]([^«»“”„"]*)[»”“"]/g, `${inner[0]}$1${inner[1]}`);
  return outer[0] + nested + outer[1];
}

/** Joins names into a list: `a, b and c`, `a, b и c`. */
export function formatList(items: readonly string[], language: Language): string {
  if (items.length < 2) return items.join('');
  const conjunction = language === 'ru' ? ` и${NO_BREAK_SPACE}` : ' and ';
  return items.slice(0, -1).join(', ') + conjunction + (items.at(-1) ?? '');
}
