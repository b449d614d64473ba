import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readWorkbook, WorkbookRefusedError } from './read-workbook.js';
import { goodWorkbooks, withBytesChanged } from './testing/good-workbooks.js';
import { smallWorkbook, workbookEntries } from './testing/small-workbook.js';
import { writeZip } from './testing/zip-writer.js';

/** Reads whatever it is; anything but a workbook or a refusal fails. */
async function outcomeOf(file: Buffer): Promise<'read' | 'refused'> {
  try {
    await readWorkbook(file);
    return 'read';
  } catch (error) {
    if (error instanceof WorkbookRefusedError) return 'refused';
    throw error;
  }
}

/** Where in the bytes, evenly (a double of fast-check is mostly next to nothing). */
const share = fc.nat(999_999).map((at) => at / 1_000_000);

/** One character that XML may have. */
const characterChange = fc.array(
  fc.record({
    at: share,
    byte: fc.integer({ min: 0x20, max: 0x7e }),
  }),
  { minLength: 1, maxLength: 1 },
);

const changes = fc.array(fc.record({ at: share, byte: fc.nat(255) }), {
  minLength: 1,
  maxLength: 6,
});

describe('a damaged workbook', () => {
  it('is read or refused, whatever bytes of the file are changed', async () => {
    const files = await goodWorkbooks();
    expect(files).toHaveLength(10);
    for (const file of files) expect(await outcomeOf(file)).toBe('read');
    const outcomes = { read: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), changes, async (file, mutations) => {
        outcomes[await outcomeOf(withBytesChanged(file, mutations))] += 1;
      }),
      { numRuns: 1400, seed: 20170901 },
    );
    expect(outcomes.refused).toBeGreaterThan(700);
  });

  it('is read or refused, whatever characters of its XML are changed', async () => {
    const entries = workbookEntries();
    const outcomes = { read: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.nat(entries.length - 1), characterChange, async (which, mutations) => {
        const mutated = entries.map((entry, at) =>
          at === which
            ? { ...entry, content: withBytesChanged(Buffer.from(entry.content as string), mutations) }
            : entry,
        );
        outcomes[await outcomeOf(writeZip(mutated))] += 1;
      }),
      { numRuns: 600, seed: 20170902 },
    );
    expect(outcomes.read).toBeGreaterThan(20);
    expect(outcomes.refused).toBeGreaterThan(100);
  });

  it('is read or refused wherever it breaks off', async () => {
    const file = smallWorkbook();
    for (let length = 0; length < file.length; length += 37) {
      expect(await outcomeOf(file.subarray(0, length))).toBe('refused');
    }
  });
});
