import { type BlockList } from 'node:net';
import { type CanActivate, type ExecutionContext } from '@nestjs/common';
import { type Request } from 'express';
import { callerOf } from '../access/caller.js';
import { senderOf } from '../access/sender-of.js';
import { type RateLimiter } from './rate-limiter.js';
import { kindOf } from './rate-limits.js';

/**
 * Refuses what is more than the sender may ask. Comes after the guard that says who asks. Who is known by the development
 * header alone is not counted: a replay sends a month in a minute, and production takes no such header.
 */
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly proxies: BlockList,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const { account, party } = callerOf(request);
    const isKnown = account !== undefined || party !== undefined;
    const kind = kindOf(request.method, request.path, isKnown);
    const sender = isKnown ? knownSender(request) : `address ${senderOf(request, this.proxies)}`;
    if (kind !== undefined && sender !== undefined) await this.limiter.count(kind, sender);
    return true;
  }
}

/** An account, or the key of a program. */
function knownSender(request: Request): string | undefined {
  const { account, party } = callerOf(request);
  if (account) return `account ${account.accountId}`;
  return request.headers.authorization === undefined ? undefined : party?.person;
}
