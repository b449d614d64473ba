import { describe, expect, it } from '@jest/globals';
import { isAccountName } from './account.records.js';

describe('a name of an account', () => {
  it.each(['karimov', 'Ахметова', 'karimov-2', 'a.b_c', 'ёлкин', '김철수', 'қайрат', '42'])(
    'can be %s',
    (name) => {
      expect(isAccountName(name)).toBe(true);
    },
  );

  it.each([
    ['two scripts, as in "karimov" with a Cyrillic letter', 'k\u0430rimov'],
    ['letters that only look wider', '\uff4barimov'],
    ['the name of a program', 'key-0123456789abcdef'],
    ['the beginning of such a name', 'Key-a'],
    ['a space', 'a b'],
    ['nothing', ''],
  ])('cannot hold %s', (_why, name) => {
    expect(isAccountName(name)).toBe(false);
  });
});
