import { GUESSABLE_WORDS } from './guessable-words.js';

/** NIST SP 800-63B-4 3.1.1.2: length, no rules of composition, nothing that stands on a list of guesses. */
export const MIN_PASSWORD_CHARACTERS = 15;
/** Bytes in UTF-8: what is longer is refused before any work is done. */
export const MAX_PASSWORD_BYTES = 1_024;
/** What must be left, and in how many different characters, once everything guessable is taken out. */
const MIN_UNGUESSABLE = 8;
const MIN_DIFFERENT = 5;

/** Why a password cannot be taken, or undefined when it can. */
export type PasswordFlaw = 'password-too-short' | 'password-too-long' | 'password-guessable';

/** Whether a password is so long that not even a comparison is tried. */
export function isPasswordTooLong(password: string): boolean {
  return Buffer.byteLength(password, 'utf8') > MAX_PASSWORD_BYTES;
}

/**
 * Looks at a new password.
 * @param names of the account, its person, its organisation: they are guessed first
 */
export function passwordFlaw(password: string, names: readonly string[]): PasswordFlaw | undefined {
  if (isPasswordTooLong(password)) return 'password-too-long';
  if ([...password.normalize('NFC')].length < MIN_PASSWORD_CHARACTERS) return 'password-too-short';
  const left = withoutGuessable(folded(password), [...names.flatMap(wordsOf), ...GUESSABLE_WORDS]);
  const isGuessable = left.length < MIN_UNGUESSABLE || new Set(left).size < MIN_DIFFERENT;
  return isGuessable ? 'password-guessable' : undefined;
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** A name and its parts, without those of one or two letters. */
function wordsOf(name: string): string[] {
  const parts = folded(name).split(/[^\p{L}\p{N}]+/u);
  return [folded(name), ...parts].filter((word) => [...word].length > 2);
}

/** The characters that no guessable word covers; the longest words first. */
function withoutGuessable(password: string, words: readonly string[]): string[] {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const left = longestFirst.reduce((text, word) => text.replaceAll(word, ' '), password);
  return [...left.replaceAll(' ', '')];
}
