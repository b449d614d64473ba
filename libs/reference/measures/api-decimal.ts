import { canonicalDecimal } from './decimal.js';

/** Why a value of the API is no decimal. */
export type DecimalProblem =
  | 'not-text'
  | 'blank'
  | 'negative'
  | 'comma'
  | 'exponent'
  | 'foreign-digits'
  | 'leading-zero'
  | 'too-many-digits'
  | 'too-many-decimals'
  | 'not-a-number';

export type ParsedDecimal =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly problem: DecimalProblem };

const API_DECIMAL = /^(0|[1-9]\d{0,14})(\.\d{1,6})?$/;

const DIAGNOSES: readonly (readonly [RegExp, DecimalProblem])[] = [
  [/^\s*$/, 'blank'],
  [/^\s*[-\u2212]/, 'negative'],
  [/^(?=[^,]*,)[\d.,\s]+$/, 'comma'],
  [/^\d+(\.\d+)?e[+-]?\d+$/i, 'exponent'],
  [/^(?=.*[^0-9.,])[\p{Nd}.,]+$/u, 'foreign-digits'],
];

/** The remark that helps most; a number in plain form that is out of bounds comes first. */
function diagnose(text: string): DecimalProblem {
  const plain = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (plain) {
    const whole = plain[1] ?? '';
    if (whole.length > 1 && whole.startsWith('0')) return 'leading-zero';
    return whole.length > 15 ? 'too-many-digits' : 'too-many-decimals';
  }
  return DIAGNOSES.find(([pattern]) => pattern.test(text))?.[1] ?? 'not-a-number';
}

/**
 * Reads a quantity of the API: a plain decimal string with up to 15 digits before and 6 after the point, not below zero.
 * Strict on purpose: `20,063` can be 20 063 or 20.063, and the API has nobody to ask.
 * @returns the canonical text (`20063.10` → `20063.1`) or the problem; never throws.
 */
export function parseApiDecimal(value: unknown): ParsedDecimal {
  if (typeof value !== 'string') return { ok: false, problem: 'not-text' };
  if (API_DECIMAL.test(value)) return { ok: true, value: canonicalDecimal(value) };
  return { ok: false, problem: diagnose(value) };
}

/** What to do about each problem, in both working languages. */
export const DECIMAL_PROBLEMS: Readonly<
  Record<DecimalProblem, { readonly en: string; readonly ru: string }>
> = Object.freeze({
  'not-text': {
    en: 'Send the number as text, for example "20063.1".',
    ru: 'Передайте число в виде строки, например "20063.1".',
  },
  blank: {
    en: 'Give a number or leave the field out: blank is not zero.',
    ru: 'Укажите число или не передавайте поле: пустое значение не означает ноль.',
  },
  negative: { en: 'The number must not be below zero.', ru: 'Число не может быть меньше нуля.' },
  comma: {
    en: 'Use a point for decimals and no separators, for example 20063.1.',
    ru: 'Отделяйте дробную часть точкой и не используйте разделители разрядов, например 20063.1.',
  },
  exponent: {
    en: 'Write the number out, without an exponent.',
    ru: 'Запишите число полностью, без степени десяти.',
  },
  'foreign-digits': { en: 'Use the digits 0 to 9.', ru: 'Используйте цифры от 0 до 9.' },
  'leading-zero': { en: 'Remove the zeros in front of the number.', ru: 'Удалите нули в начале числа.' },
  'too-many-digits': {
    en: 'At most 15 digits may stand before the point.',
    ru: 'До точки допускается не более 15 цифр.',
  },
  'too-many-decimals': {
    en: 'At most 6 digits may stand after the point.',
    ru: 'После точки допускается не более 6 цифр.',
  },
  'not-a-number': {
    en: 'This is not a number. Write it like 20063.1.',
    ru: 'Это не число. Запишите его, например, так: 20063.1.',
  },
});
