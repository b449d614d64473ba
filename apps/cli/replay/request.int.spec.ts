import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { ReplayClient } from './request.js';

let server: Server;
let seen: IncomingMessage[];
/** What the service does with each request in turn: a status, or no answer at all. */
let plan: (number | 'hang up')[];
let retryAfter: Record<string, string>;
let arrivals: number[];
beforeEach(async () => {
  seen = [];
  plan = [];
  retryAfter = {};
  arrivals = [];
  server = createServer((request, response) => {
    seen.push(request);
    arrivals.push(performance.now());
    const next = plan.shift() ?? 200;
    if (next === 'hang up') request.socket.destroy();
    else response.writeHead(next, next === 503 ? retryAfter : {}).end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.close();
});

function client(patience?: number): ReplayClient {
  const url = async () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return new ReplayClient(new Map([['reporting', { url }]]), patience);
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

  it('is counted where it was sent again, and the longest wait is kept', async () => {
    const counting = client();
    expect(counting.repeats).toEqual({ requests: 0 });
    retryAfter = { 'Retry-After': '1' };
    plan = [503, 200, 200, 'hang up', 200];
    for (const path of ['/api/reporting/away', '/api/reporting/there', '/api/reporting/cut'])
      await counting.send({ ...request, path });
    expect(counting.repeats).toMatchObject({ requests: 2, longest: { path: '/api/reporting/away' } });
    expect(counting.repeats.longest?.seconds).toBeGreaterThanOrEqual(0.99);
  });

  it('is sent again after the time that the service asks for', async () => {
    retryAfter = { 'Retry-After': '1' };
    plan = [503, 200];
    expect(await client().send(request)).toMatchObject({ status: 200, wasRepeated: true });
    const [first = 0, second = 0] = arrivals;
    expect(second - first).toBeGreaterThanOrEqual(990);
  });

  it('ends with the refusal, or with what is wrong, when the patience is at its end', async () => {
    plan = [503, 503];
    expect(await client(1).send(request)).toMatchObject({ status: 503 });
    plan = Array.from({ length: 9 }, () => 'hang up');
    await expect(client(1).send(request)).rejects.toThrow('No answer to POST /api/reporting/x within 0 s.');
  });
});
