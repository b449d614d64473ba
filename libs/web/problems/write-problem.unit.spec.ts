import { expect, it } from '@jest/globals';
import { type Request, type Response } from 'express';
import { ProblemError } from '../problem.js';
import { writeProblem } from './write-problem.js';

/** How the refusal says that one may name oneself. */
function asked(code: string): string | undefined {
  const sent: Record<string, string> = {};
  const response = {
    ...{
      locals: {},
      status: () => response,
      vary: () => response,
      type: () => response,
      send: () => response,
    },
    set: (headers: object) => Object.assign(sent, headers) && response,
  };
  const request = { get: () => undefined } as unknown as Request;
  writeProblem(request, response as unknown as Response, new ProblemError(401, code));
  return sent['WWW-Authenticate'];
}

it.each([
  ['acting-party-missing', 'Acting-Party realm="development"'],
  ['acting-party-malformed', 'Acting-Party realm="development"'],
  ['sign-in-needed', 'Bearer'],
  ['session-ended', 'Bearer'],
  ['api-key-invalid', 'Bearer'],
])('asks with %s for %s', (code, scheme) => {
  expect(asked(code)).toBe(scheme);
});
