import { describe, expect, it } from '@jest/globals';
import { REFUSAL_WORDS } from './refusal-words.js';
import { WORKBOOK_REFUSALS } from './workbook-refused.error.js';

describe('words of a refusal', () => {
  it.each(WORKBOOK_REFUSALS)('%s says what is wrong and what to do, in both languages', (code) => {
    const { en, ru } = REFUSAL_WORDS[code];
    expect(en).toMatch(/^[A-Z][^\u0400-\u04ff]*\.$/);
    expect(ru).toMatch(/^[А-ЯЁ].*\.$/);
    expect(en.split('. ').length + en.split(', or ').length).toBeGreaterThan(2);
    expect(ru.split('. ').length).toBeGreaterThan(1);
  });

  it('has no words for what is never refused', () => {
    expect(Object.keys(REFUSAL_WORDS).sort()).toEqual([...WORKBOOK_REFUSALS].sort());
  });
});
