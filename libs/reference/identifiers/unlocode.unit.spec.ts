import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadReferenceData } from '../reference-data.js';
import { defaultReferenceFolder } from '../reference-folder.js';
import { checkUnlocode } from './unlocode.js';

const { unlocodes } = loadReferenceData(defaultReferenceFolder());

describe('checkUnlocode', () => {
  it.each(['AZBAK', 'AZAST', 'GEPTI', 'KZAAU', 'KGOSS', 'TJDYU', 'TMKRW', 'UZTER'])(
    '%s is in order',
    (code) => {
      expect(checkUnlocode(code, unlocodes, code.slice(0, 2))).toEqual({ normalised: code, findings: [] });
    },
  );

  it.each(['KZAQF', 'UZTMJ'])('%s is kept though no list has it', (code) => {
    expect(checkUnlocode(code, unlocodes)).toEqual({ normalised: code, findings: ['unlocode.unknown'] });
  });

  it.each(['AZBA0', 'AZBA1', 'AZBA', 'AZBAKU', '1ZBAK', ''])('%j has not the form of a code', (code) => {
    expect(checkUnlocode(code, unlocodes).findings).toEqual(['unlocode.format']);
  });

  it('reads the printed form with a space, small letters and look-alikes', () => {
    expect(checkUnlocode('kz aau', unlocodes)).toEqual({ normalised: 'KZAAU', findings: [] });
    expect(checkUnlocode('КZААU', unlocodes)).toEqual({
      normalised: 'KZAAU',
      findings: ['identifier.look-alike-letters'],
    });
  });

  it('remarks a code of another country than the place', () => {
    expect(checkUnlocode('AZALA', unlocodes, 'UZ').findings).toEqual(['unlocode.other-country']);
    expect(checkUnlocode('KZAQF', unlocodes, 'UZ').findings).toEqual([
      'unlocode.unknown',
      'unlocode.other-country',
    ]);
  });

  it('does not judge codes of countries whose list it does not have', () => {
    expect(checkUnlocode('CNSHA', unlocodes, 'CN').findings).toEqual([]);
  });

  it('knows every code of its list', () => {
    fc.assert(
      fc.property(fc.constantFrom(...unlocodes.codes), (code) => {
        expect(checkUnlocode(code.toLowerCase(), unlocodes, code.slice(0, 2))).toEqual({
          normalised: code,
          findings: [],
        });
      }),
    );
  });
});
