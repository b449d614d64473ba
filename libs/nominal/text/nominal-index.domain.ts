import { latinise } from '#libs/reference/identifiers/normalise.js';
import { isName, type NominalValue } from './nominal-kinds.js';
import { foldText, type FoldedText } from './nominal-fold.domain.js';
import { comparedWords } from './nominal-values.domain.js';

/** From this length on a number is found also where nothing parts it from its neighbours. */
const FOUND_ANYWHERE = 8;
/** Below this length a value is found only where it stands alone as it is. */
const FOUND_IN_PARTS = 4;
const PREFIX = 4;

/** Endings of Russian declension as they are folded (й is и); a name stands in a sentence in any case. */
const ENDING = new RegExp(
  `^(?:${latinise('[АЯУЮЕИЫОЬ]|[ОЕИЫ][МИХВ]|[АЯ][МХ]|[АЯИЫЬ]МИ|[ОЕ](?:ГО|МУ)|[УЮ]Ю|[АЯ]Я|[ОЕЫИ]Е|[ОЕ]Ю')})?$`,
);
const LAST_VOWEL = new RegExp(`(?:[${latinise('ИЫОЕ')}]И|[${latinise('АЕИОУЫЬЮЯ')}])$`);

interface Entry {
  readonly value: NominalValue;
  readonly words: readonly string[];
  readonly folded: string;
}

/** Finds nominal values of reports in a text, however they are spelt. Built once for any number of texts. */
export class NominalIndex {
  /** By the first folded letters: a stem has at least as many. */
  private readonly byPrefix = new Map<string, Entry[]>();

  constructor(values: readonly NominalValue[]) {
    for (const value of values) {
      const words = comparedWords(value.kind, value.value);
      this.add({ value, words, folded: words.join('') });
    }
  }

  /** The values that stand in the text, in the order in which they first stand there. */
  find(text: string): NominalValue[] {
    const folded = foldText(text);
    const found = new Set<NominalValue>();
    for (let at = 0; at < folded.folded.length; at++) {
      for (let length = 1; length <= PREFIX; length++) {
        const entries = this.byPrefix.get(folded.folded.slice(at, at + length)) ?? [];
        for (const entry of entries) if (standsAt(folded, at, entry)) found.add(entry.value);
      }
    }
    return [...found];
  }

  private add(entry: Entry): void {
    const prefix = entry.folded.slice(0, PREFIX);
    const entries = this.byPrefix.get(prefix);
    if (entries) entries.push(entry);
    else this.byPrefix.set(prefix, [entry]);
  }
}

function standsAt(text: FoldedText, at: number, entry: Entry): boolean {
  const { folded, value } = entry;
  if (isName(value.kind) && standsDeclined(text, at, entry.words)) return true;
  if (!text.folded.startsWith(folded, at)) return false;
  const end = at + folded.length;
  if (folded.length < FOUND_IN_PARTS) return standsAlone(text, at, end);
  if (!isName(value.kind) && folded.length >= FOUND_ANYWHERE) return true;
  return text.isEdge(at) && text.isEdge(end);
}

function standsAlone(text: FoldedText, at: number, end: number): boolean {
  if (!text.isGap(at) || !text.isGap(end)) return false;
  for (let inside = at + 1; inside < end; inside++) if (text.isGap(inside)) return false;
  return true;
}

/** Whether the words stand here one after the other, Russian ones in any case. */
function standsDeclined(text: FoldedText, at: number, words: readonly string[]): boolean {
  if (!text.isGap(at)) return false;
  let start = at;
  for (const word of words) {
    if (start >= text.folded.length) return false;
    let end = start + 1;
    while (!text.isGap(end)) end += 1;
    if (!isFormOf(text.folded.slice(start, end), word)) return false;
    start = end;
  }
  return true;
}

function isFormOf(written: string, word: string): boolean {
  if (written === word) return true;
  const stem = stemOf(word);
  if (!isRussian(word) || stem.length < PREFIX) return false;
  return written.startsWith(stem) && ENDING.test(written.slice(stem.length));
}

/** Only letters that Cyrillic has, or that look like its own: a Latin word is not declined. */
const isRussian = (word: string): boolean => /^[ABEKMHOPCTYX\p{Script=Cyrillic}]+$/u.test(word);

/** The part of a Russian word that declension leaves; a short word is left whole. */
function stemOf(word: string): string {
  const stem = word.replace(LAST_VOWEL, '');
  return stem.length >= PREFIX ? stem : word;
}
