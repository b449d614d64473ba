import { expect, it } from '@jest/globals';
import { codeOf } from './show-code.js';

/** RFC 6238, appendix B, for SHA-1. */
const KEY = 'gezd gnbv gy3t qojq gezd gnbv gy3t qojq';

it('shows the code of RFC 6238, however the key is typed', () => {
  expect(codeOf(KEY, '2005-03-18T01:58:29Z')).toBe('081804');
});

it.each(['', 'GEZD', '1'.repeat(32)])('takes %p for no key', (key) => {
  expect(() => codeOf(key, '2005-03-18T01:58:29Z')).toThrow('no key of an authenticator');
});
