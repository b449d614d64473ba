import { describe, expect, it } from '@jest/globals';
import { totalsByMeasure } from './exact-sum.js';

describe('totalsByMeasure', () => {
  it('adds what binary floats cannot', () => {
    const cents = Array.from({ length: 10 }, () => ({ amount: '0.1', unit: 'kg' }));
    expect(totalsByMeasure([...cents, { amount: '20063.10', unit: 'kg' }])).toEqual([
      { unit: 'kg', amount: '20064.1' },
    ]);
  });

  it('converts within a kind and keeps kinds apart, in a fixed order', () => {
    expect(
      totalsByMeasure([
        { amount: '3', unit: 'package' },
        { amount: '250', unit: 'mL' },
        { amount: '68.25', unit: 't' },
        { amount: '1.5', unit: 'L' },
        { amount: '0.000001', unit: 'g' },
      ]),
    ).toEqual([
      { unit: 'kg', amount: '68250.000000001' },
      { unit: 'L', amount: '1.75' },
      { unit: 'package', amount: '3' },
    ]);
  });

  it('says 0 for a declared 0 and nothing for nothing', () => {
    expect(totalsByMeasure([{ amount: '0.00', unit: 'L' }])).toEqual([{ unit: 'L', amount: '0' }]);
    expect(totalsByMeasure([])).toEqual([]);
  });
});
