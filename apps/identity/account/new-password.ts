import {
  MAX_PASSWORD_BYTES,
  MIN_PASSWORD_CHARACTERS,
  passwordFlaw,
} from '#libs/security/password/check-password.js';
import { hashPassword } from '#libs/security/password/password-hash.js';
import { ProblemError } from '#libs/web/problem.js';
import { orBusy } from './or-busy.js';

/** Hash of a password that may be taken. @throws ProblemError 422 naming the flaw, 503 */
export async function hashNewPassword(password: string, names: readonly string[]): Promise<string> {
  const flaw = passwordFlaw(password, names);
  if (flaw === 'password-too-short') throw new ProblemError(422, flaw, { limit: MIN_PASSWORD_CHARACTERS });
  if (flaw === 'password-too-long') throw new ProblemError(422, flaw, { limit: MAX_PASSWORD_BYTES });
  if (flaw !== undefined) throw new ProblemError(422, flaw);
  return orBusy(hashPassword(password));
}
