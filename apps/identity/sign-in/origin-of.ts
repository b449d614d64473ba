import { isIP } from 'node:net';
import { type Request } from 'express';
import { tokenOf } from '#libs/web/access/identify.js';
import { type Origin } from './sign-in.js';

/** From where a request comes, as sign-in wants to know it. */
export function originOf(request: Request): Origin {
  const formerToken = tokenOf(request);
  return {
    address: addressOf(request.socket.remoteAddress ?? '', request.get('x-forwarded-for')),
    agent: request.get('user-agent') ?? '',
    ...(formerToken !== undefined && { formerToken }),
  };
}

/**
 * The sender's address. What a reverse proxy says of it is believed only of a proxy on this machine or in a private
 * network, and of what it says only the last entry: the others come from the sender.
 */
export function addressOf(remote: string, forwardedFor: string | undefined): string {
  const own = remote.replace(/^::ffff:/, '');
  const told = forwardedFor?.split(',').at(-1)?.trim() ?? '';
  return isPrivate(own) && isIP(told) !== 0 ? told : own;
}

function isPrivate(address: string): boolean {
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:)/i.test(address);
}
