import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const drawn = (): number[] => {
  const values: number[] = [];
  fc.assert(fc.property(fc.integer(), (value) => void values.push(value)));
  return values;
};

describe('property tests', () => {
  it('try the same cases in every run, unless they are told otherwise', () => {
    const isFixed = process.env['PROPERTY_SEED'] !== 'random';
    expect(JSON.stringify(drawn()) === JSON.stringify(drawn())).toBe(isFixed);
  });
});
