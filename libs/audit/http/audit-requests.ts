import { type BlockList } from 'node:net';
import { Reflector } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type NextFunction, type Request, type Response } from 'express';
import { type Clock } from '#libs/observability/clock.js';
import { answeredProblem } from '#libs/web/problems/write-problem.js';
import { type AuditEntry } from '../audit-entry.js';
import { inAuditContext } from '../recording/audit-context.js';
import { type Refusals } from '../recording/refusals.js';
import { DisclosureInterceptor } from './disclosure.interceptor.js';
import { HttpAuditContext } from './http-audit-context.js';
import { requestEntry } from './request-entry.js';

/** Answers that mean: you may not. */
const REFUSED = new Set([401, 403]);

export interface AuditRequestsOptions {
  /** `/api/<service>`. */
  readonly prefix: string;
  /** The machine's. */
  readonly clock: Clock;
  readonly proxies: BlockList;
  readonly refusals: Refusals;
  /** Adds an entry in a transaction of its own. */
  readonly append: (entry: AuditEntry) => Promise<void>;
}

/**
 * Lets every request run in its audit context, and records what it discloses and what it is refused. To be called behind
 * `configureApp`: reading the body loses the context of what comes before.
 */
export function auditRequests(app: NestExpressApplication, options: AuditRequestsOptions): void {
  const { prefix, clock, proxies, refusals, append } = options;
  const contexts = new WeakMap<Request, HttpAuditContext>();
  const describe = (request: Request) => requestEntry(request, prefix, proxies);
  app.use((request: Request, response: Response, next: NextFunction) => {
    const context = new HttpAuditContext(request, describe, clock);
    contexts.set(request, context);
    response.once('finish', () => {
      const code = answeredProblem(response);
      if (code !== undefined && REFUSED.has(response.statusCode)) refusals.add(context.refusal(code));
    });
    inAuditContext(context, next);
  });
  app.useGlobalInterceptors(
    new DisclosureInterceptor(app.get(Reflector), append, (request) => contexts.get(request)?.disclosure()),
  );
}
