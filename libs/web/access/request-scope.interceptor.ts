import { type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { type Request } from 'express';
import { Observable } from 'rxjs';
import { withinRequest, type RequestScope } from '#libs/persistence/scope/database-scope.js';
import { callerOf, type OwnOperations } from './caller.js';

/**
 * Does everything that a request asks for, from pipes to the last row, within the scope of its caller: the database shows
 * nobody else's rows. What the guard did not let in is told nothing.
 */
export class RequestScopeInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const scope = scopeOf(context.switchToHttp().getRequest<Request>());
    return new Observable((subscriber) => withinRequest(scope, () => next.handle().subscribe(subscriber)));
  }
}

function scopeOf(request: Request): RequestScope {
  const { party, operations, account } = callerOf(request);
  const { operation } = request.params;
  return {
    ...(typeof operation === 'string' && { operation }),
    ...(operations && { operations: codesOf(operations) }),
    ...(party && { role: party.role }),
    ...(party?.country !== undefined && { country: party.country }),
    ...(party?.unit !== undefined && { unit: party.unit }),
    ...(account && { account: account.accountId }),
  };
}

/** Only the development header stands for every operation. */
const codesOf = (operations: OwnOperations): readonly string[] =>
  operations instanceof Set ? [...(operations as ReadonlySet<string>)] : ['*'];
