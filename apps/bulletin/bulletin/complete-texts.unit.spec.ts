import { describe, expect, it } from '@jest/globals';
import { incompleteTexts } from './complete-texts.domain.js';

const place = { country: 'UZ', unit: 'UZ-ANG', operationDay: '2017-09-05' };
const incomplete = (text: object) => incompleteTexts({ texts: [{ ...place, ...text }] });

describe('a text of a snapshot', () => {
  it('is complete in both languages, or as an original whose language is named', () => {
    expect(incomplete({ en: 'Text', ru: 'Текст' })).toBe(0);
    expect(incomplete({ original: 'Matn', originalLanguage: 'uz' })).toBe(0);
    expect(incompleteTexts({ texts: [] })).toBe(0);
  });

  it('is incomplete with one language, or as an original without its language', () => {
    expect(incomplete({ en: 'Text' })).toBe(1);
    expect(incomplete({ ru: 'Текст' })).toBe(1);
    expect(incomplete({ original: 'Matn' })).toBe(1);
    expect(incomplete({})).toBe(1);
  });
});
