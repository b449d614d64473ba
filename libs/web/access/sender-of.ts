import { type BlockList, isIP, isIPv6 } from 'node:net';
import { type Request } from 'express';

/** The sender's address. */
export function senderOf(request: Request, proxies: BlockList): string {
  return addressOf(request.socket.remoteAddress ?? '', request.get('x-forwarded-for'), proxies);
}

/**
 * What a reverse proxy says of the sender is believed only of one that the operator named, and of what it says only the
 * last entry: the others come from the sender.
 */
export function addressOf(remote: string, forwardedFor: string | undefined, proxies: BlockList): string {
  const own = remote.replace(/^::ffff:/, '');
  const told = forwardedFor?.split(',').at(-1)?.trim() ?? '';
  return proxies.check(own, isIPv6(own) ? 'ipv6' : 'ipv4') && isIP(told) !== 0 ? told : own;
}
