import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, sha256Hex } from './canonical-json.js';

describe('canonical JSON (RFC 8785)', () => {
  it('sorts keys by code unit (RFC 8785, 3.2.3)', () => {
    const vector = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const order = [...canonicalJson(vector).matchAll(/:"([^"]+)"/g)].map(([, value]) => value);
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('writes strings and literals as RFC 8785, 3.2.2 does', () => {
    const vector = JSON.parse(
      '{"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    ) as object;
    const canonical = '{"literals":[null,true,false],"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}';
    expect(canonicalJson(vector)).toBe(canonical);
  });

  it.each([
    [0, '0'],
    [-0, '0'],
    [9007199254740991, '9007199254740991'],
    [-9007199254740991, '-9007199254740991'],
    [[], '[]'],
    [{}, '{}'],
    [{ b: 1, a: undefined }, '{"b":1}'],
    [{ 10: 'b', 9: 'a', a: { c: 1, b: [2] } }, '{"10":"b","9":"a","a":{"b":[2],"c":1}}'],
  ])('%p is written %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each([
    [{ a: [1.5] }, /^\$\.a\[0\] is 1\.5: only whole numbers.*decimal strings/],
    [{ a: NaN }, /\$\.a is NaN/],
    [2 ** 53, /is 9007199254740992/],
    [{ a: '\ud800' }, /\$\.a holds half a surrogate pair/],
    [{ '\udead': 1 }, /surrogate/],
    [[undefined], /\$\[0\] is undefined/],
    [{ a: 1n }, /\$\.a is bigint/],
    [{ at: new Date(0) }, /\$\.at is a Date/],
    [new Map(), /Map/],
    [Buffer.from('x'), /Buffer/],
  ])('%p is refused', (value, message) => {
    expect(() => canonicalJson(value)).toThrow(message);
  });

  it('does not depend on the order of keys and says the same as JSON', () => {
    const text = fc.string({ unit: 'grapheme' });
    const leaf = fc.oneof(text, fc.maxSafeInteger(), fc.boolean(), fc.constant(null));
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('value')),
        fc.dictionary(text, tie('value'), { noNullPrototype: true }),
      ),
    }));
    const reversed = (item: unknown): unknown => {
      if (Array.isArray(item)) return item.map(reversed);
      if (typeof item !== 'object' || item === null) return item;
      return Object.fromEntries(
        Object.entries(item)
          .reverse()
          .map(([key, inner]) => [key, reversed(inner)]),
      );
    };
    fc.assert(
      fc.property(value, (item) => {
        const canonical = canonicalJson(item);
        expect(canonicalJson(reversed(item))).toBe(canonical);
        expect(JSON.parse(canonical)).toEqual(JSON.parse(JSON.stringify(item)));
      }),
    );
  });
});

describe('SHA-256', () => {
  it('is that of FIPS 180-2, of text as UTF-8', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex(Buffer.from('день'))).toBe(sha256Hex('день'));
  });
});
