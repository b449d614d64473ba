import { describe, expect, it } from '@jest/globals';
import { countDistinct, fold } from './folding.js';

describe('fold', () => {
  it.each([
    ['csqu 305438-3', 'CSQU3054383'],
    ['СSQU3054383', 'CSQU3054383'],
    ['теsт\u00a0/.1', 'TEST1'],
    ['１２', '12'],
    ['Ж-1', 'Ж1'],
    [' -/ ', ''],
  ])('%j → %j', (written, folded) => {
    expect(fold(written)).toBe(folded);
  });
});

describe('countDistinct', () => {
  it('keeps kinds apart and never joins what has no number', () => {
    expect(
      countDistinct([
        { kind: 'truck', number: '12' },
        { kind: 'wagon', number: '12' },
        { kind: 'wagon', number: '1-2' },
        { kind: 'wagon', number: '-' },
        { kind: 'wagon', number: '-' },
      ]),
    ).toBe(4);
  });
});
