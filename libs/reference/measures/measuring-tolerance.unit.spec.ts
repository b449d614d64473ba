import { describe, expect, it } from '@jest/globals';
import { isBeyondTolerance } from './measuring-tolerance.js';
import { type Quantity } from './quantity.js';

const q = (text: string): Quantity => {
  const [amount = '', unit = ''] = text.split(' ');
  return { amount, unit: unit as Quantity['unit'] };
};

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
