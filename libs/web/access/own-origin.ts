import { type IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { type SessionTransport } from '#libs/security/session/session-cookie.js';

const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * How a request came, as far as sessions are concerned; undefined for one that others on its way can read, which gets
 * none. The reverse proxy sets `X-Forwarded-Proto`; whoever reaches a service without it is on this machine.
 */
export function sessionTransport(headers: IncomingHttpHeaders): SessionTransport | undefined {
  if (headers['x-forwarded-proto'] === 'https') return 'https';
  return isLoopbackHost(headers.host) ? 'loopback' : undefined;
}

/** Whether the Host header names this machine. */
export function isLoopbackHost(header: string | undefined): boolean {
  const name = (header ?? '').replace(/:\d{1,5}$/, '').toLowerCase();
  const bare = /^\[(.*)\]$/.exec(name)?.[1] ?? name;
  if (isIP(bare) !== 0) return bare === '::1' || bare.startsWith('127.');
  return bare === 'localhost' || bare.endsWith('.localhost');
}

/**
 * Whether a request that comes with a cookie may change something: it must come from our own page. Browsers say so in
 * `Sec-Fetch-Site`, older ones in `Origin`; a program that is no browser sends neither, and no foreign page steers it.
 */
export function isFromOwnOrigin(method: string, headers: IncomingHttpHeaders): boolean {
  if (HARMLESS.has(method)) return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const scheme = headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
  return headers.origin === undefined || headers.origin === `${scheme}://${headers.host ?? ''}`;
}
