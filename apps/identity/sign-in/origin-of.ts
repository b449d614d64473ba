import { type BlockList } from 'node:net';
import { type Request } from 'express';
import { tokenOf } from '#libs/web/access/identify.js';
import { senderOf } from '#libs/web/access/sender-of.js';
import { type Origin } from './sign-in.js';

/** Injection token of the reverse proxies whose word is taken (`BlockList`). */
export const TRUSTED_PROXIES = Symbol('trusted proxies');

/** From where a request comes, as sign-in wants to know it. */
export function originOf(request: Request, proxies: BlockList): Origin {
  const formerToken = tokenOf(request);
  return {
    address: senderOf(request, proxies),
    agent: request.get('user-agent') ?? '',
    ...(formerToken !== undefined && { formerToken }),
  };
}
