import { describe, expect, it } from '@jest/globals';
import { checkTransportNumber } from './check-transport-number.js';

describe('checkTransportNumber', () => {
  it.each([
    ['container', 'CSQU3054384', ['identifier.check-digit']],
    ['wagon', '28087659', ['identifier.check-digit']],
    ['wagon', '5248160', ['wagon.seven-digits']],
    ['truck', '28087659', []],
    ['other', '5248160', []],
    ['other', 'CSQU3054384', []],
    ['other', ' ', ['identifier.blank']],
  ] as const)('judges a %s number %s by the rules of its kind', (kind, written, findings) => {
    expect(checkTransportNumber(kind, written).findings).toEqual(findings);
  });

  it('keeps numbers of other systems as written, tidied', () => {
    expect(checkTransportNumber('other', ' awb  157-1234 5675').normalised).toBe('AWB 157-1234 5675');
  });
});
