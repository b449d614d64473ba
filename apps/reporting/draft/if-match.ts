import { ProblemError } from '#libs/web/problem.js';

/**
 * The version in an `If-Match` header: `"7"` or `7`; undefined where there is none.
 * @throws ProblemError 400 `request-invalid` for anything else
 */
export function versionOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim());
  if (!match) throw new ProblemError(400, 'request-invalid');
  return Number(match[1]);
}

/** The newest version is another one than the client started from. */
export const outdated = (newest: number): ProblemError => new ProblemError(409, 'draft-outdated', { newest });
