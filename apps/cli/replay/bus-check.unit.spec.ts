import { describe, expect, it } from '@jest/globals';
import { busCheckOf } from './bus-check.js';

const COUNTS = [
  { topic: 'a', logged: 3, onBroker: 3, waiting: 0 },
  { topic: 'b', logged: 4, onBroker: 5, waiting: 2 },
];

describe('the check of the bus', () => {
  it('names the topics that do not hold what the logs hold, and counts what is not public', () => {
    expect(busCheckOf(COUNTS, true)).toEqual({
      logged: { a: 3, b: 4 },
      endOffsets: { a: 3, b: 5 },
      unpublished: 2,
      differing: ['b'],
    });
  });

  it('knows no offsets where there is no broker', () => {
    expect(busCheckOf(COUNTS, false)).toEqual({ logged: { a: 3, b: 4 }, unpublished: 2, differing: [] });
  });
});
