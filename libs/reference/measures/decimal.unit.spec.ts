import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDecimals,
  canonicalDecimal,
  compareDecimals,
  decimalOf,
  formatDecimal,
  subtractDecimals,
  sumDecimals,
} from './decimal.js';

/** A decimal as the API takes it, built from its digits as integers so that no float is involved. */
const micro = fc.bigInt({ min: 0n, max: 10n ** 21n - 1n });

function textOf(millionths: bigint): string {
  const size = millionths < 0n ? -millionths : millionths;
  const digits = size.toString().padStart(7, '0');
  return `${millionths < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

describe('canonical form', () => {
  it.each([
    ['20063.10', '20063.1'],
    ['20063.000000', '20063'],
    ['0', '0'],
    ['0.0', '0'],
    ['-0', '0'],
    ['-0.50', '-0.5'],
    ['0.000001', '0.000001'],
    ['007', '7'],
    ['100', '100'],
    ['999999999999999.999999', '999999999999999.999999'],
  ])('%s is written %s', (written, canonical) => {
    expect(canonicalDecimal(written)).toBe(canonical);
  });

  it('never shows an exponent, however large or small the number', () => {
    expect(formatDecimal(decimalOf(`1${'0'.repeat(40)}`))).toBe(`1${'0'.repeat(40)}`);
    expect(formatDecimal(decimalOf(`0.${'0'.repeat(30)}1`))).toBe(`0.${'0'.repeat(30)}1`);
  });

  it('is the same text for the same value', () => {
    fc.assert(
      fc.property(micro, fc.integer({ min: 0, max: 5 }), (value, zeros) => {
        expect(canonicalDecimal(textOf(value) + '0'.repeat(zeros))).toBe(canonicalDecimal(textOf(value)));
      }),
    );
  });

  it.each([
    '',
    ' ',
    '1e3',
    '1E3',
    '0x10',
    '1,5',
    '1 000',
    '.5',
    '5.',
    '+1',
    'Infinity',
    'NaN',
    '--1',
    '٣',
    '1\n',
  ])('refuses %j, naming it', (written) => {
    expect(() => decimalOf(written)).toThrow(RangeError);
    expect(() => decimalOf(written)).toThrow(JSON.stringify(written));
  });
});

describe('arithmetic', () => {
  it('does not lose what binary floating point loses', () => {
    expect(addDecimals('0.1', '0.2')).toBe('0.3');
    expect(addDecimals('999999999999999.999999', '0.000001')).toBe('1000000000000000');
    expect(subtractDecimals('0.3', '0.1')).toBe('0.2');
    expect(subtractDecimals('68.25', '68250')).toBe('-68181.75');
  });

  it('agrees with whole-number arithmetic in millionths', () => {
    fc.assert(
      fc.property(micro, micro, (left, right) => {
        expect(addDecimals(textOf(left), textOf(right))).toBe(canonicalDecimal(textOf(left + right)));
        expect(subtractDecimals(textOf(left), textOf(right))).toBe(canonicalDecimal(textOf(left - right)));
      }),
    );
  });

  it('sums many numbers exactly and in any order', () => {
    fc.assert(
      fc.property(fc.array(micro, { maxLength: 50 }), (values) => {
        const total = canonicalDecimal(textOf(values.reduce((sum, value) => sum + value, 0n)));
        expect(sumDecimals(values.map(textOf))).toBe(total);
        expect(sumDecimals(values.map(textOf).reverse())).toBe(total);
      }),
    );
  });

  it('sums nothing to zero and a hundred thousand lines without rounding', () => {
    expect(sumDecimals([])).toBe('0');
    expect(sumDecimals(Array.from({ length: 100_000 }, () => '0.000001'))).toBe('0.1');
  });
});

describe('compareDecimals', () => {
  it.each([
    ['9', '10', -1],
    ['1.50', '1.5', 0],
    ['20063.1', '20063', 1],
    ['-1', '0', -1],
    ['0', '-0.0', 0],
  ] as const)('%s against %s is %i', (left, right, expected) => {
    expect(compareDecimals(left, right)).toBe(expected);
  });

  it('orders by value', () => {
    fc.assert(
      fc.property(micro, micro, (left, right) => {
        expect(compareDecimals(textOf(left), textOf(right))).toBe(left < right ? -1 : left > right ? 1 : 0);
      }),
    );
  });
});
