import { describe, expect, it } from '@jest/globals';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { ProblemError } from '#libs/web/problem.js';
import { actingPartyCookie } from './acting-party-cookie.js';
import { Dispatcher, serviceOf } from './dispatcher.js';

function dispatch(
  dispatcher: Dispatcher,
  request: { url: string; method?: string; headers?: object },
): { seen: string[]; headers: Record<string, string>; error?: unknown } {
  const headers = { host: 'localhost:8080', ...request.headers } as Record<string, string>;
  const seen: string[] = [];
  dispatcher.add('reporting', () => seen.push('reporting'));
  let error: unknown;
  const incoming = { method: 'GET', ...request, headers } as unknown as IncomingMessage;
  dispatcher.handle(incoming, {} as ServerResponse, (problem) => {
    seen.push('pages');
    error = problem;
  });
  return { seen, headers, error };
}

describe('the dispatcher', () => {
  it.each([
    ['/api/reporting', 'reporting'],
    ['/api/reporting/health/live', 'reporting'],
    ['/api/bulletin?x=/api/reporting', 'bulletin'],
    ['/api/reportings', undefined],
    ['/api', undefined],
    ['/', undefined],
  ])('sends %s to %s', (url, service) => {
    expect(serviceOf(url)).toBe(service);
  });

  it('gives a service its requests and the pages the rest', () => {
    const dispatcher = new Dispatcher({ checkHost: true });
    expect(dispatch(dispatcher, { url: '/api/reporting/x' }).seen).toEqual(['reporting']);
    expect(dispatch(dispatcher, { url: '/' })).toMatchObject({ seen: ['pages'], error: undefined });
  });

  it('says that a service does not run yet', () => {
    const { error } = dispatch(new Dispatcher({ checkHost: true }), { url: '/api/bulletin/x' });
    expect(error).toMatchObject({ status: 503, code: 'unavailable' });
  });

  it('refuses a foreign name that points to this machine', () => {
    const foreign = { url: '/api/reporting/x', headers: { host: 'rebound.example:8080' } };
    const refused = dispatch(new Dispatcher({ checkHost: true }), foreign);
    expect(refused.error).toBeInstanceOf(ProblemError);
    expect(refused).toMatchObject({ seen: ['pages'], error: { status: 421 } });
    expect(dispatch(new Dispatcher({ checkHost: false }), foreign).seen).toEqual(['reporting']);
  });

  it.each(['127.0.0.1', '127.0.0.1:8080', '[::1]:8080', 'LOCALHOST', 'app.localhost:1'])(
    'takes host %s',
    (host) => {
      expect(
        dispatch(new Dispatcher({ checkHost: true }), { url: '/', headers: { host } }).error,
      ).toBeUndefined();
    },
  );

  it('turns the cookie into the header before a service sees the request', () => {
    const cookie = actingPartyCookie('ocu_head/ocu-head');
    const { headers } = dispatch(new Dispatcher({ checkHost: true }), {
      url: '/api/reporting/x',
      headers: { cookie },
    });
    expect(headers['x-acting-party']).toBe('ocu_head/ocu-head');
  });
});
