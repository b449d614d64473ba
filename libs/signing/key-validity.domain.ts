import { type PublishedKey } from './published-key.js';

/** Whether a key may stand under a bulletin issued at an instant. */
export type KeyValidity = 'valid' | 'not-yet-valid' | 'no-longer-valid' | 'revoked';

/**
 * A revoked key is valid for no instant: whoever holds a stolen key can claim any time of issue.
 * @param at instant of issue (UTC)
 */
export function validityAt({ from, until, revoked }: PublishedKey, at: string): KeyValidity {
  if (revoked !== undefined) return 'revoked';
  if (from !== undefined && Date.parse(at) < Date.parse(from)) return 'not-yet-valid';
  if (until !== undefined && Date.parse(at) >= Date.parse(until)) return 'no-longer-valid';
  return 'valid';
}

/** The keys that may sign at the instant, the one that begins last first: while two overlap, the new one signs. */
export function signingOrder(keys: readonly PublishedKey[], at: string): PublishedKey[] {
  const begin = ({ from }: PublishedKey): number => (from === undefined ? -Infinity : Date.parse(from));
  return keys.filter((key) => validityAt(key, at) === 'valid').sort((a, b) => begin(b) - begin(a) || 0);
}

/** When the key that is to be followed at `at` stops signing; an end that is fixed already and earlier stays. */
export function withEnd(key: PublishedKey, end: string): PublishedKey {
  const isEarlier = key.until !== undefined && Date.parse(key.until) <= Date.parse(end);
  return isEarlier ? key : { ...key, until: end };
}
