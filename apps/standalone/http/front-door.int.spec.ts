import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, BlockList } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createLogger } from '#libs/observability/logger.js';
import { makeToken } from '#libs/security/tokens/token.js';
import { ServicesApi } from '../pages/services-api.js';
import { Dispatcher } from './dispatcher.js';
import { type FrontDoor, openFrontDoor } from './front-door.js';

/** What all services together answer. */
let answer: (response: ServerResponse) => void;
let services: Server;
let door: FrontDoor;

beforeAll(async () => {
  services = createServer((_request, response) => answer(response));
  await once(services.listen(0, '127.0.0.1'), 'listening');
  const ownPages = makeToken();
  const { port } = services.address() as AddressInfo;
  door = await openFrontDoor({
    ...{ host: '127.0.0.1', port: 0, log: createLogger('pages', 'silent'), demonstration: () => undefined },
    dispatcher: new Dispatcher({ checkHost: true, believed: { ownPages, proxies: new BlockList() } }),
    apiAt: () => new ServicesApi(`http://127.0.0.1:${port}`, ownPages),
  });
});
afterAll(async () => {
  await door.close();
  services.closeAllConnections();
  services.close();
});

const open = (page: string, method = 'GET'): Promise<Response> => {
  const headers = { accept: 'text/html' };
  return fetch(`http://127.0.0.1:${door.port}${page}`, { method, headers, redirect: 'manual' });
};

describe('a page whose service', () => {
  const refused = async (): Promise<unknown[]> => {
    const response = await open('/?lang=en');
    expect(await response.text()).toMatch(/<html lang="en"/);
    return [response.status, response.headers.get('retry-after')];
  };

  it('breaks the connection is refused for now', async () => {
    answer = (response) => response.destroy();
    expect(await refused()).toEqual([503, '5']);
  });

  it('stops in the middle of an answer is refused for now', async () => {
    answer = (response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('{', () => response.destroy());
    };
    expect(await refused()).toEqual([503, '5']);
  });

  it('is slow is refused for now', async () => {
    const slow = AbortSignal.abort(new DOMException('slow', 'TimeoutError'));
    const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(slow);
    expect(await refused()).toEqual([503, '5']);
    timeout.mockRestore();
  });
});

describe('whose session has ended', () => {
  it.each([
    ['GET', '/operations/tiny?lang=ru', '/operations/tiny?lang=ru'],
    ['POST', '/operations/tiny/units/UZ/report?day=1', '/operations/tiny/units/UZ/report?day=1'],
    ['POST', '/mailbox/tiny/1/0/acknowledge?lang=ru', '/mailbox/tiny/1/0?lang=ru'],
    ['POST', '/distribution/tiny/1/0/UZ/carried', '/distribution/tiny/1/0'],
  ])('and asks by %s for %s comes back to %s', async (method, page, back) => {
    answer = (response) =>
      response.writeHead(401).end(JSON.stringify({ type: 'urn:caravanserai:problem:session-ended' }));
    const response = await open(page, method);
    const to = new URL(response.headers.get('location') ?? '', 'http://own.invalid');
    expect([response.status, to.pathname]).toEqual([303, '/sign-in']);
    expect(to.searchParams.get('to')).toBe(back);
    expect(to.searchParams.get('ended')).toBe('1');
  });
});
