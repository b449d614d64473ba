import { NO_BREAK_SPACE } from './characters.js';
import { formatDecimal } from './numbers.js';
import { type Language } from './language.js';
import { type NounId, nounFor } from './nouns.js';
import { type Count, type Gender, pluralCategory, russianGenitiveForm, russianNounForm } from './plural.js';

/** What was done, as it agrees with what it was done to. */
export interface Participle {
  readonly en: string;
  readonly ru: Readonly<Record<Gender, string>>;
}

const regular = (en: string, stem: string): Participle => ({
  en,
  ru: { masculine: stem, feminine: `${stem}а`, neuter: `${stem}о` },
});

/** The actions a bulletin counts. Осмотр (external) and досмотр (opened) are different legal acts. */
export const PARTICIPLES = {
  profiled: regular('profiled', 'профилирован'),
  inspected: regular('inspected', 'осмотрен'),
  examined: regular('examined', 'досмотрен'),
  weighed: regular('weighed', 'взвешен'),
  detained: regular('detained', 'задержан'),
  seized: regular('seized', 'изъят'),
  released: regular('released', 'выпущен'),
  received: regular('received', 'получен'),
  registered: regular('recorded', 'зарегистрирован'),
} as const satisfies Record<string, Participle>;

export type ParticipleId = keyof typeof PARTICIPLES;

/**
 * The short participle before a number. With "one" it agrees in gender (досмотрен 1 контейнер, досмотрена 21 партия),
 * otherwise it is neuter singular (досмотрено 2 контейнера, изъято 1,5 тонны).
 */
export function russianParticiple(count: Count, participle: Participle, gender: Gender): string {
  return participle.ru[pluralCategory(count, 'ru') === 'one' ? gender : 'neuter'];
}

/** A number with its noun: `2 nil reports`, `2 нулевых отчёта`. */
export function counted(count: Count, noun: NounId, language: Language): string {
  const { en, ru } = nounFor(noun);
  const form = language === 'ru' ? russianNounForm(count, ru) : en[englishForm(count)];
  const space = language === 'ru' ? NO_BREAK_SPACE : ' ';
  return formatDecimal(String(count), language) + space + form;
}

/** A number with its noun after a preposition that takes the genitive (из, от, до, без): `21 группы`, `2 групп`. */
export function countedGenitive(count: Count, noun: NounId, language: Language): string {
  if (language === 'en') return counted(count, noun, language);
  return (
    formatDecimal(String(count), language) + NO_BREAK_SPACE + russianGenitiveForm(count, nounFor(noun).ru)
  );
}

/** What was done to how many: `2 containers examined`, `досмотрено 2 контейнера`. */
export function countedAction(count: Count, action: ParticipleId, noun: NounId, language: Language): string {
  const participle = PARTICIPLES[action];
  const phrase = counted(count, noun, language);
  if (language === 'en') return `${phrase} ${participle.en}`;
  return `${russianParticiple(count, participle, nounFor(noun).gender)} ${phrase}`;
}

function englishForm(count: Count): 'one' | 'other' {
  return pluralCategory(count, 'en') === 'one' ? 'one' : 'other';
}
