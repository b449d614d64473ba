import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { ReplayClient } from './request.js';

let server: Server;
let seen: IncomingMessage[];
/** What the service does with each request in turn: a status, or no answer at all. */
let plan: (number | 'hang up')[];
beforeEach(async () => {
  seen = [];
  plan = [];
  server = createServer((request, response) => {
    seen.push(request);
    const next = plan.shift() ?? 200;
    if (next === 'hang up') request.socket.destroy();
    else response.writeHead(next).end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.close();
});

function client(): ReplayClient {
  const url = async () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return new ReplayClient(new Map([['reporting', { url }]]));
}

const request = {
  method: 'POST',
  path: '/api/reporting/x',
  party: 'ocu_head/x',
  at: '2017-09-05T14:00:00Z',
} as const;

describe('a request of the replay', () => {
  it('says who acts and when', async () => {
    expect(await client().send({ ...request, body: { a: 1 } })).toMatchObject({
      status: 200,
      wasRepeated: false,
    });
    expect(seen[0]?.headers).toMatchObject({
      'x-acting-party': 'ocu_head/x',
      'x-clock': '2017-09-05T14:00:00Z',
      'content-type': 'application/json',
    });
    await client().send({ method: 'GET', path: '/api/reporting/metrics' });
    expect(seen[1]?.headers).not.toHaveProperty('x-clock');
  });

  it('is sent again while there is no answer or the service is not available, and says so', async () => {
    plan = ['hang up', 503, 409];
    expect(await client().send(request)).toMatchObject({ status: 409, wasRepeated: true });
    expect(seen).toHaveLength(3);
  });
});
