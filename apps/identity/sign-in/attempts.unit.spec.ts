import { describe, expect, it } from '@jest/globals';
import { addressSubject } from './attempts.repository.js';

describe('the address attempts are counted for', () => {
  const isSame = (one: string, other: string) => addressSubject(one).hash.equals(addressSubject(other).hash);

  it.each([
    ['2001:db8::1', '2001:db8::2'],
    ['2001:db8::1', '2001:0DB8:0:0:ffff::2'],
    ['2001:db8:0:7::1', '2001:db8:0:7:1:2:3:4'],
    ['::1', '::2'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::ffff:c000:201', '192.0.2.1'],
    ['fe80::1%eth0', 'fe80::2'],
  ])('is the same for %s and %s', (one, other) => {
    expect(isSame(one, other)).toBe(true);
  });

  it.each([
    ['2001:db8:0:7::1', '2001:db8:0:8::1'],
    ['2001:db8::1', '2001:db8:0:1::1'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.2'],
    ['192.0.2.1', '192.0.2.2'],
  ])('is not the same for %s and %s', (one, other) => {
    expect(isSame(one, other)).toBe(false);
  });
});
