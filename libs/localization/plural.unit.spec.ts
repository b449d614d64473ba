import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LANGUAGES } from './language.js';
import { pluralCategory, russianGenitiveForm, russianNounForm } from './plural.js';

const REPORT = { one: 'отчёт', few: 'отчёта', many: 'отчётов', other: 'отчёта' };
const NIL_REPORT = {
  one: 'нулевой отчёт',
  few: 'нулевых отчёта',
  many: 'нулевых отчётов',
  other: 'нулевого отчёта',
};

describe('pluralCategory', () => {
  it.each([
    [0, 'many', 'other'],
    [1, 'one', 'one'],
    [2, 'few', 'other'],
    [5, 'many', 'other'],
    [11, 'many', 'other'],
    [12, 'many', 'other'],
    [14, 'many', 'other'],
    [21, 'one', 'other'],
    [22, 'few', 'other'],
    [25, 'many', 'other'],
    [101, 'one', 'other'],
    [111, 'many', 'other'],
    [112, 'many', 'other'],
    [3500, 'many', 'other'],
    [3501, 'one', 'other'],
    [3502, 'few', 'other'],
    [-1, 'one', 'one'],
    ['1.5', 'other', 'other'],
    ['1.0', 'other', 'other'],
    ['0.1', 'other', 'other'],
    ['21.1', 'other', 'other'],
  ])('%s is %s in Russian and %s in English', (count, ru, en) => {
    expect(pluralCategory(count, 'ru')).toBe(ru);
    expect(pluralCategory(count, 'en')).toBe(en);
  });

  it('agrees with Intl.PluralRules for whole numbers', () => {
    const intl = { en: new Intl.PluralRules('en'), ru: new Intl.PluralRules('ru') };
    const whole = fc.oneof(fc.nat({ max: 1000 }), fc.maxSafeNat(), fc.maxSafeInteger());
    fc.assert(
      fc.property(whole, fc.constantFrom(...LANGUAGES), (n, language) => {
        expect(pluralCategory(n, language)).toBe(intl[language].select(n));
      }),
      { numRuns: 1000 },
    );
  });

  it('agrees with Intl.PluralRules for decimals, trailing zeros included', () => {
    const decimal = fc.tuple(fc.nat({ max: 9999 }), fc.stringMatching(/^\d{1,4}$/));
    fc.assert(
      fc.property(decimal, fc.constantFrom(...LANGUAGES), ([integer, fraction], language) => {
        const text = `${integer}.${fraction}`;
        const intl = new Intl.PluralRules(language, { minimumFractionDigits: fraction.length });
        expect(pluralCategory(text, language)).toBe(intl.select(Number(text)));
      }),
    );
  });

  it('is exact for numbers longer than a float can hold', () => {
    expect(pluralCategory('100000000000000000000000000001', 'ru')).toBe('one');
    expect(pluralCategory('100000000000000000000000000011', 'ru')).toBe('many');
  });

  it('refuses what is no number', () => {
    expect(() => pluralCategory('many', 'ru')).toThrow(RangeError);
    expect(() => pluralCategory(NaN, 'en')).toThrow(RangeError);
  });
});

describe('russianNounForm', () => {
  it.each([
    [1, 'отчёт', 'нулевой отчёт'],
    [2, 'отчёта', 'нулевых отчёта'],
    [5, 'отчётов', 'нулевых отчётов'],
    [11, 'отчётов', 'нулевых отчётов'],
    [21, 'отчёт', 'нулевой отчёт'],
    ['1.5', 'отчёта', 'нулевого отчёта'],
  ])('%s: %s, %s', (count, plain, withAdjective) => {
    expect(russianNounForm(count, REPORT)).toBe(plain);
    expect(russianNounForm(count, NIL_REPORT)).toBe(withAdjective);
  });
});

describe('russianGenitiveForm', () => {
  it.each([
    [1, 'нулевого отчёта'],
    [2, 'нулевых отчётов'],
    [5, 'нулевых отчётов'],
    [21, 'нулевого отчёта'],
    [48, 'нулевых отчётов'],
    ['1.5', 'нулевого отчёта'],
  ])('из %s %s', (count, form) => {
    expect(russianGenitiveForm(count, NIL_REPORT)).toBe(form);
  });
});
