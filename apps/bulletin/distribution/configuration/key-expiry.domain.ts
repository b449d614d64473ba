import { type RecipientKey } from './distribution-file.dto.js';

const DAY = 86_400_000;
/** Days before its end in which a key is shown as ending. */
export const KEY_WARNING_DAYS = 30;

export type KeyExpiry = 'valid' | 'expiring' | 'expired';

/**
 * How long a country's key still serves. It serves until the end of its last day (UTC).
 * @param at instant (UTC)
 */
export function keyExpiry({ expires }: RecipientKey, at: string): KeyExpiry {
  const left = Date.parse(`${expires}T00:00:00Z`) + DAY - Date.parse(at);
  if (left <= 0) return 'expired';
  return left <= KEY_WARNING_DAYS * DAY ? 'expiring' : 'valid';
}
