import { NO_BREAK_SPACE } from '#libs/localization/characters.js';
import { type Language, type Localized } from '#libs/localization/language.js';
import { formatDecimal } from '#libs/localization/numbers.js';
import { type TypedNumberProblem, type TypedNumberRefused } from './typed-number.js';

/** What to do about each problem; `ambiguous` is completed by `typedNumberText`. */
export const TYPED_NUMBER_PROBLEMS: Readonly<Record<TypedNumberProblem, Localized>> = Object.freeze({
  blank: {
    en: 'Give a number or leave the whole entry out: blank is not zero.',
    ru: 'Укажите число или не заполняйте запись: пустое значение не означает ноль.',
  },
  'not-a-number': {
    en: 'This is not a number. Write it like 20063.1, with one unit of measure at most.',
    ru: 'Это не число. Запишите его, например, так: 20063,1; единица измерения может быть только одна.',
  },
  negative: { en: 'The number must not be below zero.', ru: 'Число не может быть меньше нуля.' },
  'too-many-digits': {
    en: 'At most 15 digits may stand before the decimal mark.',
    ru: 'До десятичного знака допускается не более 15 цифр.',
  },
  'too-many-decimals': {
    en: 'At most 6 digits may stand after the decimal mark.',
    ru: 'После десятичного знака допускается не более 6 цифр.',
  },
  ambiguous: { en: 'The number can be read in two ways.', ru: 'Число можно прочитать двояко.' },
  'not-whole': { en: 'Give a whole number here.', ru: 'Здесь требуется целое число.' },
  'too-large': {
    en: 'The number is too large. At most 1 000 000 is accepted.',
    ru: `Число слишком велико. Допускается не более 1${NO_BREAK_SPACE}000${NO_BREAK_SPACE}000.`,
  },
  'unit-unknown': {
    en: 'The unit of measure is unknown. Use kg, g, t, L, mL, pcs or packages.',
    ru: 'Единица измерения неизвестна. Используйте кг, г, т, л, мл, шт. или упак.',
  },
  'unit-twice': {
    en: 'The unit of measure in this cell differs from the one in the unit column. Leave only one.',
    ru: 'Единица измерения в ячейке отличается от указанной в соседнем столбце. Оставьте только одну.',
  },
});

/** Thousands by no-break spaces in both languages: an English comma would be the very doubt it should end. */
function shown(amount: string, language: Language): string {
  const russian = formatDecimal(amount, 'ru');
  return language === 'ru' ? russian : russian.replace(',', '.');
}

/** The same amount so that it can only be read that way: no thousands separator, never three decimals. */
function unambiguous(amount: string, language: Language): string {
  const safe = /\.\d{3}$/.test(amount) ? `${amount}0` : amount;
  return language === 'ru' ? safe.replace('.', ',') : safe;
}

/** The sentence for the officer; for an ambiguous number with both readings and how to write each. */
export function typedNumberText(text: string, refused: TypedNumberRefused, language: Language): string {
  const [first, second] = refused.readings ?? [];
  if (first === undefined || second === undefined) return TYPED_NUMBER_PROBLEMS[refused.problem][language];
  const [one, two] = [shown(first, language), shown(second, language)];
  const [write, orWrite] = [unambiguous(first, language), unambiguous(second, language)];
  return language === 'ru'
    ? `«${text.trim()}» можно прочитать как ${one} (целое) или как ${two} (дробь). Если имеется в виду ${one}, запишите ${write}; если ${two} — запишите ${orWrite}: с нулём в конце число читается однозначно.`
    : `“${text.trim()}” can be read as ${one} (whole) or as ${two} (decimal). If ${one} is meant, write ${write}; if ${two} is meant, write ${orWrite}: with the zero at its end it can be read in one way only.`;
}
