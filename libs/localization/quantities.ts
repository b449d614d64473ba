import { counted } from './agreement.js';
import { NO_BREAK_SPACE } from './characters.js';
import { type Language, type Localized } from './language.js';
import { formatDecimal } from './numbers.js';

/** Units of measure as reports carry them; masses and volumes are never added together. */
export type MeasureUnit = 'kg' | 'g' | 't' | 'L' | 'mL' | 'piece' | 'package';

export const MEASURE_UNITS: readonly MeasureUnit[] = ['kg', 'g', 't', 'L', 'mL', 'piece', 'package'];

/** An exact amount: a decimal numeral and the code of its unit. */
export interface Quantity {
  readonly amount: string;
  readonly unit: MeasureUnit;
}

/** Symbols do not decline and take no plural; Russian symbols by ГОСТ 8.417, «шт.» as in customs documents. */
const SYMBOLS: Readonly<Partial<Record<MeasureUnit, Localized>>> = {
  kg: { en: 'kg', ru: 'кг' },
  g: { en: 'g', ru: 'г' },
  t: { en: 't', ru: 'т' },
  L: { en: 'L', ru: 'л' },
  mL: { en: 'mL', ru: 'мл' },
};

/**
 * An amount with its unit: `20,063.10 kg`, `20 063,10 кг` (U+00A0 within and before the symbol),
 * `2 packages`, `2 грузовых места`.
 * @throws RangeError when the amount is not a plain decimal numeral.
 */
export function formatQuantity(amount: string, unit: MeasureUnit, language: Language): string {
  const symbol = SYMBOLS[unit]?.[language];
  if (symbol !== undefined) return formatDecimal(amount, language) + NO_BREAK_SPACE + symbol;
  return counted(amount, unit === 'package' ? 'package' : 'piece', language);
}

/** Totals of several kinds side by side; a semicolon, because the comma is the Russian decimal mark. */
export function formatQuantities(quantities: readonly Quantity[], language: Language): string {
  return quantities.map(({ amount, unit }) => formatQuantity(amount, unit, language)).join('; ');
}
