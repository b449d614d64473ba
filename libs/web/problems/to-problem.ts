import { HttpException } from '@nestjs/common';
import { ProblemError } from '../problem.js';

/** What body-parser and Express hang onto their errors. */
interface ParserError {
  readonly type?: string;
  readonly limit?: number;
}

/** Errors of a database or a broker that is away or does not get done in time: trying again can help. */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  '53300',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
]);

/** The refusal behind any error that reaches the edge; undefined for an error nobody expected. */
export function toProblem(error: unknown): ProblemError | undefined {
  if (error instanceof ProblemError) return error;
  if (error instanceof HttpException)
    return fromHttp(error.getStatus(), error.cause as ParserError | undefined);
  return isAway(error) ? new ProblemError(503, 'unavailable') : undefined;
}

function fromHttp(status: number, cause: ParserError = {}): ProblemError | undefined {
  if (status >= 500) return status === 503 ? new ProblemError(503, 'unavailable') : undefined;
  switch (status) {
    case 404:
      return new ProblemError(404, 'not-found');
    case 413:
      return new ProblemError(413, 'body-too-large', cause.limit === undefined ? {} : { limit: cause.limit });
    case 415:
      return new ProblemError(415, 'media-type');
    default:
      return new ProblemError(status, 'request-invalid');
  }
}

function isAway(error: unknown): boolean {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  return [code, driverError?.code].some((known) => typeof known === 'string' && AWAY.has(known));
}
