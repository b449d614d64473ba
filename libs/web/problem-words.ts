/** Languages of refusals. */
export type ProblemLanguage = 'en' | 'ru';

/**
 * Words of one problem: a title, the same for every occurrence, and sentences that say what is wrong, where, and what
 * to do. A sentence whose `{place}` has no value is left out.
 */
export interface ProblemWords {
  readonly title: string;
  readonly detail: readonly string[];
}

/** The words of one problem in both languages. */
export type ProblemEntry = Readonly<Record<ProblemLanguage, ProblemWords>>;

/** An entry of the catalogue: the title first, then its sentences; English, then Russian. */
export const words = (
  [enTitle, ...en]: readonly [string, ...string[]],
  [ruTitle, ...ru]: readonly [string, ...string[]],
): ProblemEntry => ({
  en: { title: enTitle, detail: en },
  ru: { title: ruTitle, detail: ru },
});
