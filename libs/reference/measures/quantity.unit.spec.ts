import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MEASURE_UNITS, type MeasureUnit } from '#libs/contracts/vocabulary.js';
import { compareDecimals } from './decimal.js';
import { convert, totalByKind, type Quantity } from './quantity.js';
import { BASE_UNIT, MEASURE_KINDS, UNITS, kindOf } from './units.js';

const amount = fc.stringMatching(/^(0|[1-9]\d{0,14})(\.\d{1,6})?$/);
const unit = fc.constantFrom(...MEASURE_UNITS);
const quantity: fc.Arbitrary<Quantity> = fc.record({ amount, unit });

describe('units', () => {
  it('gives every unit of the contracts a kind, and every kind a base unit of its own kind', () => {
    expect(Object.keys(UNITS).sort()).toEqual([...MEASURE_UNITS].sort());
    for (const kind of MEASURE_KINDS) {
      expect(kindOf(BASE_UNIT[kind])).toBe(kind);
      expect(UNITS[BASE_UNIT[kind]].inBase).toBe('1');
    }
  });

  it('counts pieces and packages separately', () => {
    expect(kindOf('piece')).not.toBe(kindOf('package'));
  });
});

describe('convert', () => {
  it.each<[string, MeasureUnit, MeasureUnit, string]>([
    ['68250', 'kg', 't', '68.25'],
    ['68.25', 't', 'kg', '68250'],
    ['400', 'g', 'kg', '0.4'],
    ['0.000001', 'g', 't', '0.000000000001'],
    ['14.5', 't', 'g', '14500000'],
    ['360', 'L', 'mL', '360000'],
    ['5', 'mL', 'L', '0.005'],
    ['7500', 'piece', 'piece', '7500'],
    ['525.0', 'package', 'package', '525'],
    ['999999999999999.999999', 't', 'g', '999999999999999999999'],
  ])('%s %s in %s are %s', (value, from, to, expected) => {
    expect(convert(value, from, to)).toBe(expected);
  });

  it.each<[MeasureUnit, MeasureUnit]>([
    ['kg', 'L'],
    ['L', 't'],
    ['piece', 'package'],
    ['package', 'kg'],
    ['mL', 'g'],
  ])('refuses %s to %s and names both kinds', (from, to) => {
    expect(() => convert('1', from, to)).toThrow(RangeError);
    expect(() => convert('1', from, to)).toThrow(new RegExp(`${kindOf(from)}.*${kindOf(to)}`));
  });

  it('goes there and back without a trace', () => {
    fc.assert(
      fc.property(amount, unit, unit, (value, from, to) => {
        fc.pre(kindOf(from) === kindOf(to));
        expect(compareDecimals(convert(convert(value, from, to), to, from), value)).toBe(0);
      }),
    );
  });
});

describe('totalByKind', () => {
  it('keeps the 33 tonnes and 360 litres of sulphuric acid apart', () => {
    const total = totalByKind([
      { amount: '33', unit: 't' },
      { amount: '360', unit: 'L' },
    ]);
    expect(total).toEqual([
      { kind: 'mass', unit: 'kg', amount: '33000' },
      { kind: 'volume', unit: 'L', amount: '360' },
    ]);
  });

  it('lists the kinds in one order, whatever the order of the lines', () => {
    const total = totalByKind([
      { amount: '2', unit: 'package' },
      { amount: '3', unit: 'piece' },
      { amount: '500', unit: 'mL' },
      { amount: '250', unit: 'g' },
      { amount: '0.75', unit: 'kg' },
    ]);
    expect(total.map(({ kind }) => kind)).toEqual(['mass', 'volume', 'piece', 'package']);
    expect(total.map(({ amount: sum }) => sum)).toEqual(['1', '0.5', '3', '2']);
  });

  it('leaves out a kind that nobody measured, and keeps a measured zero', () => {
    expect(totalByKind([])).toEqual([]);
    expect(totalByKind([{ amount: '0.0', unit: 'kg' }])).toEqual([{ kind: 'mass', unit: 'kg', amount: '0' }]);
  });

  it('does not depend on the order of the lines nor on how they are split', () => {
    fc.assert(
      fc.property(fc.array(quantity, { maxLength: 20 }), fc.nat(20), (lines, cut) => {
        const whole = totalByKind(lines);
        expect(totalByKind([...lines].reverse())).toEqual(whole);
        expect(totalByKind([...totalByKind(lines.slice(0, cut)), ...totalByKind(lines.slice(cut))])).toEqual(
          whole,
        );
      }),
    );
  });
});
