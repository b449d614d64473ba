import { describe, expect, it } from '@jest/globals';
import { REFUSAL_WORDS, refusalText } from './refusal-words.js';
import { WORKBOOK_REFUSALS, WorkbookRefusedError } from './workbook-refused.error.js';

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

  it('names the cell first, and its sheet', () => {
    const formula = new WorkbookRefusedError('formula', { sheet: 'Lines', detail: 'B14' });
    expect(refusalText(formula, 'en')).toBe(
      'Lines, B14: The cell contains a formula. Type the value in its place.',
    );
    expect(refusalText(new WorkbookRefusedError('password-protected'), 'ru')).toBe(
      'Книга защищена паролем. Сохраните её без пароля и отправьте ещё раз.',
    );
  });
});
