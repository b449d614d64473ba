import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDecimal, formatDifference, formatInteger, formatPercent, percentOf } from './numbers.js';

describe('formatInteger', () => {
  it.each([
    [0, '0', '0'],
    [117, '117', '117'],
    [3500, '3,500', '3\u00a0500'],
    [20063, '20,063', '20\u00a0063'],
    [1234567, '1,234,567', '1\u00a0234\u00a0567'],
    [-12, '\u221212', '\u221212'],
    [-3500, '\u22123,500', '\u22123\u00a0500'],
    [-0, '0', '0'],
  ])('prints %d as %s and %s', (value, en, ru) => {
    expect(formatInteger(value, 'en')).toBe(en);
    expect(formatInteger(value, 'ru')).toBe(ru);
  });

  it('prints numbers of any length exactly', () => {
    expect(formatInteger(12345678901234567890n, 'en')).toBe('12,345,678,901,234,567,890');
  });

  it.each([1.5, NaN, Infinity, 2 ** 53])('refuses %d, whose digits it would have to invent', (value) => {
    expect(() => formatInteger(value, 'ru')).toThrow(RangeError);
  });

  it('agrees with Intl where a float is exact', () => {
    const english = new Intl.NumberFormat('en-US');
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 31 - 1 }), (n) => {
        expect(formatInteger(n, 'en')).toBe(english.format(n));
        expect(formatInteger(n, 'ru')).toBe(english.format(n).replaceAll(',', '\u00a0'));
      }),
    );
  });
});

describe('formatDecimal', () => {
  it.each([
    ['1.5', '1.5', '1,5'],
    ['20063.10', '20,063.10', '20\u00a0063,10'],
    ['68.250', '68.250', '68,250'],
    ['1234567.1234567', '1,234,567.1234567', '1\u00a0234\u00a0567,1234567'],
    ['0.30', '0.30', '0,30'],
    ['007', '7', '7'],
    ['+5', '5', '5'],
    ['-0.5', '\u22120.5', '\u22120,5'],
    ['-0.00', '0.00', '0,00'],
  ])('keeps every digit of %s', (value, en, ru) => {
    expect(formatDecimal(value, 'en')).toBe(en);
    expect(formatDecimal(value, 'ru')).toBe(ru);
  });

  it('keeps digits that a binary float would lose', () => {
    expect(formatDecimal('9007199254740993.10000000000000000001', 'en')).toBe(
      '9,007,199,254,740,993.10000000000000000001',
    );
  });

  it.each(['', ' 1', '1,5', '1 000', '1e3', '.5', '5.', 'abc', '--1', '1.2.3'])('refuses "%s"', (value) => {
    expect(() => formatDecimal(value, 'en')).toThrow(/is not a plain decimal number/);
  });

  it('gives back the digits it was given when its marks are taken away', () => {
    const numeral = fc.stringMatching(/^[1-9]\d{0,20}\.\d{1,10}$/);
    fc.assert(
      fc.property(numeral, (value) => {
        expect(formatDecimal(value, 'en').replaceAll(',', '')).toBe(value);
        expect(formatDecimal(value, 'ru').replaceAll('\u00a0', '').replace(',', '.')).toBe(value);
      }),
    );
  });
});

describe('formatDifference', () => {
  it('always carries its sign, except for zero', () => {
    expect(formatDifference(12, 'ru')).toBe('+12');
    expect(formatDifference(-1200, 'ru')).toBe('\u22121\u00a0200');
    expect(formatDifference(0, 'en')).toBe('0');
  });
});

describe('formatPercent', () => {
  it('puts a no-break space before the sign in Russian only', () => {
    expect(formatPercent('80', 'en')).toBe('80%');
    expect(formatPercent('12.5', 'ru')).toBe('12,5\u00a0%');
  });
});

describe('percentOf', () => {
  it.each([
    [43, 48, '90'],
    [1, 3, '33'],
    [2, 3, '67'],
    [1, 2, '50'],
    [0, 48, '0'],
    [48, 48, '100'],
    [1, 8, '13'],
  ])('%d of %d is %s per cent', (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent);
  });

  it('does not call an incomplete part complete, nor a small part nothing', () => {
    expect(percentOf(999, 1000)).toBe('99');
    expect(percentOf(1, 1000)).toBe('1');
  });

  it('has no answer without a whole', () => {
    expect(percentOf(0, 0)).toBeUndefined();
  });
});
