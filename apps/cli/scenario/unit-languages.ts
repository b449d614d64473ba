import { type TextLanguage } from '#libs/contracts/vocabulary.js';

const LOCAL: Readonly<Record<string, TextLanguage>> = {
  AF: 'fa',
  AZ: 'az',
  GE: 'ka',
  KG: 'ky',
  KZ: 'kk',
  PK: 'ur',
  TJ: 'tg',
  TM: 'tk',
  UZ: 'uz',
};

/** Language in which the units of a country write their reports. A guess: no source says. */
export const reportLanguage = (country: string): 'en' | 'ru' =>
  ['AF', 'GE', 'PK'].includes(country) ? 'en' : 'ru';

/** Language of the country's own papers. */
export const localLanguage = (country: string): TextLanguage | undefined => LOCAL[country];
