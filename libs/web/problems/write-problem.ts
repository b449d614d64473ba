import { type Request, type Response } from 'express';
import { type ProblemError } from '../problem.js';
import { preferredLanguage } from './preferred-language.js';
import { PROBLEM_MEDIA_TYPE, problemDocument } from './problem-document.js';

/** Headers that HTTP asks for with some refusals. */
const HEADERS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  401: { 'WWW-Authenticate': 'Bearer' },
  503: { 'Retry-After': '5' },
};

function headersOf({ status, code, params }: ProblemError): Readonly<Record<string, string>> {
  return {
    ...HEADERS[status],
    // Only development asks for the header that names who acts.
    ...(code.startsWith('acting-party-') && { 'WWW-Authenticate': 'Acting-Party realm="development"' }),
    ...(status === 429 && { 'Retry-After': String(params['retryAfter']) }),
  };
}

const ANSWERED = 'problem';

/** Code of the refusal that an answer is; undefined for every other answer. */
export function answeredProblem({ locals }: Response): string | undefined {
  const code: unknown = locals[ANSWERED];
  return typeof code === 'string' ? code : undefined;
}

/** Sends the refusal; closes the connection when an answer has already begun. */
export function writeProblem(request: Request, response: Response, problem: ProblemError, id?: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const language = preferredLanguage(request.get('accept-language'));
  response.locals[ANSWERED] = problem.code;
  response
    .status(problem.status)
    .set({ ...headersOf(problem), 'Content-Language': language, 'Cache-Control': 'no-store' })
    .vary('Accept-Language')
    .type(PROBLEM_MEDIA_TYPE)
    .send(Buffer.from(JSON.stringify(problemDocument(problem, language, id))));
}
