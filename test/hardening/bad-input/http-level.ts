import { gzipSync } from 'node:zlib';
import { type HardeningBed, IN_TIME, OFFICER, REPORTS } from '../bed/hardening-bed.js';
import { type Step } from '../bed/raw-socket.js';
import { type BadInput } from './bad-input.js';
import { aReport, CHECK } from './reports.js';

const LIVE = '/api/reporting/health/live';
const HOST = 'Host: 127.0.0.1\r\n';
const PARTY = `x-acting-party: ${OFFICER}\r\nx-clock: ${IN_TIME}\r\nAccept-Language: ru\r\n`;
const JSON_TYPE = 'Content-Type: application/json\r\n';
const body = (): string => JSON.stringify(aReport());

/** `POST` of a report with these further header lines. */
const post = (headers: string, content: string): string =>
  `POST ${CHECK} HTTP/1.1\r\n${HOST}${PARTY}${JSON_TYPE}${headers}\r\n${content}`;

const get = (target: string, headers = HOST): string => `GET ${target} HTTP/1.1\r\n${headers}\r\n`;
const ofChunks = (content: string): string =>
  `${Buffer.byteLength(content).toString(16)}\r\n${content}\r\n0\r\n\r\n`;

const raw = (number: number, what: string, answer: string, step: () => Step): BadInput => ({
  ...{ number, what, answer },
  send: (bed) => bed.raw([step()]),
});

const asked = (number: number, what: string, answer: string, path: string): BadInput => ({
  ...{ number, what, answer },
  send: (bed) => bed.send({ path, language: 'ru' }),
});

const method = (name: string, answer: string): BadInput => ({
  ...{ number: 16, what: `method ${name}`, answer },
  send: (bed) => bed.raw([`${name} ${LIVE} HTTP/1.1\r\n${HOST}\r\n`]),
});

/** With the limits of time shortened: the server looks every second. */
async function impatiently(bed: HardeningBed, steps: readonly Step[]) {
  await bed.ask('patience', { limits: { headersTimeout: 300, requestTimeout: 600 } });
  try {
    return await bed.raw(steps, { patience: 5000 });
  } finally {
    await bed.ask('patience');
  }
}

const slowly = (text: string): Step[] => [...text].flatMap((letter) => [letter, 200]).slice(0, 30);

export const HTTP_LEVEL: readonly BadInput[] = [
  {
    number: 1,
    what: 'no body',
    answer: '400 body-unreadable',
    tells: 'json-empty',
    send: (bed) => bed.send({ method: 'POST', path: CHECK, language: 'ru' }),
  },
  {
    number: 2,
    what: 'a body on GET',
    answer: '400 request-invalid',
    send: (bed) =>
      bed.send({ method: 'GET', path: `${REPORTS}/2017-09-05`, body: aReport(), language: 'ru' }),
  },
  {
    number: 3,
    what: 'JSON as text/plain',
    answer: '415 media-type',
    send: (bed) => bed.send({ path: CHECK, body: aReport(), headers: { 'content-type': 'text/plain' } }),
  },
  {
    number: 4,
    what: 'charset utf-16',
    answer: '415 media-type',
    send: (bed) =>
      bed.send({
        path: CHECK,
        body: Buffer.from(body(), 'utf16le'),
        headers: { 'content-type': 'application/json; charset=utf-16' },
      }),
  },
  raw(5, 'a Content-Length that is too small', '400 request-invalid', () =>
    post('Content-Length: 20\r\nConnection: close\r\n', body()),
  ),
  {
    number: 6,
    what: 'a Content-Length that is too large',
    answer: '408 request-too-slow',
    within: 5000,
    send: (bed) => impatiently(bed, [post('Content-Length: 9000\r\n', body())]),
  },
  raw(7, 'a negative Content-Length', '400 request-invalid', () => post('Content-Length: -5\r\n', body())),
  raw(8, 'Content-Length and chunks', '400 request-invalid', () =>
    post(`Content-Length: 5\r\nTransfer-Encoding: chunked\r\n`, ofChunks(body())),
  ),
  raw(9, 'chunks, then identity', '400 request-invalid', () =>
    post('Transfer-Encoding: chunked, identity\r\n', ofChunks(body())),
  ),
  raw(10, 'lines that end with LF alone', '400 request-invalid', () =>
    get(LIVE, `${HOST}X-A: 1\r\n`).replaceAll('\r\n', '\n'),
  ),
  raw(10, 'a carriage return in a header', '400 request-invalid', () => get(LIVE, `${HOST}X-A: 1\r2\r\n`)),
  raw(11, 'a header of 64 kB', '431 headers-too-large', () =>
    get(LIVE, `${HOST}X-A: ${'a'.repeat(65_536)}\r\n`),
  ),
  raw(12, '500 headers', '431 headers-too-large', () =>
    get(LIVE, HOST + Array.from({ length: 500 }, (_, at) => `X-${at}: 1\r\n`).join('')),
  ),
  raw(13, 'the Host header twice', '400 request-invalid', () => get(LIVE, `${HOST}host: other.example\r\n`)),
  raw(13, 'no Host header', '400 request-invalid', () => get(LIVE, 'X-A: 1\r\n')),
  raw(14, 'an address with another host', '400 request-invalid', () => get(`http://other.example${LIVE}`)),
  asked(15, 'encoded dots in the path', '404 not-found', '/api/reporting/%2e%2e/%2e%2e/etc/passwd'),
  asked(15, 'two slashes', '404 not-found', '/api/reporting//health/live'),
  asked(15, 'dots with a semicolon', '404 not-found', '/api/reporting/..;/health/live'),
  asked(15, 'NUL', '400 request-invalid', '/api/reporting/operations/%00'),
  asked(15, 'overlong UTF-8', '400 request-invalid', `${REPORTS}/%c0%af`),
  ...['TRACE', 'PROPFIND'].map((name) => method(name, '405 method-not-allowed')),
  method('get', '400 request-invalid'),
  raw(16, 'method CONNECT', '405 method-not-allowed', () => `CONNECT a.example:443 HTTP/1.1\r\n${HOST}\r\n`),
  {
    number: 16,
    what: 'another method in a header',
    answer: '404 report-unknown',
    tells: 'UZ-CHU',
    send: (bed) =>
      bed.send({ path: `${REPORTS}/2017-09-07`, headers: { 'x-http-method-override': 'DELETE' } }),
  },
  raw(17, 'an address of 20 kB', '414 address-too-long', () => get(`${LIVE}?${'a'.repeat(20_000)}`)),
  {
    number: 18,
    what: 'headers byte by byte',
    answer: '408 request-too-slow',
    within: 5000,
    send: (bed) => impatiently(bed, slowly(get(LIVE))),
  },
  {
    number: 19,
    what: 'a body byte by byte',
    answer: '408 request-too-slow',
    within: 5000,
    send: (bed) => impatiently(bed, [post('Content-Length: 500\r\n', ''), ...slowly(body())]),
  },
  {
    number: 20,
    what: 'an upload that is given up',
    answer: 'closed',
    send: (bed) => bed.raw([post('Content-Length: 5000\r\n', '{"lines":[')], { patience: 300, giveUp: true }),
  },
  raw(21, 'Expect: 100-continue without a body', '400 body-unreadable', () =>
    post('Expect: 100-continue\r\nContent-Length: 0\r\n', ''),
  ),
  {
    number: 22,
    what: 'a small body that unfolds to 10 MB',
    answer: '415 media-type',
    send: (bed) =>
      bed.send({
        path: CHECK,
        body: gzipSync(Buffer.alloc(10_000_000, ' ')),
        headers: { 'content-encoding': 'gzip' },
        language: 'ru',
      }),
  },
];
