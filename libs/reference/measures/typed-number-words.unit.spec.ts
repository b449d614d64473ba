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
      '“20,063” can be read as 20 063 (whole) or as 20.063 (decimal). If 20 063 is meant, write 20063; if 20.063 is meant, write 20.0630: with the zero at its end it can be read in one way only.',
    );
    expect(plain(typedNumberText('20,063', refused, 'ru'))).toBe(
      '«20,063» можно прочитать как 20 063 (целое) или как 20,063 (дробь). Если имеется в виду 20 063, запишите 20063; если 20,063 — запишите 20,0630: с нулём в конце число читается однозначно.',
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
          const sentence = typedNumberText(typed, refused, language);
          const proposals = [...sentence.matchAll(/(?:write|запишите) ([\d.,]+)[;:]/gu)];
          const amounts = proposals.map(([, text = '']) => readTypedQuantity(text, {}));
          expect(amounts).toEqual(
            refused.readings?.map((amount) => ({ ok: true, amount, understood: false })),
          );
        },
      ),
      { seed: 41 },
    );
  });
});
