import { type BlockList } from 'node:net';
import { type NextFunction, type Request, type Response } from 'express';
import { senderOf } from '../access/sender-of.js';
import { type RateLimiter } from './rate-limiter.js';

/** Counts sessions and keys that were refused, by address; above the limit they are not even looked up. */
export function refuseGuessing(limiter: RateLimiter, proxies: BlockList) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const { authorization, cookie } = request.headers;
    if (authorization === undefined && !/(^|[;\s_-])sid=/.test(cookie ?? '')) return next();
    const sender = `address ${senderOf(request, proxies)}`;
    response.once('finish', () => {
      if (response.statusCode === 401) limiter.count('refusedCredentials', sender).catch(() => undefined);
    });
    limiter.check('refusedCredentials', sender).then(() => next(), next);
  };
}
