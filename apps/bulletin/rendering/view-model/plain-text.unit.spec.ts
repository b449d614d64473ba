import { describe, expect, it } from '@jest/globals';
import { paragraphsOf, plainText, shortened, wordCount } from './plain-text.js';

describe('plainText', () => {
  it('keeps the words of an officer as they were written', () => {
    expect(plainText('«Моющее средство», 15 520 л — ქვა')).toBe('«Моющее средство», 15 520 л — ქვა');
  });

  it('takes out what turns or hides text in print', () => {
    expect(plainText('a\u202Egnp.exe\u0000\tb\u2028c')).toBe('a gnp.exe b c');
  });

  it('shows half a surrogate pair instead of failing on it', () => {
    expect(plainText('x\ud83dy')).toBe('x\ufffdy');
  });

  it('lets a run without blanks be broken', () => {
    expect(plainText('a'.repeat(45))).toBe(`${'a'.repeat(20)}\u200b${'a'.repeat(20)}\u200b${'a'.repeat(5)}`);
    expect(plainText('a'.repeat(39))).toBe('a'.repeat(39));
  });
});

it('paragraphsOf splits at every kind of line end and leaves out empty lines', () => {
  expect(paragraphsOf('one\r\n\r\ntwo\u2029three')).toEqual(['one', 'two', 'three']);
});

it('shortened cuts at a word', () => {
  expect(shortened('acetic anhydride in drums', 20)).toBe('acetic anhydride…');
  expect(shortened('short', 20)).toBe('short');
});

it('wordCount counts words, not figures', () => {
  expect(wordCount('Досмотрено 15\u00a0520 л — 2 раза')).toBe(3);
});
