import { describe, expect, it } from '@jest/globals';
import { toldNumber } from './told-number.domain.js';

describe('the number of a new revision', () => {
  it('is the first of a day of which nothing was told', () => {
    expect(toldNumber(undefined, false, 1)).toEqual({ isTold: true, toldAs: 1 });
  });

  it.each([
    ['submitted', { isTold: false, toldAs: 3 }],
    ['held', { isTold: false, toldAs: 3 }],
    ['forwarded', { isTold: false, toldAs: null }],
    ['queried', { isTold: false, toldAs: null }],
    ['consolidated', { isTold: false, toldAs: null }],
    ['returned', { isTold: true, toldAs: 4 }],
    ['withdrawn', { isTold: true, toldAs: 4 }],
  ] as const)('that says what one says that is %s', (state, expected) => {
    expect(toldNumber({ toldAs: 3, state }, true, 4)).toEqual(expected);
  });

  it.each(['submitted', 'held', 'forwarded', 'returned'] as const)(
    'is the next where it says something else than one that is %s',
    (state) => {
      expect(toldNumber({ toldAs: 3, state }, false, 4)).toEqual({ isTold: true, toldAs: 4 });
    },
  );
});
