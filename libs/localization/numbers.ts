import { MINUS, NO_BREAK_SPACE } from './characters.js';
import { parseDecimal } from './decimal.js';
import { type Language } from './language.js';

const GROUP_SEPARATOR = { en: ',', ru: NO_BREAK_SPACE } as const;
const DECIMAL_MARK = { en: '.', ru: ',' } as const;

/**
 * A whole number with its thousands grouped: `3,500` in English, `3 500` with U+00A0 in Russian; minus is U+2212.
 * @throws RangeError when the number is not a safe integer: beyond that its digits would be invented.
 */
export function formatInteger(value: number | bigint, language: Language): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new RangeError(`${value} is not a whole number that can be printed exactly`);
  }
  return formatDecimal(value.toString(), language);
}

/**
 * A decimal numeral with every digit it was given (`20063.10` → `20,063.10` or `20 063,10`).
 * @throws RangeError when the text is not a plain decimal numeral.
 */
export function formatDecimal(value: string, language: Language): string {
  const { negative, integer, fraction } = parseDecimal(value);
  const grouped = integer.replace(/\B(?=(\d{3})+$)/g, GROUP_SEPARATOR[language]);
  return (negative ? MINUS : '') + grouped + (fraction === '' ? '' : DECIMAL_MARK[language] + fraction);
}

/** A number that carries its sign, for differences: `+12`, `−3`, `0`. */
export function formatDifference(value: number, language: Language): string {
  return (value > 0 ? '+' : '') + formatInteger(value, language);
}

/** A share given in per cent as a decimal numeral: `80%` in English, `80 %` with U+00A0 in Russian. */
export function formatPercent(percent: string, language: Language): string {
  return formatDecimal(percent, language) + (language === 'ru' ? NO_BREAK_SPACE : '') + '%';
}

/**
 * The share of a part in whole per cent, rounded half up; undefined when there is no whole.
 * An incomplete part never shows as 100 and a part that exists never shows as 0: "100 %" says that nothing is awaited.
 */
export function percentOf(part: number, whole: number): string | undefined {
  if (whole === 0) return undefined;
  const rounded = (BigInt(part) * 200n + BigInt(whole)) / (BigInt(whole) * 2n);
  if (part < whole && rounded === 100n) return '99';
  if (part > 0 && rounded === 0n) return '1';
  return rounded.toString();
}
