import type { TransportKind } from '#libs/contracts/vocabulary.js';
import { latinise, tidy } from './normalise.js';

/**
 * Key that two records share when they mean the same transport unit: kind, then letters and digits alone, upper case,
 * Cyrillic look-alikes as Latin. `csqu 305438-3` and `СSQU3054383` (Cyrillic С) give `container:CSQU3054383`.
 *
 * Nothing is repaired: a number with a wrong check digit is another number. A text without any letter or digit gives
 * a key that names the kind alone; such units must not be matched with each other (`isMatchable`).
 */
export function matchingKey(kind: TransportKind, numberAsWritten: string): string {
  const folded = latinise(tidy(numberAsWritten).text).replace(/[^\p{L}\p{N}]/gu, '');
  return `${kind}:${folded}`;
}

/** Whether a key holds anything to compare. */
export function isMatchable(key: string): boolean {
  return !key.endsWith(':');
}
