/** The languages a bulletin is issued in. */
export type Language = 'en' | 'ru';

export const LANGUAGES: readonly Language[] = ['en', 'ru'];

/** The same thing in both languages. */
export type Localized<T = string> = Readonly<Record<Language, T>>;

export function isLanguage(value: unknown): value is Language {
  return value === 'en' || value === 'ru';
}
