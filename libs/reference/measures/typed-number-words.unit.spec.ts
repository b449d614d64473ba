import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LANGUAGES } from '#libs/localization/language.js';
import { TYPED_NUMBER_PROBLEMS, typedNumberText } from './typed-number-words.js';
import { readTypedQuantity, type TypedNumberRefused } from './typed-number.js';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('words', () => {
  it.each(Object.entries(TYPED_NUMBER_PROBLEMS))(
    '%s says what is wrong in both languages',
    (_, { en, ru }) => {
      expect(en).toMatch(/^[A-Z][^\u0400-\u04ff]*\.$/);
      expect(ru).toMatch(/^[А-ЯЁ].*\.$/);
    },
  );

  it('word both readings of an ambiguous number, and how to write each', () => {
    const refused: TypedNumberRefused = { ok: false, problem: 'ambiguous', readings: ['20063', '20.063'] };
    expect(plain(typedNumberText('20,063', refused, 'en'))).toBe(
      '“20,063” can be read as 20 063 or as 20.063. Write 20063 or 20.0630.',
    );
    expect(plain(typedNumberText('20,063', refused, 'ru'))).toBe(
      '«20,063» можно прочитать как 20 063 или как 20,063. Запишите 20063 или 20,0630.',
    );
  });

  it('propose only what is then read as it was meant', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.stringMatching(/^\d{3}$/),
        fc.constantFrom(...LANGUAGES),
        (whole, fraction, language) => {
          const typed = `${whole},${fraction}`;
          const refused = readTypedQuantity(typed, {});
          if (refused.ok) throw new Error(`${typed} is not asked back`);
          const proposals = /([\d.,]+) \p{L}+ ([\d.,]+)\.$/u.exec(typedNumberText(typed, refused, language));
          const amounts = [proposals?.[1] ?? '', proposals?.[2] ?? ''].map((text) =>
            readTypedQuantity(text, {}),
          );
          expect(amounts).toEqual(
            refused.readings?.map((amount) => ({ ok: true, amount, understood: false })),
          );
        },
      ),
      { seed: 41 },
    );
  });
});
