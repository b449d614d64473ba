import { type Request } from 'express';
import { type Found } from '#libs/security/session/session-reader.js';
import { type RouteAccess } from './access.decorators.js';

/** What the guard came to know of a request before it let it in or refused it: for the audit trail. */
export interface Seen {
  readonly access: RouteAccess;
  /** Absent where nobody was known. */
  readonly found?: Found;
}

const requests = new WeakMap<Request, Seen>();

export function setSeen(request: Request, seen: Seen): void {
  requests.set(request, seen);
}

/** Undefined for a route that nobody may use. */
export const seenOf = (request: Request): Seen | undefined => requests.get(request);
