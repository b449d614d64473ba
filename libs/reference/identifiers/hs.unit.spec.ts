import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadReferenceData } from '../reference-data.js';
import { defaultReferenceFolder } from '../reference-folder.js';
import { checkHs } from './hs.js';

const { hsSubheadings } = loadReferenceData(defaultReferenceFolder());
const known = fc.constantFrom(...hsSubheadings);

describe('checkHs', () => {
  it.each([
    ['2915.24', '291524'],
    ['2841.61', '284161'],
    ['2939.41', '293941'],
    ['2807.00', '280700'],
    ['3102.30', '310230'],
  ])('%s is in order', (written, subheading) => {
    expect(checkHs(written, hsSubheadings)).toEqual({ normalised: subheading, subheading, findings: [] });
  });

  it.each([
    ['2915.99', 'hs.unknown-subheading'],
    ['7701.10', 'hs.reserved-chapter'],
    ['9801.10', 'hs.national-chapter'],
    ['9999.99', 'hs.national-chapter'],
    ['0001.10', 'hs.national-chapter'],
  ])('%s is kept with the finding %s', (written, finding) => {
    const check = checkHs(written, hsSubheadings);
    expect(check.findings).toEqual([finding]);
    expect(check.subheading).toBe(written.replace('.', ''));
  });

  it.each(['2915', '29152', '2915240001234', 'ангидрид', '2915,24', '2915-24', ''])(
    '%j has not six to twelve digits',
    (written) => {
      const check = checkHs(written, hsSubheadings);
      expect(check.findings).toEqual(['hs.not-six-digits']);
      expect(check).not.toHaveProperty('subheading');
    },
  );

  it.each([
    ['2915 24 000 0', '2915240000'],
    ['2915.24.00', '29152400'],
    ['2915 24 00 000', '29152400000'],
    ['291524000000', '291524000000'],
  ])('compares the first six digits of the national code %j', (written, normalised) => {
    expect(checkHs(written, hsSubheadings)).toEqual({ normalised, subheading: '291524', findings: [] });
  });

  it('knows a subheading of 2017 that is gone, and one that came in 2022', () => {
    expect(checkHs('2844.40', hsSubheadings).findings).toEqual([]);
    expect(checkHs('2933.36', hsSubheadings).findings).toEqual([]);
  });

  it('takes any national tail of up to six digits', () => {
    fc.assert(
      fc.property(known, fc.stringMatching(/^[0-9]{0,6}$/), (code, tail) => {
        expect(checkHs(code + tail, hsSubheadings)).toEqual({
          normalised: code + tail,
          subheading: code,
          findings: [],
        });
      }),
    );
  });
});
