import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  MEASURE_UNITS,
  TRANSPORT_KINDS,
  type MeasureUnit,
  type TransportKind,
} from '#libs/contracts/vocabulary.js';
import { LANGUAGES } from '#libs/localization/language.js';
import { formatQuantity } from '#libs/localization/quantities.js';
import { canonicalDecimal } from './decimal.js';
import { readTypedCounter, readTypedQuantity, type TypedNumberProblem } from './typed-number.js';

describe('readTypedQuantity', () => {
  it.each<[string, string, MeasureUnit | undefined, boolean]>([
    ['20063.1', '20063.1', undefined, false],
    ['1 234,5', '1234.5', undefined, false],
    ['1\u00a0234,5', '1234.5', undefined, false],
    ['1\u202f234\u2009567,25', '1234567.25', undefined, false],
    ["1'234.5", '1234.5', undefined, true],
    ['1’234’567', '1234567', undefined, true],
    ['1313, 38 kg', '1313.38', 'kg', true],
    ['1,313.38', '1313.38', undefined, true],
    ['1.883.322, 00', '1883322', undefined, true],
    ['1.883.322,00', '1883322', undefined, true],
    ['1,883,322', '1883322', undefined, true],
    ['12,34,567.89', '1234567.89', undefined, true],
    ['1 234,567', '1234.567', undefined, false],
    ['0,250 кг', '0.25', 'kg', false],
    [',250', '0.25', undefined, true],
    ['20063,100', '20063.1', undefined, false],
    ['20,0630', '20.063', undefined, false],
    ['007', '7', undefined, false],
    ['٢٠٠٦٣٫١', '20063.1', undefined, true],
    ['۱۲۳', '123', undefined, true],
    ['١٬٢٣٤', '1234', undefined, true],
    ['25кг.', '25', 'kg', false],
    ['25 КГ', '25', 'kg', false],
    ['68 т', '68', 't', false],
    ['20 MT', '20', 't', false],
    ['20 tons', '20', 't', false],
    ['250 г', '250', 'g', false],
    ['15 520 л', '15520', 'L', false],
    ['5 мл', '5', 'mL', false],
    ['kg 25', '25', 'kg', false],
    ['12 шт.', '12', 'piece', false],
    ['80 мест', '80', 'package', false],
    ['80 грузовых мест', '80', 'package', false],
    ['2 упак.', '2', 'package', false],
    ['1,250 pcs', '1250', 'piece', true],
    ['2,0 шт', '2', 'piece', false],
    ['\u200e25\u00a0kg\ufeff', '25', 'kg', false],
  ])('%s is %s %s (told: %s)', (text, amount, unit, understood) => {
    expect(readTypedQuantity(text, {})).toEqual({ ok: true, amount, ...(unit && { unit }), understood });
  });

  it.each<[string, TransportKind, string]>([
    ['68,250 т', 'wagon', '68.25'],
    ['20,063 t', 'container', '20.063'],
    ['138,000 kg', 'truck', '138'],
    ['138.000 кг', 'container', '138'],
    ['500,000 L', 'wagon', '500'],
  ])('%s in a %s can only be %s', (text, transportKind, amount) => {
    expect(readTypedQuantity(text, { transportKind })).toMatchObject({ ok: true, amount, understood: true });
  });

  it.each<[string, TransportKind | undefined, MeasureUnit | undefined, string, string]>([
    ['20,063 kg', 'container', undefined, '20063', '20.063'],
    ['20.063', 'container', 'kg', '20063', '20.063'],
    ['138,000 kg', 'wagon', undefined, '138000', '138'],
    ['68,250 т', 'other', undefined, '68250', '68.25'],
    ['1,250', 'truck', undefined, '1250', '1.25'],
    ['500,000 g', 'container', undefined, '500000', '500'],
    ['500,000 t', 'truck', undefined, '500000', '500'],
    ['138,000 шт', 'truck', undefined, '138000', '138'],
  ])('%s in a %s (%s) is asked back: %s or %s', (text, transportKind, unit, ...readings) => {
    const context = { ...(transportKind && { transportKind }), ...(unit && { unit }) };
    expect(readTypedQuantity(text, context)).toEqual({ ok: false, problem: 'ambiguous', readings });
  });

  it.each<[string, TypedNumberProblem]>([
    ['', 'blank'],
    [' \u00a0\u200b', 'blank'],
    ['-5', 'negative'],
    ['− 5 кг', 'negative'],
    ['about', 'not-a-number'],
    ['kg', 'not-a-number'],
    ['~25', 'not-a-number'],
    ['25-30', 'not-a-number'],
    ['2 x 25', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['12 5', 'not-a-number'],
    ['1,,5', 'not-a-number'],
    ['25.', 'not-a-number'],
    ['.', 'not-a-number'],
    ['1,234 567', 'not-a-number'],
    ['1 234.567,8', 'not-a-number'],
    ['1,2345,678', 'not-a-number'],
    ['1٫234٫567', 'not-a-number'],
    ['kg 25 kg', 'not-a-number'],
    ['25 %', 'not-a-number'],
    ['25 пудов', 'unit-unknown'],
    ['25 lb', 'unit-unknown'],
    ['1234567890123456', 'too-many-digits'],
    ['1.0000001', 'too-many-decimals'],
    ['2,5 шт', 'not-whole'],
    ['9'.repeat(81), 'not-a-number'],
  ])('refuses %j: %s', (text, problem) => {
    expect(readTypedQuantity(text, {})).toEqual({ ok: false, problem });
  });

  it('takes the unit of the column, and a unit in the cell only where it is the same', () => {
    expect(readTypedQuantity('25', { unit: 'L' })).toMatchObject({ amount: '25', unit: 'L' });
    expect(readTypedQuantity('25 кг', { unit: 'kg' })).toMatchObject({ amount: '25', unit: 'kg' });
    expect(readTypedQuantity('25 кг', { unit: 't' })).toEqual({ ok: false, problem: 'unit-twice' });
    expect(readTypedQuantity('1,5', { unit: 'package' })).toEqual({ ok: false, problem: 'not-whole' });
  });
});

const decimals = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.stringMatching(/^\d{1,6}$/))
  .map(([whole, fraction]) => canonicalDecimal(`${whole}.${fraction}`));

describe('properties', () => {
  it('what a bulletin prints is read as what it was, or asked back with it among the readings', () => {
    const unit = fc.constantFrom(...MEASURE_UNITS.filter((code) => code !== 'piece' && code !== 'package'));
    fc.assert(
      fc.property(decimals, unit, fc.constantFrom(...LANGUAGES), (amount, code, language) => {
        const read = readTypedQuantity(formatQuantity(amount, code, language), {});
        if (read.ok) expect(read).toMatchObject({ amount, unit: code });
        else expect([read.problem, read.readings]).toEqual(['ambiguous', expect.arrayContaining([amount])]);
      }),
      { seed: 31 },
    );
  });

  it('a Russian numeral below a thousand with three decimals is the only printed form that is asked back', () => {
    fc.assert(
      fc.property(decimals, (amount) => {
        const read = readTypedQuantity(formatQuantity(amount, 'kg', 'ru'), {});
        expect(read.ok).toBe(!/^[1-9]\d{0,2}\.\d{3}$/.test(amount));
      }),
      { seed: 32 },
    );
  });

  it('never throws, and gives only canonical amounts', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(..."0123456789 .,'٫٣kgтшт-".split('')) }),
    );
    const kind = fc.option(fc.constantFrom(...TRANSPORT_KINDS), { nil: undefined });
    const unit = fc.option(fc.constantFrom(...MEASURE_UNITS), { nil: undefined });
    fc.assert(
      fc.property(typed, kind, unit, (text, transportKind, code) => {
        const read = readTypedQuantity(text, {
          ...(transportKind && { transportKind }),
          ...(code && { unit: code }),
        });
        if (read.ok) expect(read.amount).toMatch(/^(0|[1-9]\d{0,14})(\.\d{0,5}[1-9])?$/);
        else expect(read.readings?.length ?? 0).toBe(read.problem === 'ambiguous' ? 2 : 0);
        readTypedCounter(text);
      }),
      { numRuns: 2000, seed: 33 },
    );
  });

  it('answers a long hostile text in linear time: quadratic time would outlast the test', () => {
    for (const part of ['1', '1,', ' ', "'", '٣', 'kg ', '\u200b']) {
      expect(readTypedQuantity(`${part.repeat(2_000_000)}x`, {}).ok).toBe(false);
    }
  });
});

describe('readTypedCounter', () => {
  it.each<[string, number, boolean]>([
    ['0', 0, false],
    ['1 234', 1234, false],
    ['1,234', 1234, true],
    ['1.234', 1234, true],
    ['12,0', 12, false],
    ['۱۲', 12, true],
    ['1000000', 1_000_000, false],
  ])('%s is %i (told: %s)', (text, count, understood) => {
    expect(readTypedCounter(text)).toEqual({ ok: true, count, understood });
  });

  it.each<[string, TypedNumberProblem]>([
    ['', 'blank'],
    ['1,5', 'not-whole'],
    ['0,250', 'not-whole'],
    ['-1', 'negative'],
    ['5 кг', 'not-a-number'],
    ['five', 'not-a-number'],
    ['1000001', 'too-large'],
    ['9'.repeat(30), 'too-large'],
  ])('refuses %j: %s', (text, problem) => {
    expect(readTypedCounter(text)).toEqual({ ok: false, problem });
  });
});
