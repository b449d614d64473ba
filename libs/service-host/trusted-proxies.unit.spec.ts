import { describe, expect, it } from '@jest/globals';
import { readTrustedProxies } from './trusted-proxies.js';

describe('TRUSTED_PROXIES', () => {
  it('names addresses and networks', () => {
    const problems: string[] = [];
    const list = readTrustedProxies('127.0.0.1, 172.30.0.0/24,fd00::/8', problems);
    expect(problems).toEqual([]);
    expect(['127.0.0.1', '127.0.0.2', '172.30.0.9', '172.30.1.9'].map((one) => list?.check(one))).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(list?.check('fd12::1', 'ipv6')).toBe(true);
  });

  it('names nobody unless told', () => {
    expect(readTrustedProxies(undefined, [])).toBeUndefined();
    expect(readTrustedProxies('', [])).toBeUndefined();
  });

  it.each(['proxy', '10.0.0.0/0', '10.0.0.0/33', '10.0.0.0/x', '10.0.0.0/8/8', '::/129'])(
    'is not %s',
    (entry) => {
      const problems: string[] = [];
      readTrustedProxies(`127.0.0.1,${entry}`, problems);
      expect(problems).toEqual([expect.stringContaining(JSON.stringify(entry))]);
    },
  );
});
