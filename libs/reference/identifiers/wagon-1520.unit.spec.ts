import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkWagonNumber, wagonCheckDigit } from './wagon-1520.js';

const firstSeven = fc.stringMatching(/^[0-9]{7}$/);
const complete = (seven: string): string => seven + String(wagonCheckDigit(seven));

describe('checkWagonNumber', () => {
  it.each(['28087658', '28087666', '28087674', '28087682', '28087690'])('%s is in order', (number) => {
    expect(checkWagonNumber(number)).toEqual({ normalised: number, findings: [] });
  });

  it.each([
    ['28087659', 8],
    ['61558402', 9],
  ])('%s is kept with its check digit remarked; expected is %i', (number, expected) => {
    expect(checkWagonNumber(number)).toEqual({ normalised: number, findings: ['identifier.check-digit'] });
    expect(wagonCheckDigit(number)).toBe(expected);
  });

  it.each(['2808765', '5248160'])('%s has seven digits: perhaps a Chinese wagon', (number) => {
    expect(checkWagonNumber(number).findings).toEqual(['wagon.seven-digits']);
  });

  it.each(['280876580', '280876', '2808765A', 'вагон 28087658'])(
    '%s is kept with its form remarked',
    (number) => {
      expect(checkWagonNumber(number).findings).toEqual(['identifier.format']);
    },
  );

  it('reads groups of digits and keeps leading zeros', () => {
    expect(checkWagonNumber(' 2808 7658 ').normalised).toBe('28087658');
    expect(checkWagonNumber('2808-7658').findings).toEqual([]);
    expect(checkWagonNumber(complete('0012345')).normalised).toBe(complete('0012345'));
  });

  it('says when nothing is given', () => {
    expect(checkWagonNumber('  ')).toEqual({ normalised: '', findings: ['identifier.blank'] });
  });

  it('accepts every number completed by the algorithm', () => {
    fc.assert(
      fc.property(firstSeven, (seven) => expect(checkWagonNumber(complete(seven)).findings).toEqual([])),
    );
  });

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(firstSeven, fc.nat(7), fc.integer({ min: 1, max: 9 }), (seven, place, shift) => {
        const number = complete(seven);
        const digit = (Number(number[place]) + shift) % 10;
        const slip = number.slice(0, place) + String(digit) + number.slice(place + 1);
        expect(checkWagonNumber(slip).findings).toEqual(['identifier.check-digit']);
      }),
    );
  });

  it('notices every exchange of neighbours except 09 and 90', () => {
    fc.assert(
      fc.property(firstSeven, fc.nat(5), (seven, place) => {
        const [left = '', right = ''] = [seven[place], seven[place + 1]];
        fc.pre(left !== right);
        const slip = seven.slice(0, place) + right + left + seven.slice(place + 2);
        const blind = [left, right].sort().join('') === '09';
        expect(wagonCheckDigit(slip) === wagonCheckDigit(seven)).toBe(blind);
      }),
    );
  });
});
