import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareRussian, orderCountries } from './country-order.js';

const PARTICIPANTS = [
  { iso2: 'AF', en: 'Afghanistan', ru: 'Афганистан' },
  { iso2: 'AZ', en: 'Azerbaijan', ru: 'Азербайджан' },
  { iso2: 'GE', en: 'Georgia', ru: 'Грузия' },
  { iso2: 'KZ', en: 'Kazakhstan', ru: 'Казахстан' },
  { iso2: 'KG', en: 'Kyrgyzstan', ru: 'Кыргызстан' },
  { iso2: 'PK', en: 'Pakistan', ru: 'Пакистан' },
  { iso2: 'TJ', en: 'Tajikistan', ru: 'Таджикистан' },
  { iso2: 'TM', en: 'Turkmenistan', ru: 'Туркменистан' },
  { iso2: 'UZ', en: 'Uzbekistan', ru: 'Узбекистан' },
];
const codes = (language: 'en' | 'ru', list = PARTICIPANTS) =>
  orderCountries(list, language).map((c) => c.iso2);

describe('orderCountries', () => {
  it('orders the nine participants by each alphabet', () => {
    expect(codes('en')).toEqual(['AF', 'AZ', 'GE', 'KZ', 'KG', 'PK', 'TJ', 'TM', 'UZ']);
    expect(codes('ru')).toEqual(['AZ', 'AF', 'GE', 'KZ', 'KG', 'PK', 'TJ', 'TM', 'UZ']);
  });

  it('does not depend on the order given, nor change it', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(PARTICIPANTS, { minLength: 9 }), (shuffled) => {
        const before = [...shuffled];
        expect(codes('ru', shuffled)).toEqual(codes('ru'));
        expect(codes('en', shuffled)).toEqual(codes('en'));
        expect(shuffled).toEqual(before);
      }),
    );
  });

  it('settles equal names by code', () => {
    const twins = ['ZB', 'ZA'].map((iso2) => ({ iso2, en: 'X', ru: 'Х' }));
    expect(codes('ru', twins)).toEqual(['ZA', 'ZB']);
  });
});

describe('compareRussian', () => {
  it.each([
    ['Гвинея', 'Гвинея-Бисау'],
    ['Иран', 'Йемен'],
    ['Ель', 'Ёж'],
    ['Ёж', 'Жук'],
    ['Того', 'Тонга'],
    ['Южная Африка', 'Южный Судан'],
    ['Республика Корея', 'Республика Молдова'],
    ['Южно Я', 'Южноа'],
    ['Япония', 'Zambia'],
    ['афганистан', 'Грузия'],
  ])('%s comes before %s', (first, second) => {
    expect(compareRussian(first, second)).toBeLessThan(0);
    expect(compareRussian(second, first)).toBeGreaterThan(0);
  });

  it('is a total order on Cyrillic words', () => {
    const word = fc.string({ unit: fc.constantFrom(...'абвеёжзийя -АЕЁЯ'), maxLength: 5 });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(Math.sign(compareRussian(a, b)) + Math.sign(compareRussian(b, a))).toBe(0);
        expect(compareRussian(a, b) === 0).toBe(a === b);
        if (compareRussian(a, b) < 0 && compareRussian(b, c) < 0)
          expect(compareRussian(a, c)).toBeLessThan(0);
      }),
    );
  });
});
