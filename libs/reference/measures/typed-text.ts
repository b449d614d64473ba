import { type MeasureUnit } from '#libs/contracts/vocabulary.js';
import { unitOfWord } from './unit-words.js';

/** Longer than any number with its unit. */
const MAX_LENGTH = 80;

/** First digits of the sets that keyboards of the region and copied texts have. */
const FOREIGN_ZEROS = [0x660, 0x6f0, 0xff10];
const FOREIGN_DIGIT = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/;

/** A typed text taken apart. */
export interface TypedParts {
  /** Digits 0–9 with separators: space, comma, point, apostrophe, `٫` (decimal only); spaces single and between digits. */
  readonly numeral: string;
  readonly unit?: MeasureUnit;
  /** Whether something had to be read into it: foreign digits, a space after a separator. */
  readonly repaired: boolean;
}

export type TextProblem = 'blank' | 'not-a-number' | 'negative' | 'unit-unknown';

function latinDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = FOREIGN_ZEROS.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? digit : String(code - zero);
}

/** One kind of space, of apostrophe and of digit; nothing invisible. `٬` is the thousands mark that goes with `٫`. */
function unified(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u061c]/g, '')
    .replace(new RegExp(FOREIGN_DIGIT, 'g'), latinDigit)
    .replace(/[’‘ʼ`´٬]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** «1313, 38»: a space beside a comma or point is a slip of the hand. */
function tightened(numeral: string): string {
  return numeral.trim().replace(/ ?([.,'٫]) ?/g, '$1');
}

/** The word beside a numeral: nothing, a unit, or what is wrong with it. */
function unitBeside(words: readonly string[]): MeasureUnit | undefined | TextProblem {
  const [word, further] = words;
  if (word === undefined) return undefined;
  if (further !== undefined) return 'not-a-number';
  return unitOfWord(word) ?? (/^[\p{L} .]+$/u.test(word) ? 'unit-unknown' : 'not-a-number');
}

function isProblem(value: MeasureUnit | TextProblem): value is TextProblem {
  return value === 'not-a-number' || value === 'unit-unknown' || value === 'blank' || value === 'negative';
}

function problemAtOnce(plain: string): TextProblem | undefined {
  if (plain === '') return 'blank';
  return /^[-−–] ?[\d.,]/.test(plain) ? 'negative' : undefined;
}

/** Takes a text apart into numeral and unit, before or after it. Linear in its length. */
export function takeApart(text: string): TypedParts | TextProblem {
  if (text.length > MAX_LENGTH) return text.trim() === '' ? 'blank' : 'not-a-number';
  const plain = unified(text);
  const problem = problemAtOnce(plain);
  if (problem) return problem;
  const match = /^([^\d.,]*)([\d.,][\d .,'٫]*)(\D*)$/.exec(plain);
  if (!match) return 'not-a-number';
  const [, before = '', written = '', after = ''] = match;
  const unit = unitBeside([before.trim(), after.trim()].filter(Boolean));
  if (unit !== undefined && isProblem(unit)) return unit;
  const numeral = tightened(written);
  const repaired = numeral !== written.trim() || FOREIGN_DIGIT.test(text);
  return unit === undefined ? { numeral, repaired } : { numeral, unit, repaired };
}
