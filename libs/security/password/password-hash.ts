import { hash, parseOptions, verify } from '@node-rs/argon2';
import { WorkQueue } from './work-queue.js';

/** Argon2id as OWASP advises at least: 19 MiB, two passes, one lane. */
export const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hash of a random password that nobody knows: the work for an account that is not there. Same parameters as `ARGON2`. */
export const NOBODY_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$u3ZGhNdEpvdUdOnthJH46A$mUoQPkBTtsFdPDP022lmH7dti2k2KjLPKNvXD2Q/JDU';

/** Each hash takes 19 MiB and a core: two at a time in a process, and a line that is done in some seconds. */
const AT_ONCE = 2;
const MAY_WAIT = 100;
const queue = new WorkQueue(AT_ONCE, MAY_WAIT);

/** Passwords are hashed and compared in NFC: keyboards send the same letters composed or decomposed. */
const bytesOf = (password: string): Buffer => Buffer.from(password.normalize('NFC'), 'utf8');

/** Argon2id hash in PHC form. @throws QueueFullError */
export function hashPassword(password: string): Promise<string> {
  return queue.run(() => hash(bytesOf(password), ARGON2));
}

/**
 * Whether the password is right. Without a hash (an account that is not there, or has no password yet) the same work is
 * done and the answer is no.
 * @throws QueueFullError
 */
export async function isPassword(password: string, known: string | undefined): Promise<boolean> {
  const right = await queue.run(() => verify(known ?? NOBODY_HASH, bytesOf(password)));
  return right && known !== undefined;
}

/** Whether the hash was made with less work than new ones are. */
export function isWeakHash(known: string): boolean {
  const { memoryCost, timeCost } = parseOptions(known);
  return memoryCost < ARGON2.memoryCost || timeCost < ARGON2.timeCost;
}
