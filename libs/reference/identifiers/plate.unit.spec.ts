import { describe, expect, it } from '@jest/globals';
import { checkPlate } from './plate.js';

describe('checkPlate', () => {
  it.each([
    ['01 kg 777 aab', '01 KG 777 AAB'],
    ['  АВ123С  ', 'АВ123С'],
    ['10-AA-001', '10-AA-001'],
    ['а  123   вс', 'А 123 ВС'],
  ])('keeps %j as %j, letters as written', (written, normalised) => {
    expect(checkPlate(written)).toEqual({ normalised, findings: [] });
  });

  it('remarks letters of both alphabets in one plate', () => {
    expect(checkPlate('АB123C')).toEqual({ normalised: 'АB123C', findings: ['identifier.mixed-alphabets'] });
  });

  it.each([
    ['7', ['plate.length']],
    ['AB', []],
    ['A'.repeat(20), []],
    ['A'.repeat(21), ['plate.length']],
    ['', ['identifier.blank']],
    ['\u200b', ['identifier.hidden-characters', 'identifier.blank']],
  ])('%j: %j', (written, findings) => {
    expect(checkPlate(written).findings).toEqual(findings);
  });

  it('takes Georgian, Arabic and Chinese letters without remark', () => {
    for (const plate of ['თბილისი 12', 'ا ب ج 123', '新A12345'])
      expect(checkPlate(plate).findings).toEqual([]);
  });
});
