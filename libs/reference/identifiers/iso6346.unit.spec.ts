import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkContainerNumber, iso6346Remainder } from './iso6346.js';

/** Letter values as the standard prints them. */
const LETTERS: Readonly<Record<string, number>> = {
  A: 10,
  B: 12,
  C: 13,
  D: 14,
  E: 15,
  F: 16,
  G: 17,
  H: 18,
  I: 19,
  J: 20,
  K: 21,
  L: 23,
  M: 24,
  N: 25,
  O: 26,
  P: 27,
  Q: 28,
  R: 29,
  S: 30,
  T: 31,
  U: 32,
  V: 34,
  W: 35,
  X: 36,
  Y: 37,
  Z: 38,
};

const firstTen = fc.stringMatching(/^[A-Z]{3}[UJZ][0-9]{6}$/);
const complete = (ten: string): string => ten + String(iso6346Remainder(ten) % 10);

describe('iso6346Remainder', () => {
  it.each(Object.entries(LETTERS))('gives the letter %s the value %i', (letter, value) => {
    expect(iso6346Remainder(letter)).toBe(value % 11);
  });

  it('doubles the weight from place to place', () => {
    for (let place = 0; place < 10; place++) {
      expect(iso6346Remainder(`${'0'.repeat(place)}1`)).toBe(2 ** place % 11);
    }
  });
});

describe('checkContainerNumber', () => {
  it.each(['CSQU3054383', 'TCNU7200794', 'TOLU4734787'])('%s is in order', (number) => {
    expect(checkContainerNumber(number)).toEqual({ normalised: number, findings: [] });
  });

  it.each(['GYOU4047990', 'TASU1170000'])(
    '%s is in order with a remainder of ten, which is said',
    (number) => {
      expect(checkContainerNumber(number)).toEqual({
        normalised: number,
        findings: ['identifier.check-digit-ten'],
      });
    },
  );

  it.each(['CSQU3054384', 'MSKU1100810', 'CSQU3045383'])(
    '%s is kept with its check digit remarked',
    (number) => {
      expect(checkContainerNumber(number)).toEqual({
        normalised: number,
        findings: ['identifier.check-digit'],
      });
    },
  );

  it.each([
    'CSQU305438',
    'CSQU3054Z83',
    'CSQR3054383',
    'CSQU30543830',
    '3054383CSQU',
    'ЖЖЖU3054383',
    'summer fluid',
  ])('%s is kept with its form remarked', (number) => {
    expect(checkContainerNumber(number).findings).toEqual(['identifier.format']);
  });

  it.each(['csqu3054383', ' CSQU 305438 3 ', 'CSQU-305438-3', 'CSQU/305438/3', 'csqu\u00a0305438\u20133'])(
    'reads %j as CSQU3054383',
    (written) => {
      expect(checkContainerNumber(written)).toEqual({ normalised: 'CSQU3054383', findings: [] });
    },
  );

  it('reads Cyrillic look-alikes and says so', () => {
    expect(checkContainerNumber('СSQU3054383')).toEqual({
      normalised: 'CSQU3054383',
      findings: ['identifier.look-alike-letters'],
    });
  });

  it('tells a blank from a number of another form', () => {
    expect(checkContainerNumber(' - ')).toEqual({ normalised: '', findings: ['identifier.blank'] });
  });

  it('accepts every number completed by the algorithm', () => {
    fc.assert(
      fc.property(firstTen, (ten) =>
        expect(checkContainerNumber(complete(ten)).findings).not.toContain('identifier.check-digit'),
      ),
    );
  });

  it('notices every single wrong digit, except where 0 stands for 10', () => {
    fc.assert(
      fc.property(
        firstTen,
        fc.integer({ min: 4, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (ten, place, shift) => {
          const digit = (Number(ten[place]) + shift) % 10;
          const slip = ten.slice(0, place) + String(digit) + ten.slice(place + 1);
          fc.pre(iso6346Remainder(ten) % 10 !== 0 && iso6346Remainder(slip) !== 10);
          expect(checkContainerNumber(slip + complete(ten).slice(-1)).findings).toEqual([
            'identifier.check-digit',
          ]);
        },
      ),
    );
  });

  it('never refuses a text and is stable on its own answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const { normalised } = checkContainerNumber(written);
        expect(checkContainerNumber(normalised).normalised).toBe(normalised);
      }),
    );
  });
});
