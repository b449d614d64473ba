import { type Request } from 'express';
import { ACTING_PARTY_HEADER, parseActingParty } from '#libs/security/acting-party.js';
import { sessionTokenIn } from '#libs/security/session/session-cookie.js';
import { type Found, type SessionReader } from '#libs/security/session/session-reader.js';
import { ProblemError } from '../problem.js';
import { isFromOwnOrigin, sessionTransport } from './own-origin.js';

/** How an application finds out who sends a request; decided once, when it starts. */
export interface WhoActs {
  /** Absent: no session and no key is known. */
  readonly sessions?: SessionReader;
  /** Development: whoever a header names may act, at the instant that another header names. Never in production. */
  readonly takesDevelopmentHeaders: boolean;
}

/**
 * Finds out who sends the request: a program by its key, a person by the session, in development also whoever the header
 * names.
 * @param at by the machine's clock
 * @throws ProblemError 401 when nobody is known, 403 for a change that another site's page asks for
 */
export async function identify(
  request: Request,
  { sessions, takesDevelopmentHeaders }: WhoActs,
  at: string,
): Promise<Found> {
  const operation = operationOf(request);
  const credentials = request.get('authorization');
  if (sessions && credentials !== undefined) {
    const [, key = ''] = /^Bearer ([!-~]{1,200})$/i.exec(credentials) ?? [];
    const found = await sessions.ofApiKey(key, operation, at);
    if (!found) throw new ProblemError(401, 'api-key-invalid');
    return found;
  }
  const token = tokenOf(request);
  const found = token === undefined ? undefined : await sessions?.ofToken(token, operation, at);
  if (found) return fromOwnPage(request, found);
  if (takesDevelopmentHeaders) return byHeader(request) ?? refuse(token, request.get(ACTING_PARTY_HEADER));
  throw new ProblemError(401, token === undefined ? 'sign-in-needed' : 'session-ended');
}

/** The session token of the request, where it came on a way on which sessions are known. */
export function tokenOf(request: Request): string | undefined {
  const transport = sessionTransport(request.headers);
  return transport && sessionTokenIn(request.headers.cookie, transport);
}

function fromOwnPage(request: Request, found: Found): Found {
  if (!isFromOwnOrigin(request.method, request.headers)) throw new ProblemError(403, 'foreign-origin');
  return found;
}

function byHeader(request: Request): Found | undefined {
  const party = parseActingParty(request.get(ACTING_PARTY_HEADER));
  return party && { party };
}

function refuse(token: string | undefined, given: string | undefined): never {
  if (token !== undefined) throw new ProblemError(401, 'session-ended');
  const header = ACTING_PARTY_HEADER;
  if (given === undefined || given === '') throw new ProblemError(401, 'acting-party-missing', { header });
  throw new ProblemError(401, 'acting-party-malformed', { header, given });
}

function operationOf({ params }: Request): string | undefined {
  const { operation } = params;
  return typeof operation === 'string' ? operation : undefined;
}
