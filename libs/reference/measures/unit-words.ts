import { type MeasureUnit } from '#libs/contracts/vocabulary.js';

const WORDS: Readonly<Record<MeasureUnit, string>> = {
  kg: 'kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes кг килограмм килограмма килограммов',
  g: 'g gr gm gram grams gramme grammes г гр грамм грамма граммов',
  t: 't mt ton tons tonne tonnes т тн тонна тонны тонн',
  L: 'l lt ltr ltrs liter liters litre litres л литр литра литров',
  mL: 'ml milliliter milliliters millilitre millilitres мл миллилитр миллилитра миллилитров',
  piece: 'pc pcs piece pieces шт штука штуки штук',
  package: 'pkg pkgs package packages место места мест упак упаковка упаковки упаковок',
};

/** The words of each unit, in small letters and without a point at the end. */
export const UNIT_WORDS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(WORDS).map(([unit, words]) => [unit, words.split(' ')]),
);

const UNIT_OF = new Map<string, MeasureUnit>(
  Object.entries(UNIT_WORDS).flatMap(([unit, words]) =>
    words.map((word): [string, MeasureUnit] => [word, unit as MeasureUnit]),
  ),
);

/** A unit as people write it (`кг`, `MT`, `шт.`, `грузовых мест`); undefined when it is none of ours. */
export function unitOfWord(text: string): MeasureUnit | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^(?:грузов\S{1,3}|гр\.) ?(?=мест)/, '');
  return UNIT_OF.get(word);
}
