import { describe, expect, it } from '@jest/globals';
import { densityOff } from './density-hint.js';
import { isBeyondTolerance } from './measuring-tolerance.js';
import { exceededLimit } from './payload-limits.js';
import { type Quantity } from './quantity.js';

const q = (text: string): Quantity => {
  const [amount = '', unit = ''] = text.split(' ');
  return { amount, unit: unit as Quantity['unit'] };
};

describe('the payload of a transport unit', () => {
  it.each([
    ['container', '36000 kg', undefined],
    ['container', '36.000001 t', '36000'],
    ['container', '40000.5 L', '40000'],
    ['truck', '68250 kg', '60000'],
    ['wagon', '68250 kg', undefined],
    ['wagon', '68250 t', '125000'],
    ['container', '1000000 piece', undefined],
    ['other', '999999 t', undefined],
  ] as const)('%s with %s exceeds %s', (kind, quantity, limit) => {
    expect(exceededLimit(kind, q(quantity))?.amount).toBe(limit);
  });
});

describe('the density hint', () => {
  it.each([
    ['1080 kg', '1000 L', '1.08', undefined],
    ['1000 L', '1.25 t', '1.08', undefined],
    ['15520 L', '1552 kg', '1.08', '0.1'],
    ['1 t', '1000 mL', '1.08', '1000'],
    ['20 kg', '21 kg', '1.08', undefined],
    ['20 L', '21 L', '1.08', undefined],
    ['20 kg', '0 L', '1.08', undefined],
    ['2.16 kg', '1 L', '1.08', undefined],
    ['2.17 kg', '1 L', '1.08', '2.17'],
    ['0.54 kg', '1 L', '1.08', undefined],
    ['0.53 kg', '1 L', '1.08', '0.53'],
  ])('%s and %s at %s kg/L: %s', (one, other, density, expected) => {
    expect(densityOff(q(one), q(other), density)).toBe(expected);
    expect(densityOff(q(other), q(one), density)).toBe(expected);
  });
});

describe('the tolerance of measuring', () => {
  it.each([
    ['100 kg', '102 kg', 'solid', false],
    ['100 kg', '102.000001 kg', 'solid', true],
    ['100 kg', '97.9 kg', 'liquid', true],
    ['100 L', '105000 mL', 'liquid', false],
    ['100 L', '94.9 L', 'liquid', true],
    ['100 kg', '91 kg', 'plant_material', false],
    ['100 kg', '91 L', 'liquid', false],
    ['5 package', '4 package', 'medicament', true],
    ['0 kg', '0 kg', 'solid', false],
    ['0 kg', '1 g', 'solid', true],
  ] as const)('%s declared, %s measured (%s): beyond %s', (declared, measured, form, expected) => {
    expect(isBeyondTolerance(q(declared), q(measured), form)).toBe(expected);
  });
});
