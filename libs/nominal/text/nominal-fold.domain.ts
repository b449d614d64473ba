import { latinise, tidy } from '#libs/reference/identifiers/normalise.js';

/** A text reduced to letters and digits, with the places where a word or number begins or ends. */
export interface FoldedText {
  readonly folded: string;
  /** Whether something begins or ends before this character: a separator stood there, or letters meet digits. */
  readonly isEdge: (at: number) => boolean;
  /** Whether a separator stood before this character. */
  readonly isGap: (at: number) => boolean;
}

/** Arabic letters that the keyboards of the region write in two ways. */
const ONE_WAY: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک' };

/** Digits of the Arabic and the Persian keyboards begin here. */
const DIGIT_ZEROS = [0x0660, 0x06f0];

/** The letter or digit that is compared; undefined for a separator. */
function compared(character: string): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(character) || /\p{Lm}/u.test(character)) return undefined;
  const code = character.codePointAt(0) ?? 0;
  const zero = DIGIT_ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? (ONE_WAY[character] ?? character) : String(code - zero);
}

/** Apostrophes, as Uzbek writes them inside words, part nothing. */
const APOSTROPHE = /['‘’`´ʻʼʹ]/gu;

/**
 * Upper case, compatibility forms and accents made plain (ё is е, й is и), Cyrillic look-alikes read as Latin letters,
 * invisible characters removed. Whatever `matchingKey` holds for equal is equal here too.
 */
function plain(written: string): string {
  const withoutMarks = tidy(written).text.normalize('NFKD').replace(/\p{M}/gu, '');
  return latinise(withoutMarks).replace(APOSTROPHE, '');
}

/** Folds a text for the comparison with nominal values. */
export function foldText(written: string): FoldedText {
  const gaps = new Set<number>([0]);
  const edges = new Set<number>([0]);
  let folded = '';
  let wasDigit: boolean | undefined;
  for (const character of plain(written)) {
    const letter = compared(character);
    if (letter === undefined) {
      gaps.add(folded.length);
      continue;
    }
    const isDigit = /\p{N}/u.test(letter);
    if (isDigit !== wasDigit) edges.add(folded.length);
    wasDigit = isDigit;
    folded += letter;
  }
  gaps.add(folded.length);
  const isGap = (at: number) => gaps.has(at);
  return { folded, isGap, isEdge: (at) => gaps.has(at) || edges.has(at) };
}

/** The words of a text, folded. */
export function foldWords(written: string): string[] {
  const { folded, isGap } = foldText(written);
  const words: string[] = [];
  for (let start = 0; start < folded.length;) {
    let end = start + 1;
    while (!isGap(end)) end += 1;
    words.push(folded.slice(start, end));
    start = end;
  }
  return words;
}
