import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { type ArgumentsHost, Logger } from '@nestjs/common';
import { ProblemError } from '../problem.js';
import { ProblemFilter } from './problem.filter.js';

/** What the log is told when a request ends with the error. */
function logged(error: unknown): unknown[] {
  const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  const request = { method: 'GET', path: '/api/reporting/x', get: () => undefined };
  const response = { headersSent: true, destroy: () => undefined };
  const http = { getRequest: () => request, getResponse: () => response };
  new ProblemFilter().catch(error, { switchToHttp: () => http } as unknown as ArgumentsHost);
  return warn.mock.calls.map(([message]) => message as unknown);
}

describe('the log of refusals', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('has one line without a stack for a service that does not run yet', () => {
    expect(logged(new ProblemError(503, 'unavailable'))).toEqual(['503 unavailable: GET /api/reporting/x']);
  });

  it('has the cause where an error of another part became the refusal', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    expect(logged(refused)).toEqual([
      { status: 503, code: 'unavailable', error: 'connect', stack: expect.stringContaining('Error') },
    ]);
  });

  it.each(['57014', '55P03'])('tells a statement that took too long (%s) as such a refusal', (code) => {
    const failed = Object.assign(new Error('too long'), { driverError: { code } });
    expect(logged(failed)).toEqual([expect.objectContaining({ status: 503, code: 'unavailable' })]);
  });

  it('has nothing of what the sender did wrong', () => {
    expect(logged(new ProblemError(404, 'not-found'))).toEqual([]);
  });
});
