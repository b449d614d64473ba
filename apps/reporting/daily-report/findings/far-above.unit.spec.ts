import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { medianFarBelow } from './far-above.domain.js';

describe('a figure against the history of the unit', () => {
  it.each<[string, string[], string | undefined]>([
    ['1000', ['1', '1', '1', '1'], undefined],
    ['10', ['0', '0', '0', '0', '0'], undefined],
    ['11', ['0', '0', '0', '0', '0'], '0'],
    ['30', ['10', '10', '10', '10', '10'], undefined],
    ['30.000001', ['10', '10', '10', '10', '10'], '10'],
    ['31', ['10', '10', '10', '10', '10', '10'], '10'],
    // A wild value of the past does not hide the next.
    ['31', ['10', '10', '5000', '10', '10'], '10'],
    // Median 20, deviations 18 18 0 20 30: 20 + 3 × 1.4826 × 18 = 100.06.
    ['100', ['2', '38', '20', '0', '50'], undefined],
    ['101', ['2', '38', '20', '0', '50'], '20'],
    ['20063', ['1', '2', '3', '4', '5', '6'], '3.5'],
  ])('%s against %p: %p', (value, history, expected) => {
    expect(medianFarBelow(value, history)).toBe(expected);
  });

  it('does not depend on the order of the history, and is asked about the more the higher it is', () => {
    const figures = fc.array(fc.nat(100_000), { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(figures, fc.nat(1_000_000), (numbers, value) => {
        const history = numbers.map(String);
        const answer = medianFarBelow(String(value), history);
        expect(medianFarBelow(String(value), [...history].reverse())).toBe(answer);
        if (answer !== undefined) expect(medianFarBelow(String(value + 1), history)).toBe(answer);
      }),
    );
  });
});
