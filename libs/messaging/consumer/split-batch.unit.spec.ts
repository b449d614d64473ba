import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitBatch } from './split-batch.js';

const ofSizes = (sizes: readonly (number | null)[]) =>
  sizes.map((size) => ({ value: size === null ? null : Buffer.alloc(size) }));

describe('splitBatch', () => {
  it('bounds batches by count and by bytes', () => {
    const batches = splitBatch(ofSizes([1, 1, 1, 8, 3, null]), { maxEvents: 2, maxBytes: 10 });
    expect(batches.map((batch) => batch.map(({ value }) => value?.length))).toEqual([
      [1, 1],
      [1, 8],
      [3, undefined],
    ]);
  });

  it('takes a record above the limit alone', () => {
    expect(
      splitBatch(ofSizes([1, 50, 1]), { maxEvents: 9, maxBytes: 10 }).map((batch) => batch.length),
    ).toEqual([1, 1, 1]);
  });

  it('keeps every record and the order', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(
        sizes,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 40 }),
        (list, maxEvents, maxBytes) => {
          const records = ofSizes(list);
          const batches = splitBatch(records, { maxEvents, maxBytes });
          expect(batches.flat()).toEqual(records);
          expect(batches.every((batch) => batch.length <= maxEvents)).toBe(true);
        },
      ),
    );
  });
});
