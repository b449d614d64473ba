import { describe, expect, it } from '@jest/globals';
import { BlockList } from 'node:net';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { ProblemError } from '#libs/web/problem.js';
import { Dispatcher, serviceOf } from './dispatcher.js';
import { withLoopback } from './loopback.js';

const proxies = new BlockList();
proxies.addAddress('10.0.0.2');
/** As a start makes it from the very list that the dispatcher has. */
const ofServices = withLoopback(proxies);
const dispatcherFor = (checkHost: boolean) =>
  new Dispatcher({ checkHost, believed: { ownPages: 'secret', proxies } });

function dispatch(
  dispatcher: Dispatcher,
  request: { url: string; method?: string; headers?: object; from?: string },
): { seen: string[]; headers: Record<string, string>; error?: unknown } {
  const headers = { host: 'localhost:8080', ...request.headers } as Record<string, string>;
  const seen: string[] = [];
  dispatcher.add('reporting', () => seen.push('reporting'));
  let error: unknown;
  const incoming = {
    ...{ method: 'GET', ...request, headers },
    socket: { remoteAddress: request.from ?? '127.0.0.1' },
  } as unknown as IncomingMessage;
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
    const dispatcher = dispatcherFor(true);
    expect(dispatch(dispatcher, { url: '/api/reporting/x' }).seen).toEqual(['reporting']);
    expect(dispatch(dispatcher, { url: '/' })).toMatchObject({ seen: ['pages'], error: undefined });
  });

  it('says that a service does not run yet', () => {
    const { error } = dispatch(dispatcherFor(true), { url: '/api/bulletin/x' });
    expect(error).toMatchObject({ status: 503, code: 'unavailable' });
  });

  it('refuses a foreign name that points to this machine', () => {
    const foreign = { url: '/api/reporting/x', headers: { host: 'rebound.example:8080' } };
    const refused = dispatch(dispatcherFor(true), foreign);
    expect(refused.error).toBeInstanceOf(ProblemError);
    expect(refused).toMatchObject({ seen: ['pages'], error: { status: 421 } });
    expect(dispatch(dispatcherFor(false), foreign).seen).toEqual(['reporting']);
  });

  it.each(['127.0.0.1', '127.0.0.1:8080', '[::1]:8080', 'LOCALHOST', 'app.localhost:1'])(
    'takes host %s',
    (host) => {
      expect(dispatch(dispatcherFor(true), { url: '/', headers: { host } }).error).toBeUndefined();
    },
  );

  const told = {
    'x-forwarded-for': '203.0.113.7',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'example.org',
    forwarded: 'for=203.0.113.7',
  };
  const headersFrom = (from: string, more: object = {}) => {
    const sent = { url: '/api/reporting/x', from, headers: { ...told, ...more } };
    return dispatch(dispatcherFor(true), sent).headers;
  };

  it('lets nobody say from where a request comes but the named proxy and the own pages', () => {
    const bare = { host: 'localhost:8080' };
    for (const from of ['127.0.0.1', '::1', '10.0.0.3']) expect(headersFrom(from)).toEqual(bare);
    expect(headersFrom('127.0.0.1', { 'x-caravanserai-pages': 'secreT' })).toEqual(bare);
    expect(headersFrom('127.0.0.1', { 'x-caravanserai-pages': '' })).toEqual(bare);
    for (const from of ['10.0.0.2', '::ffff:10.0.0.2'])
      expect(headersFrom(from)).toEqual({ ...bare, ...told });
  });

  it('takes the word of nobody whom the services believe besides', () => {
    const believed = (list: BlockList) =>
      ['10.0.0.2', '10.0.0.3', '127.0.0.1', '::1'].map((one) =>
        list.check(one, one === '::1' ? 'ipv6' : 'ipv4'),
      );
    expect(believed(ofServices)).toEqual([true, false, true, true]);
    expect(believed(proxies)).toEqual([true, false, false, false]);
    expect(believed(withLoopback())).toEqual([false, false, true, true]);
  });

  it('keeps the proof of the own pages from the services', () => {
    expect(headersFrom('127.0.0.1', { 'x-caravanserai-pages': 'secret' })).toEqual({
      host: 'localhost:8080',
      ...told,
    });
  });
});
