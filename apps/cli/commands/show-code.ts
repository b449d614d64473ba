import { createInterface } from 'node:readline/promises';
import { SystemClock } from '#libs/observability/clock.js';
import { totpCodeAt } from '#libs/security/second-factor/totp.js';

const SECRET = /^[A-Z2-7]{16,64}$/;

/**
 * Asks for the key of an authenticator and prints the code that it shows now. Whoever knows the key could compute it
 * anywhere; it is asked for, because arguments are seen by other users of a machine.
 * @throws Error for what is no key
 */
export async function showCode(input: NodeJS.ReadableStream = process.stdin): Promise<void> {
  process.stderr.write('Key of the authenticator: ');
  const lines = createInterface({ input });
  const key = await new Promise<string>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(''));
  });
  lines.close();
  process.stdout.write(`${codeOf(key, new SystemClock().now())}\n`);
}

/** The code that an authenticator with the key shows at the instant. @throws Error for what is no key */
export function codeOf(key: string, at: string): string {
  const secret = key.replace(/\s/g, '').toUpperCase();
  if (!SECRET.test(secret)) throw new Error('This is no key of an authenticator: letters and digits 2 to 7.');
  return totpCodeAt(secret, Date.parse(at) / 1000);
}
