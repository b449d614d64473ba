import { type NextFunction, type Request, type Response } from 'express';
import { ProblemError } from '../problem.js';
import { writeProblem } from '../problems/write-problem.js';
import { REQUEST_LIMITS } from './request-limits.js';

const WITHOUT_BODY = new Set(['GET', 'HEAD']);

/** Refuses what two servers on the way could read differently, before anything else looks at the request. */
export function refuseOddRequests(request: Request, response: Response, next: NextFunction): void {
  const problem = oddityOf(request);
  if (problem) writeProblem(request, response, problem);
  else next();
}

function oddityOf({ rawHeaders, method, url, headers }: Request): ProblemError | undefined {
  if (rawHeaders.length / 2 > REQUEST_LIMITS.headers) return new ProblemError(431, 'headers-too-large');
  const invalid = new ProblemError(400, 'request-invalid');
  // An address with a host of its own goes past what the Host header was checked for; NUL fits no name and no database.
  if (!url.startsWith('/') || url.includes('%00')) return invalid;
  if (headers.host === undefined || namedTwice(rawHeaders, 'host')) return invalid;
  return WITHOUT_BODY.has(method) && hasBody(headers) ? invalid : undefined;
}

function namedTwice(rawHeaders: readonly string[], name: string): boolean {
  return rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === name).length > 1;
}

function hasBody(headers: Request['headers']): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
