import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from './language.js';
import { formatQuantities, formatQuantity, MEASURE_UNITS } from './quantities.js';
import { findTypographyProblems } from './typography-check.js';

describe('formatQuantity', () => {
  it.each([
    ['20063.10', 'kg', '20,063.10\u00a0kg', '20\u00a0063,10\u00a0кг'],
    ['15520', 'L', '15,520\u00a0L', '15\u00a0520\u00a0л'],
    ['250', 'mL', '250\u00a0mL', '250\u00a0мл'],
    ['68.25', 't', '68.25\u00a0t', '68,25\u00a0т'],
    ['0.5', 'g', '0.5\u00a0g', '0,5\u00a0г'],
    ['1', 'package', '1 package', '1\u00a0грузовое место'],
    ['2', 'package', '2 packages', '2\u00a0грузовых места'],
    ['120', 'package', '120 packages', '120\u00a0грузовых мест'],
    ['21', 'piece', '21 pieces', '21\u00a0штука'],
    ['1', 'piece', '1 piece', '1\u00a0штука'],
    ['12', 'piece', '12 pieces', '12\u00a0штук'],
  ] as const)('%s %s', (amount, unit, en, ru) => {
    expect(formatQuantity(amount, unit, 'en')).toBe(en);
    expect(formatQuantity(amount, unit, 'ru')).toBe(ru);
  });

  it('prints every unit in both languages without a typographic problem', () => {
    for (const language of LANGUAGES) {
      for (const unit of MEASURE_UNITS) {
        expect(findTypographyProblems(formatQuantity('1234.5', unit, language), language)).toEqual([]);
      }
    }
  });

  it('refuses an amount that is no number', () => {
    expect(() => formatQuantity('1 313, 38', 'kg', 'ru')).toThrow(RangeError);
  });
});

describe('formatQuantities', () => {
  it('shows each kind of total, apart by a semicolon', () => {
    const totals = [
      { amount: '1200.5', unit: 'kg' },
      { amount: '15520', unit: 'L' },
    ] as const;
    expect(formatQuantities(totals, 'en')).toBe('1,200.5\u00a0kg; 15,520\u00a0L');
    expect(formatQuantities(totals, 'ru')).toBe('1\u00a0200,5\u00a0кг; 15\u00a0520\u00a0л');
  });

  it('is empty for nothing', () => {
    expect(formatQuantities([], 'en')).toBe('');
  });
});
