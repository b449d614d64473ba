import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TRANSPORT_KINDS } from '#libs/contracts/vocabulary.js';
import { checkContainerNumber } from './iso6346.js';
import { isMatchable, matchingKey } from './matching-key.js';

const kind = fc.constantFrom(...TRANSPORT_KINDS);
const CYRILLIC: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  E: 'Е',
  K: 'К',
  M: 'М',
  H: 'Н',
  O: 'О',
  P: 'Р',
  C: 'С',
  T: 'Т',
  Y: 'У',
  X: 'Х',
};
const number = fc.stringMatching(/^[A-Z0-9]{1,14}$/);
const separators = fc.array(fc.constantFrom('', ' ', '-', '/', '.', '\u00a0', '–', '\u200b'), {
  minLength: 14,
  maxLength: 14,
});

describe('matchingKey', () => {
  it.each([
    ['container', 'csqu 305438-3', 'container:CSQU3054383'],
    ['container', 'СSQU3054383', 'container:CSQU3054383'],
    ['wagon', '2808 7658', 'wagon:28087658'],
    ['wagon', '00123456', 'wagon:00123456'],
    ['truck', 'а 123 вс', 'truck:A123BC'],
    ['truck', 'A123BC', 'truck:A123BC'],
    ['other', '524 8160', 'other:5248160'],
    ['truck', 'Ж 01 ЖЖ', 'truck:Ж01ЖЖ'],
  ] as const)('%s %s has the key %s', (transportKind, written, key) => {
    expect(matchingKey(transportKind, written)).toBe(key);
  });

  it('does not depend on case, separators, or which alphabet the look-alikes come from', () => {
    fc.assert(
      fc.property(
        kind,
        number,
        separators,
        fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
        (of, text, gaps, swap) => {
          const written = [...text]
            .map(
              (letter, place) =>
                (swap[place] ? (CYRILLIC[letter] ?? letter).toLowerCase() : letter) + (gaps[place] ?? ''),
            )
            .join('');
          expect(matchingKey(of, written)).toBe(matchingKey(of, text));
        },
      ),
    );
  });

  it('keeps different numbers and different kinds apart', () => {
    fc.assert(
      fc.property(kind, kind, number, number, (kindA, kindB, a, b) => {
        expect(matchingKey(kindA, a) === matchingKey(kindB, b)).toBe(kindA === kindB && a === b);
      }),
    );
    expect(matchingKey('container', 'CSQU3054383')).not.toBe(matchingKey('container', 'CSQU3054384'));
  });

  it('gives a container the same key as its normalised number', () => {
    fc.assert(
      fc.property(number, (text) => {
        expect(matchingKey('container', text)).toBe(`container:${checkContainerNumber(text).normalised}`);
      }),
    );
  });
});

describe('isMatchable', () => {
  it('is false for a number without a letter or digit', () => {
    expect(isMatchable(matchingKey('truck', ' - '))).toBe(false);
    expect(isMatchable(matchingKey('truck', '7'))).toBe(true);
  });
});
