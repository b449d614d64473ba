import { type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { type Reflector } from '@nestjs/core';
import { type Request } from 'express';
import { mergeMap, type Observable } from 'rxjs';
import { callerOf } from '#libs/web/access/caller.js';
import { type AuditEntry } from '../audit-entry.js';
import { type Disclosure, DISCLOSURE } from './discloses.decorator.js';

/**
 * Records who was given what, before it is given: without an entry there is no answer. A handler that sends its bytes
 * itself has sent them by then; its failure to be recorded is seen in the log.
 */
export class DisclosureInterceptor implements NestInterceptor {
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
    return next.handle().pipe(mergeMap((answer) => this.recorded(request, answer)));
  }

  private async recorded(request: Request, answer: unknown): Promise<unknown> {
    const entry = this.entryOf(request);
    if (entry) await this.record(entry);
    return answer;
  }
}

function isOwnUnit(request: Request): boolean {
  const { party } = callerOf(request);
  return party?.unit !== undefined && party.unit === request.params['unit'];
}
