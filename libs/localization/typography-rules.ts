import { type Localized } from './language.js';

/** Something that must not stand in a text of ours. */
export interface TypographyRule {
  readonly id: string;
  readonly pattern: RegExp;
  /** What to write instead. */
  readonly advice: string;
}

const COMMON: readonly TypographyRule[] = [
  { id: 'straight-quotes', pattern: /"/g, advice: 'use «…» in Russian, “…” in English' },
  { id: 'hyphen-as-dash', pattern: /(?<=[^\S\n])-(?=\s)|^-(?=[^\S\n])|--/gm, advice: 'use a dash' },
  { id: 'hyphen-as-minus', pattern: /(?<=^|[\s(])-(?=\d)/gm, advice: 'use the minus sign U+2212' },
  {
    id: 'mixed-scripts',
    pattern: /\p{Script=Cyrillic}(?=\p{Script=Latin})|\p{Script=Latin}(?=\p{Script=Cyrillic})/gu,
    advice: 'write the word with the letters of one alphabet',
  },
  { id: 'double-space', pattern: /(?<=\S)[ \u00a0]{2,}(?=\S)/g, advice: 'use one space' },
  {
    id: 'space-before-mark',
    pattern: /(?<=\S)[ \u00a0](?=[,.;!?](?:\s|$))/g,
    advice: 'no space before the mark',
  },
  {
    id: 'unfilled-place',
    pattern: /\{\w+[^{}\n]*\}|\b(?:undefined|NaN)\b|\[object Object\]/g,
    advice: 'fill in the value',
  },
];

const ENGLISH: readonly TypographyRule[] = [
  { id: 'straight-apostrophe', pattern: /(?<=[A-Za-z])'(?=[A-Za-z])/g, advice: 'use ’' },
  { id: 'unbound-unit', pattern: /\d ?(?=(?:kg|mL|L)\b)/g, advice: 'U+00A0 before the unit' },
  { id: 'unbound-number', pattern: /\bNo\.(?!\u00a0)(?= ?\d)/g, advice: 'U+00A0 after No.' },
];

/** Stems that are written with ё; words where е and ё are both possible are left out. */
const YO_STEMS = 'отчет|учет|расчет|пересчет|подсчет|зачет|объем|приемк|прием(?!л)|надеж|партнер';
const YO_PARTICIPLES =
  'подтвержд|возвращ|включ|исключ|заверш|осуществл|определ|уточн|учт|проведе?|внес|перенес|произвед|введ|привед|довед|' +
  'сообщ|зачт|разреш|продл|утвержд|запрещ|защищ|освобожд|сопровожд|обобщ|отнес|размещ|помещ|перемещ';

const RUSSIAN: readonly TypographyRule[] = [
  { id: 'english-quotes', pattern: /”|(?<!„[^“]*)“/g, advice: 'use «…», inside them „…“' },
  { id: 'unbound-number-sign', pattern: /№(?!\u00a0)(?=[^\s]| \S)/g, advice: 'U+00A0 after №' },
  {
    id: 'unbound-dash',
    pattern: /(?<=\S) —|(?<=\p{L})—|(?<!\p{L})—(?=\p{L})/gu,
    advice: 'U+00A0 before the dash, a space after it',
  },
  { id: 'en-dash-as-dash', pattern: /(?<=[ \u00a0])–(?= )/g, advice: 'use — between words' },
  {
    id: 'unbound-digits',
    pattern: /(?<![\d.,:])\d{1,3}(?:[ \u202f\u2009]\d{3})+(?!\d)/g,
    advice: 'U+00A0 between groups of digits',
  },
  {
    id: 'decimal-point',
    pattern: /\d\.\d+(?=[ \u00a0]?(?:кг|г|т|л|мл|%)(?!\p{L}))/gu,
    advice: 'decimal comma',
  },
  {
    id: 'unbound-unit',
    pattern: /\d ?(?=(?:кг|мл|т|л|шт\.|%)(?!\p{L}))/gu,
    advice: 'U+00A0 before the unit',
  },
  {
    id: 'ye-for-yo',
    pattern: new RegExp(
      `(?<!\\p{L})(?:${YO_STEMS})|(?<!\\p{L})(?:еще|ее|трех|четырех)(?!\\p{L})|(?:${YO_PARTICIPLES})ен(?=$|[^\\p{L}]|н)`,
      'giu',
    ),
    advice: 'write ё',
  },
  {
    id: 'avoided-term',
    pattern: /(?<!\p{L})(?:ДСП(?!\p{L})|Киргизи|дебрифинг|захвачен|отдел(?:а|у|ом|е)? портового контроля)/giu,
    advice: 'use the term of the glossary',
  },
];

export const TYPOGRAPHY_RULES: Localized<readonly TypographyRule[]> = {
  en: [...COMMON, ...ENGLISH],
  ru: [...COMMON, ...RUSSIAN],
};
