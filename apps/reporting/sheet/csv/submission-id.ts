import { createHash } from 'node:crypto';

/** The same file for the same unit, day and revision has the same id: sent twice it is one report (UUID, RFC 9562 version 8). */
export function submissionIdOf(key: readonly string[], file: Buffer): string {
  const hash = createHash('sha256').update(JSON.stringify(key)).update(file).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
