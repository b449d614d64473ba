import { type RawAnswer } from '../support/http-caller.js';

/** Objects and all else that is not named fall back to `default-src`. */
const POLICY = ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"];

/** Headers of every answer, whatever it is, and what they have to be. */
const EXPECTED: readonly (readonly [name: string, isRight: (value: string) => boolean])[] = [
  [
    'content-security-policy',
    (value) => POLICY.every((part) => value.includes(part)) && !/unsafe-|\*/.test(value),
  ],
  ['x-content-type-options', (value) => value === 'nosniff'],
  ['referrer-policy', (value) => value === 'no-referrer'],
  ['cross-origin-opener-policy', (value) => value === 'same-origin'],
  ['cross-origin-resource-policy', (value) => value === 'same-origin'],
  ['x-frame-options', (value) => /^(SAMEORIGIN|DENY)$/.test(value)],
  // Issued files and keys may be kept, and are asked about each time.
  ['cache-control', (value) => /no-store|no-cache/.test(value)],
  ['x-powered-by', (value) => value === ''],
  ['server', (value) => value === ''],
  ['access-control-allow-origin', (value) => value === ''],
  ['set-cookie', (value) => value === '' || /HttpOnly.*SameSite=(Lax|Strict)/.test(value)],
];

/** What is wrong with the headers of an answer. */
export function headerProblems({ headers }: RawAnswer): string[] {
  return EXPECTED.flatMap(([name, isRight]) => {
    const value = [headers[name] ?? ''].flat().join(', ');
    return isRight(value) ? [] : [`${name}: ${value === '' ? 'missing' : value}`];
  });
}
