import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { type EntryRow } from './entry-row.js';

/** What the first seal of a chain follows on. */
export const CHAIN_START = '0'.repeat(64);

/** A link: an entry at its place of the chain. */
export interface Seal {
  /** From 1, without a gap. */
  readonly position: number;
  /** Id of the entry. */
  readonly entry: string;
  readonly previous: string;
  readonly hash: string;
}

/** SHA-256 of the hash before and the canonical JSON (RFC 8785) of the entry; columns without a value are left out. */
export function linkHash(previous: string, entry: EntryRow): string {
  const given = Object.entries(entry).filter(([, value]) => value !== null);
  return sha256Hex(previous + canonicalJson(Object.fromEntries(given)));
}

/** Continues a chain. @param head its last seal; undefined for a chain that begins */
export function chain(
  head: Pick<Seal, 'position' | 'hash'> | undefined,
  entries: readonly EntryRow[],
): Seal[] {
  let { position, hash } = head ?? { position: 0, hash: CHAIN_START };
  return entries.map((entry) => {
    const previous = hash;
    hash = linkHash(previous, entry);
    return { position: ++position, entry: entry.id, previous, hash };
  });
}
