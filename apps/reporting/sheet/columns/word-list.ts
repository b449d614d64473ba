/** Lists of which a cell takes one value. */
export type ListName =
  | 'reportKind'
  | 'nilReason'
  | 'textLanguage'
  | 'revisionChange'
  | 'revisionReason'
  | 'transportKind'
  | 'regime'
  | 'outcome'
  | 'controlAct'
  | 'selectionGround'
  | 'documentKind'
  | 'preExportNotification'
  | 'measureUnit'
  | 'method'
  | 'certainty'
  | 'discrepancyKind'
  | 'handling'
  | 'caseKind'
  | 'basis'
  | 'followUpKind'
  | 'laboratoryResult'
  | 'yesNo'
  | 'country'
  | 'chemical'
  | 'unit';

/** A code and the words that an officer may use for it. */
export interface Word {
  readonly code: string;
  /** As the drop-down shows it, in both languages. */
  readonly label: string;
  /** Everything else by which it is known. */
  readonly aliases: readonly string[];
}

export interface WordList {
  readonly words: readonly Word[];
  /** A value that is no word of the list: refused (undefined), or kept where it has this form. */
  readonly open?: RegExp;
}

export type WordLists = Readonly<Record<ListName, WordList>>;

/** Longer than any word of a list. */
const LONGEST = 400;

/** Case, ё, and how many spaces of which kind do not matter. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/\s+/g, ' ')
    .replace(/ ?\/ ?/g, '/')
    .trim();

const codesByWord = new WeakMap<WordList, ReadonlyMap<string, string | undefined>>();

function indexOf(list: WordList): ReadonlyMap<string, string | undefined> {
  const known = codesByWord.get(list);
  if (known) return known;
  const index = new Map<string, string | undefined>();
  // A word of two entries means neither: which of them was meant, nobody can tell.
  for (const { code, aliases } of list.words)
    for (const text of new Set(aliases.map(fold)))
      index.set(text, index.has(text) && index.get(text) !== code ? undefined : code);
  // A label and a code mean their entry, whatever word of another one is written the same.
  for (const { code, label } of list.words) index.set(fold(label), code);
  for (const { code } of list.words) index.set(fold(code), code);
  codesByWord.set(list, index);
  return index;
}

/** The code that a cell means: by label, by either language alone, or as the bare code; undefined for anything else. */
export function codeOf(list: WordList, typed: string): string | undefined {
  const code = typed.length > LONGEST ? undefined : indexOf(list).get(fold(typed));
  if (code !== undefined || !list.open) return code;
  const asCode = list.open.test(typed) ? typed : typed.trim().toUpperCase();
  return list.open.test(asCode) ? asCode : undefined;
}

/** What a cell shows for a code: the label, or the code itself where the list does not have it. */
export function labelFor(list: WordList, code: string): string {
  return list.words.find((word) => word.code === code)?.label ?? code;
}
