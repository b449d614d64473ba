import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { routesWithoutPolicy } from './access/routes.js';
import { type ProblemDocument } from './problems/problem-document.js';
import { database, type SampleApp, startSampleApp } from './testing/sample-app.js';

let sample: SampleApp;
beforeAll(async () => {
  sample = await startSampleApp();
});
afterAll(() => sample.app.close());

const OFFICER = 'pcu_officer:UZ-ANG/karimov';
const REPORTS = '/operations/chemical-check-i/units/UZ-ANG/daily-reports';

const report = (more: object = {}) => ({
  submissionId: '3f2a8c1e-5b7d-4e9a-8c21-0d4f6b7a9e10',
  operationDay: '2017-09-05',
  kind: 'report',
  preparedAt: '2017-09-05T18:30:00+05:00',
  ...more,
});

const line = (more: object = {}) => ({
  lineId: 'l1',
  transportKind: 'container',
  number: 'MSKU 123456 5',
  regime: 'transit',
  goods: [{ declaredText: 'acetic anhydride', net: { amount: 20063.1, unit: 'kg' } }],
  destination: 'AF',
  outcome: 'released',
  ...more,
});

interface Sent {
  readonly headers?: Record<string, string>;
  readonly path?: string;
  readonly method?: string;
}

function send(
  body: string | Buffer<ArrayBuffer> | undefined,
  { headers = {}, path = REPORTS, method = 'POST' }: Sent = {},
) {
  return fetch(`${sample.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'x-acting-party': OFFICER, ...headers },
    ...(body === undefined ? {} : { body }),
  });
}

async function problemOf(response: Response): Promise<ProblemDocument> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(response.headers.get('content-language')).toMatch(/^(en|ru)$/);
  return (await response.json()) as ProblemDocument;
}

async function refused(response: Response, status: number, code: string): Promise<ProblemDocument> {
  const problem = await problemOf(response);
  expect({ status: response.status, type: problem.type }).toEqual({
    status,
    type: `urn:caravanserai:problem:${code}`,
  });
  return problem;
}

const errorsOf = ({ errors }: ProblemDocument) => errors.map(({ path, code }) => `${path}: ${code}`);

describe('a good request', () => {
  it('reaches its handler with body, raw bytes, party and clock', async () => {
    const text = JSON.stringify(report({ lines: [line()] }));
    const response = await send(text, { headers: { 'x-clock': '2017-09-05T14:00:00Z' } });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      bytes: Buffer.byteLength(text),
      party: { role: 'pcu_officer', unit: 'UZ-ANG', country: 'UZ', person: 'karimov' },
      now: '2017-09-05T14:00:00.000Z',
      body: { lines: [{ goods: [{ net: { amount: '20063.1' } }] }] },
    });
  });

  it('uses the clock of the service where the header is absent', async () => {
    expect(await (await send(JSON.stringify(report()))).json()).toMatchObject({
      now: '2026-01-01T00:00:00.000Z',
    });
  });

  it('may have no body where the body is optional', async () => {
    const sent = {
      path: '/operations/x/days/2017-09-05/closing',
      headers: { 'x-acting-party': 'ocu_head/a' },
    };
    const response = await send(undefined, sent);
    expect([response.status, await response.json()]).toEqual([202, {}]);
  });

  it('carries security headers and does not name the server', async () => {
    const { headers } = await send(JSON.stringify(report()));
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe-inline');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('may be a report of 2,000 lines, beyond the limit of other bodies', async () => {
    const goods = [{ declaredText: 'x'.repeat(400) }];
    const lines = Array.from({ length: 2000 }, (_, index) => line({ lineId: `l${index}`, goods }));
    expect((await send(JSON.stringify(report({ lines })))).status).toBe(201);
  });
});

describe('JSON that is not the message', () => {
  const deep = '['.repeat(10_000) + ']'.repeat(10_000);
  const text = JSON.stringify(report());
  it.each([
    ['an empty body', '', 'json-empty'],
    ['spaces', '  ', 'json-empty'],
    ['null', 'null', 'json-not-an-object'],
    ['a list', '[]', 'json-not-an-object'],
    ['a string', '"x"', 'json-not-an-object'],
    ['a number', '1', 'json-not-an-object'],
    ['a truncated text', text.slice(0, 40), 'json-syntax'],
    ['a trailing comma', `${text.slice(0, -1)},}`, 'json-syntax'],
    ['a comment', `/* x */${text}`, 'json-syntax'],
    ['a byte order mark', `\uFEFF${text}`, 'json-byte-order-mark'],
    ['a key given twice', `{"kind":"nil",${text.slice(1)}`, 'json-duplicate-key'],
    ['a key given twice, once escaped', `{"\\u006bind":"nil",${text.slice(1)}`, 'json-duplicate-key'],
    ['a depth of 10,000', `{"lines":${deep}}`, 'json-too-deep'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 'json-not-utf8'],
  ])('%s is refused', async (_name, body, code) => {
    const problem = await refused(await send(body), 400, 'body-unreadable');
    expect(errorsOf(problem)).toEqual([`: ${code}`]);
  });

  it.each([
    ['__proto__', '{"__proto__":{"kind":"nil"}}', '__proto__: unexpected'],
    ['constructor.prototype', '{"constructor":{"prototype":{}}}', 'constructor: unexpected'],
    ['__defineGetter__', '{"__defineGetter__":1}', '__defineGetter__: unexpected'],
    ['toString', '{"toString":1}', 'toString: unexpected'],
    ['a lone surrogate', '{"authorFunction":"\\ud800"}', 'authorFunction: impossible-text'],
    ['NUL', '{"authorFunction":"a\\u0000b"}', 'authorFunction: impossible-text'],
    ['NUL in a key', '{"a\\u0000":1}', ': impossible-text'],
  ])('%s is refused', async (_name, body, error) => {
    expect(errorsOf(await refused(await send(body), 400, 'invalid-fields'))).toContain(error);
    expect(({} as { kind?: string }).kind).toBeUndefined();
  });

  it.each([
    ['an unknown property', { colour: 'red' }, 'colour: unexpected'],
    ['1e400', { basedOn: '#1e400' }, 'basedOn: not-of-type-integer'],
    ['a number beyond 2^53', { basedOn: '#9007199254740993' }, 'basedOn: too-large'],
    ['minus zero below a minimum of 1', { basedOn: '#-0' }, 'basedOn: too-small'],
    ['a blank instead of a number', { basedOn: '' }, 'basedOn: blank'],
    ['a number as text', { basedOn: '5' }, 'basedOn: not-of-type-integer'],
    ['true', { basedOn: true }, 'basedOn: not-of-type-integer'],
    ['[7]', { basedOn: [7] }, 'basedOn: not-of-type-integer'],
    ['null', { basedOn: null }, 'basedOn: null'],
    ['a fraction', { basedOn: 1.5 }, 'basedOn: not-of-type-integer'],
    ['30 February', { operationDay: '2017-02-30' }, 'operationDay: not-a-day'],
    ['month 13', { operationDay: '2017-13-01' }, 'operationDay: not-a-day'],
    ['a day without hyphens', { operationDay: '20170905' }, 'operationDay: not-a-day'],
    ['a Russian date', { operationDay: '05.09.2017' }, 'operationDay: not-a-day'],
    ['offset +15:00', { preparedAt: '2017-09-05T10:00:00+15:00' }, 'preparedAt: not-an-instant'],
    ['24:00', { preparedAt: '2017-09-05T24:00:00Z' }, 'preparedAt: not-an-instant'],
    ['a leap second', { preparedAt: '2017-09-05T23:59:60Z' }, 'preparedAt: not-an-instant'],
    [
      '4,001 characters',
      { remarks: [{ text: 'x'.repeat(4001), language: 'en' }] },
      'remarks[0].text: too-long',
    ],
    ['a list for an object', { cases: [[]] }, 'cases[0]: not-of-type-object'],
    ['an object for a list', { lines: {} }, 'lines: not-of-type-array'],
    ['a wrong kind', { kind: 'отчёт' }, 'kind: unknown-value'],
  ])('%s is refused', async (_name, more, error) => {
    const body = JSON.stringify(report(more)).replace(/"#([^"]+)"/, '$1');
    expect(errorsOf(await refused(await send(body), 400, 'invalid-fields'))).toEqual([error]);
  });

  it.each([
    ['', 'blank'],
    ['12abc', 'decimal-not-a-number'],
    ['0x10', 'decimal-not-a-number'],
    ['1e3', 'decimal-exponent'],
    ['20,063', 'decimal-comma'],
    ['-5', 'decimal-negative'],
    ['\u22125', 'decimal-negative'],
    ['٤٢', 'decimal-foreign-digits'],
    ['1.1234567', 'decimal-too-many-decimals'],
    [-5, 'decimal-negative'],
    [1e21, 'decimal-number-inexact'],
    [1.1234567, 'decimal-number-inexact'],
    [123456789012345.12, 'decimal-number-inexact'],
    [true, 'not-of-type-string'],
    [[7], 'not-of-type-string'],
  ])('the amount %p is refused as %s', async (amount, code) => {
    const goods = [{ declaredText: 'x', net: { amount, unit: 'kg' } }];
    const body = JSON.stringify(report({ lines: [line({ goods })] }));
    expect(errorsOf(await refused(await send(body), 400, 'invalid-fields'))).toEqual([
      `lines[0].goods[0].net.amount: ${code}`,
    ]);
  });

  it('names every wrong field at once, in plain words', async () => {
    const lines = [line({ regime: 'export!', destination: 'kz', goods: [] }), line({ lineId: undefined })];
    const body = JSON.stringify(report({ lines, colour: 1 }));
    const problem = await refused(
      await send(body, { headers: { 'accept-language': 'ru' } }),
      400,
      'invalid-fields',
    );
    expect(errorsOf(problem).sort()).toEqual([
      'colour: unexpected',
      'lines[0].destination: not-a-country-code',
      'lines[0].goods: too-few',
      'lines[0].regime: unknown-value',
      'lines[1].lineId: required',
    ]);
    expect(problem.errors.map(({ message }) => message)).toContain(
      'Допустимые значения: import, export, transit.',
    );
    expect(problem.detail).toContain('Обнаружено ошибок: 5.');
  });

  it('names 100 fields at most and says how many are wrong', async () => {
    const lines = Array.from({ length: 150 }, () => line({ destination: 'kz' }));
    const problem = await refused(await send(JSON.stringify(report({ lines }))), 400, 'invalid-fields');
    expect(problem.errors).toHaveLength(100);
    expect(problem.detail).toContain('150');
  });

  it.each([
    ['a list of 1,000,000 entries', JSON.stringify({ lines: Array.from({ length: 1_000_000 }, () => 1) })],
    ['300,000 keys', `{${Array.from({ length: 300_000 }, (_, index) => `"k${index}":1`).join(',')}}`],
  ])('%s is refused by its first problem alone', async (_name, body) => {
    const problem = await refused(await send(body), 400, 'invalid-fields');
    expect(problem.errors).toHaveLength(1);
  });
});

describe('HTTP', () => {
  it.each([
    ['text/plain', 415],
    ['application/json; charset=utf-16', 415],
    ['application/xml', 415],
    ['application/json; charset=UTF-8', 201],
  ])('media type %s gives %i', async (type, status) => {
    const response = await send(JSON.stringify(report()), { headers: { 'content-type': type } });
    expect(response.status).toBe(status);
    if (status === 415) await refused(response, 415, 'media-type');
  });

  it('refuses compressed bodies', async () => {
    await refused(
      await send(Buffer.from([0x1f, 0x8b]), { headers: { 'content-encoding': 'gzip' } }),
      415,
      'media-type',
    );
  });

  it('refuses bodies beyond the limit of their address', async () => {
    const closing = {
      path: '/operations/x/days/2017-09-05/closing',
      headers: { 'x-acting-party': 'ocu_head/a' },
    };
    const problem = await refused(await send('x'.repeat(256 * 1024 + 1), closing), 413, 'body-too-large');
    expect(problem.detail).toContain('262144');
    await refused(await send('x'.repeat(8 * 1024 * 1024 + 1)), 413, 'body-too-large');
  });

  it('tells an unknown address from an unknown method', async () => {
    await refused(await send(undefined, { path: '/nothing', method: 'GET' }), 404, 'not-found');
    await refused(await send(undefined, { path: '/../../etc/passwd', method: 'GET' }), 404, 'not-found');
    const response = await send(undefined, { path: REPORTS, method: 'DELETE' });
    expect(response.headers.get('allow')).toBe('POST');
    const problem = await refused(response, 405, 'method-not-allowed');
    expect(problem.detail).toContain('DELETE');
  });

  it.each(['/operations/%FF', '/operations/%c0%af', '/operations/%00'])(
    'refuses the path %s',
    async (path) => {
      await refused(await send(undefined, { path, method: 'GET' }), 400, 'request-invalid');
    },
  );

  it.each(['TRACE', 'PROPFIND'])('refuses the method %s', async (method) => {
    const { port } = new URL(sample.url);
    const status = await new Promise((resolve, reject) => {
      httpRequest({ port, host: '127.0.0.1', method, path: '/api/reporting/health/live' }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(405);
  });
});

describe('who may do what', () => {
  const body = JSON.stringify(report());
  it.each([
    ['no party', '', 401, 'acting-party-missing'],
    ['a party that cannot be read', 'root', 401, 'acting-party-malformed'],
    ['an officer of another unit', 'pcu_officer:UZ-TAS/x', 403, 'not-allowed'],
    ['another country', 'contact_point:KZ/x', 403, 'not-allowed'],
    ['another role', 'ocu_head/x', 403, 'not-allowed'],
  ])('%s is refused', async (_name, party, status, code) => {
    await refused(await send(body, { headers: { 'x-acting-party': party } }), status, code);
  });

  it('says of a party that cannot be read what was given and what is expected', async () => {
    const headers = { 'x-acting-party': 'bogus' };
    const { detail } = (await (await send(body, { headers })).json()) as { detail: string };
    expect(detail).toMatch(/“bogus”.*role:scope\/person.*pcu_officer:UZ-ANG\/karimov/);
  });

  it('lets the contact point of the country act for its unit', async () => {
    expect((await send(body, { headers: { 'x-acting-party': 'contact_point:UZ/saidov' } })).status).toBe(201);
  });

  it('refuses a route without policy, and the helper finds it', async () => {
    const path = '/operations/x/forgotten';
    await refused(
      await send(undefined, { path, method: 'GET', headers: { 'x-acting-party': 'administrator/x' } }),
      403,
      'not-allowed',
    );
    expect(routesWithoutPolicy(sample.app)).toEqual([
      'GET /operations/:operation/forgotten (SampleController.forgotten)',
    ]);
  });

  it('refuses a clock that is no instant', async () => {
    for (const clock of ['yesterday', '2017-02-30T00:00:00Z', '2017-09-05T14:00:00+05:00'])
      await refused(await send(body, { headers: { 'x-clock': clock } }), 400, 'clock-invalid');
  });
});

describe('errors of handlers', () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    send(undefined, { path, method: 'GET', headers });

  it('are told in the language of the reader', async () => {
    const english = await refused(await get('/operations/unknown'), 404, 'operation-unknown');
    expect(english.detail).toBe(
      'There is no operation with the code “unknown”. Check the code in the address.',
    );
    const response = await get('/operations/unknown', { 'accept-language': 'kk, ru;q=0.9, en;q=0.8' });
    expect(response.headers.get('content-language')).toBe('ru');
    expect((await problemOf(response)).title).toBe('Операция не найдена');
  });

  it('that nobody expected are 500 with a number and without a cause', async () => {
    const response = await get('/operations/broken');
    const text = await response.clone().text();
    const problem = await refused(response, 500, 'internal');
    expect(problem.instance).toMatch(/^urn:uuid:/);
    expect(problem.detail).toContain(problem.instance?.slice('urn:uuid:'.length));
    expect(text).not.toMatch(/secret|\.ts|stack|TypeError/);
  });

  it('of a database that is away are 503, to be tried again', async () => {
    const response = await get('/operations/away');
    expect(response.headers.get('retry-after')).toBe('5');
    expect((await refused(response, 503, 'unavailable')).detail).not.toContain('10.0.0.7');
  });

  it('without words of their own still say something', async () => {
    expect((await refused(await get('/operations/wordless'), 409, 'no-such-code')).title).not.toBe('');
  });
});

describe('health', () => {
  it('is live, and ready only when each check is', async () => {
    const live = await fetch(`${sample.url}/health/live`);
    expect([live.status, await live.json()]).toEqual([200, { status: 'live' }]);
    const ready = await fetch(`${sample.url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', checks: { database: 'ok' } },
    ]);
    database.reason = 'migrations are missing';
    const waiting = await fetch(`${sample.url}/health/ready`);
    database.reason = undefined;
    expect([waiting.status, await waiting.json()]).toEqual([
      503,
      { status: 'not-ready', checks: { database: 'migrations are missing' } },
    ]);
  });
});
