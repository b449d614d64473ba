import { BlockList } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { addressOf } from './sender-of.js';

describe('the address of a sender', () => {
  const proxies = new BlockList();
  proxies.addAddress('172.30.0.2');

  it.each([
    ['172.30.0.2', '203.0.113.7', '203.0.113.7'],
    ['::ffff:172.30.0.2', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['172.30.0.2', 'nonsense', '172.30.0.2'],
    ['172.30.0.2', undefined, '172.30.0.2'],
    ['172.30.0.3', '203.0.113.7', '172.30.0.3'],
    ['127.0.0.1', '203.0.113.7', '127.0.0.1'],
    ['::1', '203.0.113.7', '::1'],
  ])('that %p sends, telling of %p, is %s', (remote, told, address) => {
    expect(addressOf(remote, told, proxies)).toBe(address);
  });

  it('is nowhere told by others unless a proxy was named', () => {
    expect(addressOf('10.0.0.1', '203.0.113.7', new BlockList())).toBe('10.0.0.1');
  });
});
