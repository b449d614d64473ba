import { BlockList, isIP } from 'node:net';
import { readTrustedProxies } from '#libs/service-host/trusted-proxies.js';

/** Whether only this machine reaches the address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * Whether a Host header may stand before a server on the loopback interface. A foreign name that was made to point to
 * 127.0.0.1 would let a page of that name talk to us as its own origin; numbers and localhost cannot be redirected.
 */
export function isOwnHostHeader(header: string | undefined): boolean {
  const name = (header ?? '').replace(/:\d{1,5}$/, '').toLowerCase();
  const bare = /^\[(.*)\]$/.exec(name)?.[1] ?? name;
  return bare === 'localhost' || bare.endsWith('.localhost') || isIP(bare) !== 0;
}

/** A list of its own with the addresses and networks of another one, and this machine; the other one stays as it is. */
export function withLoopback(proxies = new BlockList()): BlockList {
  const named = proxies.rules.map((rule) => rule.replace(/^\w+: IPv[46] /, ''));
  const problems: string[] = [];
  const list = readTrustedProxies([...named, '127.0.0.0/8', '::1'].join(','), problems);
  if (!list || problems.length > 0) throw new Error(problems.join('\n'));
  return list;
}
