import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { casCheckDigit, checkCas } from './cas.js';

const body = fc.stringMatching(/^[1-9][0-9]{1,6}-[0-9]{2}-$/);
const complete = (text: string): string => text + String(casCheckDigit(`${text}0`));

describe('checkCas', () => {
  it.each(['108-24-7', '7722-64-7', '51-43-4', '87-86-5', '1305-78-8', '1609-66-1', '2167189-50-4'])(
    '%s is in order',
    (cas) => {
      expect(checkCas(cas)).toEqual({ normalised: cas, findings: [] });
    },
  );

  it('keeps the number published for norfentanyl and remarks its check digit, expected 1', () => {
    expect(checkCas('1609-66-5')).toEqual({ normalised: '1609-66-5', findings: ['cas.check-digit'] });
    expect(casCheckDigit('1609-66-5')).toBe(1);
  });

  it.each(['28578-16-', '1-43-4', '0108-24-7', '108247', '108-24', '12345678-12-1', 'acetic acid', ''])(
    '%j is kept with its form remarked',
    (cas) => {
      expect(checkCas(cas).findings).toEqual(['cas.format']);
    },
  );

  it.each([' 108-24-7 ', '108 - 24 - 7', '108–24–7', '108\u221224\u22127', '１０８-24-7'])(
    'reads %j as 108-24-7',
    (written) => {
      expect(checkCas(written)).toEqual({ normalised: '108-24-7', findings: [] });
    },
  );

  it('says that it removed invisible characters', () => {
    expect(checkCas('108\u200b-24-7')).toEqual({
      normalised: '108-24-7',
      findings: ['identifier.hidden-characters'],
    });
  });

  it('accepts every number completed by the algorithm and no other last digit', () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 1, max: 9 }), (text, shift) => {
        const cas = complete(text);
        const other = text + String((Number(cas.at(-1)) + shift) % 10);
        expect(checkCas(cas).findings).toEqual([]);
        expect(checkCas(other).findings).toEqual(['cas.check-digit']);
      }),
    );
  });
});
