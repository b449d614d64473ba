import { describe, expect, it } from '@jest/globals';
import { ReadingTime } from './reading-time.js';

const LIMITS = { processorMilliseconds: 5000, milliseconds: 60_000 };

/** A reading that has gone on for so long. */
function after(clock: number, processor: number): boolean {
  const passed = { clock: 1000, processor: 400 };
  const time = new ReadingTime(LIMITS, { clock: () => passed.clock, processor: () => passed.processor });
  passed.clock += clock;
  passed.processor += processor;
  return time.isOver();
}

describe('the time for a workbook', () => {
  it.each([
    { what: 'a quick file', clock: 800, processor: 800, over: false },
    { what: 'a file that keeps the processor busy', clock: 5001, processor: 5001, over: true },
    { what: 'a file that had to wait on a busy machine', clock: 12_000, processor: 900, over: false },
    { what: 'a file read while other threads work', clock: 3000, processor: 5500, over: false },
    { what: 'a reading that never ends', clock: 60_001, processor: 10, over: true },
  ])('of $what is over: $over', ({ clock, processor, over }) => {
    expect(after(clock, processor)).toBe(over);
  });

  it('is over at once where none is given', () => {
    const passed = { clock: 0 };
    const time = new ReadingTime(
      { processorMilliseconds: 0, milliseconds: 60_000 },
      { clock: () => passed.clock, processor: () => passed.clock },
    );
    passed.clock += 1;
    expect(time.isOver()).toBe(true);
  });
});
