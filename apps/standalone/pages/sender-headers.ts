import { type Request } from 'express';
import { sessionTransport } from '#libs/web/access/own-origin.js';

/** Headers under which the pages ask the services in the name of whoever opened them. */
export type SenderHeaders = Readonly<Record<string, string>>;

/**
 * Cookie, address and browser of the reader. The dispatcher has taken away what is not to be believed; on a way that
 * others can read no session is passed on.
 */
export function senderHeaders(request: Request): SenderHeaders {
  const transport = sessionTransport(request.headers);
  const { cookie, 'user-agent': agent } = request.headers;
  return {
    'x-forwarded-for': addressOf(request),
    ...(transport === 'https' && { 'x-forwarded-proto': 'https' }),
    ...(transport !== undefined && cookie !== undefined && { cookie }),
    ...(agent !== undefined && { 'user-agent': agent }),
  };
}

function addressOf(request: Request): string {
  const told = request.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  return told ?? (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
}
