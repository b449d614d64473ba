import { type CallHandler, type ExecutionContext, Logger, type NestInterceptor } from '@nestjs/common';
import { type Reflector } from '@nestjs/core';
import { type Request, type Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { loggedError } from '#libs/observability/logged-error.js';
import { callerOf } from '#libs/web/access/caller.js';
import { ProblemError } from '#libs/web/problem.js';
import { type AuditEntry } from '../audit-entry.js';
import { type Disclosure, DISCLOSURE } from './discloses.decorator.js';
import { HeldAnswer } from './held-answer.js';

/**
 * Records who was given what, before it is given: without an entry there is no answer. What a handler sends by itself is
 * held until then.
 */
export class DisclosureInterceptor implements NestInterceptor {
  private readonly log = new Logger('audit');

  constructor(
    private readonly reflector: Reflector,
    private readonly record: (entry: AuditEntry) => Promise<void>,
    private readonly entryOf: (request: Request) => AuditEntry | undefined,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const what = this.reflector.getAllAndOverride<Disclosure | undefined>(DISCLOSURE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!what || context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<Request>();
    if (what === 'report' && isOwnUnit(request)) return next.handle();
    const held = new HeldAnswer(context.switchToHttp().getResponse<Response>());
    return from(this.recorded(request, next, held));
  }

  private async recorded(request: Request, next: CallHandler, held: HeldAnswer): Promise<unknown> {
    try {
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      const entry = this.entryOf(request);
      if (entry) await this.append(entry);
      held.release();
      return answer;
    } catch (error) {
      held.discard();
      throw error;
    }
  }

  /** @throws ProblemError 503 `unavailable` */
  private async append(entry: AuditEntry): Promise<void> {
    try {
      await this.record(entry);
    } catch (error) {
      this.log.error({ ...loggedError(error), what: 'A disclosure was not recorded; nothing is given.' });
      throw new ProblemError(503, 'unavailable');
    }
  }
}

function isOwnUnit(request: Request): boolean {
  const { party } = callerOf(request);
  return party?.unit !== undefined && party.unit === request.params['unit'];
}
