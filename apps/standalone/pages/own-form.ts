import { type Request } from 'express';
import { isFromOwnOrigin, sessionTransport } from '#libs/web/access/own-origin.js';
import { ProblemError } from '#libs/web/problem.js';

/** A form that changes something comes from our own pages. @throws ProblemError 403 `foreign-origin` */
export function requireOwnForm({ method, headers }: Request): void {
  if (!isFromOwnOrigin(method, headers)) throw new ProblemError(403, 'foreign-origin');
}

/** Sign-in and sign-out need a way that others cannot read. @throws ProblemError 403 */
export function requireSafeForm(request: Request): void {
  requireOwnForm(request);
  if (!sessionTransport(request.headers)) throw new ProblemError(403, 'connection-insecure');
}
