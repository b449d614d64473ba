import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compactLatin, latinise, tidy, withoutSeparators } from './normalise.js';

const ordinary = fc.string({ unit: fc.constantFrom(...'АВЕКМНОРСТУХабвABZaz019 -/\t\u00a0\u200b\u202e№') });

describe('tidy', () => {
  it.each([
    ['  csqu 305  ', 'CSQU 305'],
    ['1\u00a0234', '1 234'],
    ['A\tB\nC', 'A B C'],
    ['１２３', '123'],
    ['01 kg 777 aab', '01 KG 777 AAB'],
    ['', ''],
  ])('makes %j %j without remark', (written, text) => {
    expect(tidy(written)).toEqual({ text, findings: [] });
  });

  it.each([
    ['CSQU\u200b3054383', 'CSQU3054383'],
    ['\u202eABC', 'ABC'],
    ['A\u00adB', 'AB'],
    ['A\u0007B', 'AB'],
    ['A \u200b B', 'A B'],
  ])('removes what cannot be seen from %j and says so', (written, text) => {
    expect(tidy(written)).toEqual({ text, findings: ['identifier.hidden-characters'] });
  });

  it('is stable where a capital is written with combining marks', () => {
    const once = tidy('\u0390').text;
    expect(tidy(once).text).toBe(once);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.oneof(ordinary, fc.string({ unit: 'grapheme' })), (written) => {
        const { text } = tidy(written);
        expect(tidy(text)).toEqual({ text, findings: [] });
      }),
    );
  });
});

describe('latinise', () => {
  it('maps each look-alike to the letter it looks like', () => {
    expect(latinise('АВЕКМНОРСТУХІЈЅ')).toBe('ABEKMHOPCTYXIJS');
  });

  it('leaves other Cyrillic letters and all Latin ones alone', () => {
    expect(latinise('БГДЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯ ABC 123')).toBe('БГДЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯ ABC 123');
  });

  it('leaves no look-alike behind', () => {
    fc.assert(fc.property(ordinary, (text) => expect(latinise(text)).not.toMatch(/[АВЕКМНОРСТУХ]/)));
  });
});

describe('withoutSeparators', () => {
  it.each(['305438-3', '305 438 3', '305/438\\3', '305–438—3', '305\u22124383'])(
    'takes the separators out of %j',
    (text) => {
      expect(withoutSeparators(text)).toBe('3054383');
    },
  );
});

describe('compactLatin', () => {
  it('records look-alikes only where it met one', () => {
    expect(compactLatin('csqu 305438-3').findings).toEqual([]);
    expect(compactLatin('сsqu 305438-3')).toEqual({
      text: 'CSQU3054383',
      findings: ['identifier.look-alike-letters'],
    });
  });

  it('records hidden characters before look-alikes', () => {
    expect(compactLatin('\u200bС').findings).toEqual([
      'identifier.hidden-characters',
      'identifier.look-alike-letters',
    ]);
  });
});
