import { timingSafeEqual } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { type BlockList, isIPv6 } from 'node:net';

/** What a reverse proxy says of a request. */
const OF_PROXY = ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'forwarded'] as const;

/** Header by which the pages of this process prove that a request is theirs; no service sees it. */
export const OWN_PAGES_HEADER = 'x-caravanserai-pages';

/** Whose word on a sender is taken. */
export interface Believed {
  /** Secret of this start, which the pages send along. */
  readonly ownPages: string;
  readonly proxies: BlockList;
}

/**
 * Takes away what a request says of where it came from, unless the proxy that the operator named says it, or our own
 * pages: they ask the services on the loopback interface in the name of whoever opened them.
 */
export function keepBelievedHeaders(request: IncomingMessage, { ownPages, proxies }: Believed): void {
  const { headers } = request;
  const proof = headers[OWN_PAGES_HEADER];
  delete headers[OWN_PAGES_HEADER];
  if (isSame(proof, ownPages) || isProxy(request, proxies)) return;
  for (const name of OF_PROXY) delete headers[name];
}

function isProxy({ socket }: IncomingMessage, proxies: BlockList): boolean {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  return address !== '' && proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

function isSame(given: string | string[] | undefined, expected: string): boolean {
  const [one, other] = [Buffer.from(String(given ?? '')), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
