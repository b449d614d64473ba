import type { FindingCode } from '../findings.js';

/**
 * Cyrillic capitals that look like Latin ones: the twelve of the Russian alphabet, and І, Ј, Ѕ that other Cyrillic
 * keyboards of the region offer.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  І: 'I',
  Ј: 'J',
  Ѕ: 'S',
};

const HIDDEN = /[\p{Cf}\p{Cc}]/gu;

/** A text on its way to the canonical form, with what had to be done to it. */
export interface Normalising {
  readonly text: string;
  readonly findings: readonly FindingCode[];
}

/** White space becomes a space; other invisible characters (zero-width, bidirectional marks, controls) vanish. */
function show(text: string): string {
  return text.replace(HIDDEN, (character) => (/\s/u.test(character) ? ' ' : ''));
}

/** Upper case, compatibility forms (full-width digits) made plain, white space single, invisible characters removed. */
export function tidy(written: string): Normalising {
  const plain = written.normalize('NFKC').toUpperCase().normalize('NFKC').replace(/\s+/gu, ' ').trim();
  const visible = show(plain);
  const findings: FindingCode[] = visible === plain ? [] : ['identifier.hidden-characters'];
  return { text: visible.replace(/ +/g, ' ').trim(), findings };
}

/** Removes spaces, dashes of every length and slashes. */
export function withoutSeparators(text: string): string {
  return text.replace(/[\s\p{Pd}\u2212/\\]/gu, '');
}

/** Replaces Cyrillic look-alikes by their Latin letters; expects upper case. */
export function latinise(text: string): string {
  return text.replace(/\p{Script=Cyrillic}/gu, (letter) => LOOK_ALIKES[letter] ?? letter);
}

/** Tidied, without separators, look-alikes made Latin and recorded. */
export function compactLatin(written: string): Normalising {
  const tidied = tidy(written);
  const compact = withoutSeparators(tidied.text);
  const text = latinise(compact);
  const findings: FindingCode[] = [...tidied.findings];
  if (text !== compact) findings.push('identifier.look-alike-letters');
  return { text, findings };
}
