import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { DataKey } from './data-key.js';
import { ERASED } from './erased.js';
import { Pseudonyms } from './pseudonyms.js';
import { attach, detach, withErased } from './sealed-fields.js';
import { openTold, sealTold } from './told-report.js';

const LINE = {
  ...{ lineId: 'l1', transportKind: 'container', number: 'csqu 305438-3', regime: 'transit' },
  ...{ goods: [{ declaredText: 'acid', chemical: 'acetone' }], destination: 'AF', outcome: 'released' },
  ...{ consignor: { name: 'Komet' }, plates: ['01A', '02B'], document: { kind: 'smgs', number: 'AB 7' } },
} as const;
const CONTENT = {
  ...{ operationDay: '2017-09-05', kind: 'report', preparedAt: '2017-09-05T18:30:00+05:00' },
  lines: [LINE, { ...LINE, lineId: 'l2', number: 'СSQU3054383' }],
  remarks: [{ text: 'a word', language: 'en' }],
} as never;
const pseudonyms = new Pseudonyms(Buffer.alloc(32, 1));

/** As PostgreSQL gives an object back: its fields in another order. */
const reordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([field, of]) => [field, reordered(of)]));
};

describe('a report in two parts', () => {
  it('has no nominal value in the open, and is whole again with the sealed part in any order of fields', () => {
    const { bare, values } = detach(CONTENT);
    for (const value of ['csqu', 'Komet', '01A', '02B', 'AB 7', 'acid', 'a word'])
      expect(JSON.stringify(bare)).not.toContain(value);
    expect(JSON.stringify(bare)).toContain('acetone');
    expect(attach(reordered(bare) as never, values)).toEqual(CONTENT);
    expect(() => attach(bare, values.slice(1))).toThrow(/sealed values/);
  });

  it('counts by pseudonyms: one for the same number however it is written, another one under another key', () => {
    const numbers = (key: Pseudonyms) =>
      (detach(CONTENT, key).bare as { lines: { number: string }[] }).lines.map(({ number }) => number);
    const [first, second] = numbers(pseudonyms);
    expect(first).toMatch(/^p-[0-9a-f]{32}$/);
    expect(second).toBe(first);
    expect(numbers(new Pseudonyms(Buffer.alloc(32, 2)))[0]).not.toBe(first);
    expect(pseudonyms.transportUnit('container', '---')).toBe('---');
  });

  it('reads as erased without the key, and keeps its shape', () => {
    const erased = withErased(detach(CONTENT, pseudonyms).bare) as {
      lines: (typeof LINE)[];
      remarks: object[];
    };
    expect(erased.remarks).toEqual([{ text: ERASED, language: 'en' }]);
    expect(erased.lines[0]).toMatchObject({ number: ERASED, plates: [ERASED, ERASED], outcome: 'released' });
    expect(erased.lines[0]?.consignor).toEqual({ name: ERASED });
  });
});

describe('a forwarded report in its event', () => {
  const at = (country: string, key = Buffer.alloc(32, 3)) => new DataKey(key, 'tiny', country);
  const told = { unit: 'UZ-CHU', operationDay: '2017-09-05', revision: 1 };
  const seal = (revision = 1) =>
    sealTold({ key: at('UZ'), pseudonyms }, { ...told, revision }, { content: CONTENT });

  it('is the same bytes each time, and opens for its country, report and key alone', () => {
    const { content, nominal } = seal();
    expect(seal()).toEqual({ content, nominal });
    expect(openTold(at('UZ'), told, content, nominal)).toEqual({ content: CONTENT });
    expect(() => openTold(at('KZ'), told, content, nominal)).toThrow(/does not open/);
    expect(() => openTold(at('UZ'), { ...told, revision: 2 }, content, nominal)).toThrow(/does not open/);
    expect(() => openTold(at('UZ', randomBytes(32)), told, content, nominal)).toThrow(/does not open/);
    expect(openTold(undefined, told, content, nominal)).toEqual({ content: withErased(content) });
  });
});
