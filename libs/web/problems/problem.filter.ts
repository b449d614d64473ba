import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { loggedError } from '#libs/observability/logged-error.js';
import { ProblemError } from '../problem.js';
import { problemWords } from '../problem-catalogue.js';
import { writeProblem } from './write-problem.js';
import { toProblem } from './to-problem.js';

/** Methods that the application knows for a path. */
export type AllowedMethods = (path: string) => readonly string[];

/**
 * Answers every error as `application/problem+json` in the reader's language. What nobody expected becomes 500 without
 * a word about its cause; the log has it under the id that the answer carries.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('web');

  constructor(protected readonly allowedMethods: AllowedMethods = () => []) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = toProblem(error);
    if (!problem) return this.answerUnexpected(error, request, response);
    if (problem.status >= 500) this.log.warn(told(problem, error, request));
    if (!problemWords(problem.code, 'en')) this.log.error(`The problem "${problem.code}" has no words.`);
    writeProblem(
      request,
      response,
      problem.code === 'not-found' ? this.otherMethod(request, response) : problem,
    );
  }

  private answerUnexpected(error: unknown, request: Request, response: Response): void {
    const id = randomUUID();
    this.log.error({ id, method: request.method, ...cause(error) });
    writeProblem(request, response, new ProblemError(500, 'internal'), id);
  }

  /** An address that exists for other methods alone is 405, not 404. */
  private otherMethod(request: Request, response: Response): ProblemError {
    const methods = this.allowedMethods(`${request.baseUrl}${request.path}`);
    if (methods.length === 0 || methods.includes(request.method)) return new ProblemError(404, 'not-found');
    const allowed = methods.join(', ');
    response.setHeader('Allow', allowed);
    return new ProblemError(405, 'method-not-allowed', { method: request.method, allowed });
  }
}

/** A refusal that was meant needs no more than a line; what became one needs its cause. */
function told(problem: ProblemError, error: unknown, { method, path }: Request): string | object {
  const { status, code } = problem;
  return problem === error ? `${status} ${code}: ${method} ${path}` : { status, code, ...cause(error) };
}

/** For the log alone: never in an answer. */
function cause(error: unknown): { error: string; stack?: string | undefined } {
  const { message, stack } = loggedError(error);
  return { error: message, stack };
}
