import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { XLSX_MEDIA } from '#libs/web/body/body-limits.js';
import { RateLimiter } from '#libs/web/limits/rate-limiter.js';
import { kindOf, RATE_LIMITS } from '#libs/web/limits/rate-limits.js';
import { type Answer } from '../support/service-under-test.js';
import { codeOf, IdentityBed } from '../../apps/identity/testing/identity-bed.js';
import { reportingService } from '../../apps/reporting/index.js';

const UPLOAD = '/api/reporting/operations/tiny/units/UZ-ANG/daily-reports/sheet';
const KEY = { unit: 'UZ-ANG', label: 'Warehouse', scopes: ['daily-report.submit'], days: 90 };
const SPENT = '429 too-many-requests';

let bed: IdentityBed;
beforeAll(async () => {
  bed = await IdentityBed.start(reportingService);
});
afterAll(() => bed.stop());

const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** The first answers are those of the route, whatever they are; then the limit speaks. */
async function afterLimit(requests: number, send: () => Promise<Answer>): Promise<Answer> {
  for (let sent = 0; sent < requests; sent += 20) {
    const answers = await Promise.all(Array.from({ length: Math.min(20, requests - sent) }, send));
    for (const answer of answers) expect(answer.status).not.toBe(429);
  }
  return send();
}

describe('too many requests', () => {
  it('of the key of a program are refused, in the language of the reader, with the time to wait', async () => {
    const { body } = await bed.administer('api-keys', KEY);
    const headers = {
      authorization: `Bearer ${String(body['key'])}`,
      'accept-language': 'ru',
      'content-type': XLSX_MEDIA,
    };
    const send = () => bed.post(UPLOAD, {}, { headers });
    const refused = await afterLimit(RATE_LIMITS.upload.requests, send);
    expect(codeOf(refused)).toBe(SPENT);
    expect(refused.body['title']).toBe('Слишком много запросов');
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(RATE_LIMITS.upload.seconds);
    expect(refused.body['detail']).toContain(`через ${wait} с`);
    const other = await bed.administer('api-keys', KEY);
    const allowed = await bed.post(
      UPLOAD,
      {},
      { headers: { ...headers, authorization: `Bearer ${String(other.body['key'])}` } },
    );
    expect(allowed.status).not.toBe(429);
  });

  it('of nobody known are those of an address', async () => {
    const look = (address: string) => () =>
      bed.post('invitations/look', { token: 'a'.repeat(43) }, { headers: { 'x-forwarded-for': address } });
    const refused = await afterLimit(RATE_LIMITS.openChange.requests, look('203.0.113.9'));
    expect(codeOf(refused)).toBe(SPENT);
    expect((await look('203.0.113.10')()).status).not.toBe(429);
  });

  it('with keys that nobody has end before they are looked up', async () => {
    const headers = { authorization: 'Bearer x', 'x-forwarded-for': '203.0.113.11' };
    const guess = () => bed.get('/api/reporting/operations/tiny/notifications', { headers });
    const refused = await afterLimit(RATE_LIMITS.refusedCredentials.requests, guess);
    expect(codeOf(refused)).toBe(SPENT);
  });

  it('in one process are too many in every other', async () => {
    const source = bed.services.dataSource('reporting');
    const limits = { ...RATE_LIMITS, change: { requests: 3, seconds: 60, countedIn: 'database' as const } };
    const [one, other] = [new RateLimiter(source, limits), new RateLimiter(source, limits)];
    for (const limiter of [one, other, one]) await limiter.count('change', 'shared');
    for (const limiter of [other, one, other])
      await expect(limiter.count('change', 'shared')).rejects.toMatchObject({ status: 429 });
  });
});

it('counting a request costs about as much as the shortest statement', async () => {
  const source = bed.services.dataSource('reporting');
  const limiter = new RateLimiter(source);
  const times: Record<'count' | 'memory' | 'select', number[]> = { count: [], memory: [], select: [] };
  for (let run = 0; run < 100; run += 1) {
    times.select.push(await timeOf(() => source.query('select 1')));
    times.count.push(await timeOf(() => limiter.count('change', 'measured')));
    times.memory.push(await timeOf(() => limiter.count('read', 'measured')));
  }
  const [count, memory, select] = [median(times.count), median(times.memory), median(times.select)];
  process.stderr.write(
    `Counting: ${count.toFixed(2)} ms in PostgreSQL, ${memory.toFixed(3)} ms in memory; select 1 takes ${select.toFixed(2)} ms (p50)\n`,
  );
  expect(count).toBeLessThan(Math.max(4, select * 6));
  expect(memory).toBeLessThan(1);
});

it.each([
  ['GET', '/api/reporting/health/live', false, undefined],
  ['POST', '/api/identity/sign-in', false, undefined],
  ['POST', '/api/identity/invitations/accept', false, 'openChange'],
  ['GET', '/api/bulletin/keys', false, 'openRead'],
  ['GET', UPLOAD.replace('sheet', '2017-09-05'), true, 'read'],
  ['GET', UPLOAD.replace('sheet', '2017-09-05/template.xlsx'), true, 'render'],
  ['GET', '/api/bulletin/operations/tiny/bulletins/1/revisions/0/preview.en.html', true, 'render'],
  ['POST', UPLOAD, true, 'upload'],
  ['PUT', UPLOAD.replace('daily-reports/sheet', 'drafts/2017-09-05'), true, 'change'],
] as const)('%s %s (known: %s) is counted as %s', (method, path, isKnown, kind) => {
  expect(kindOf(method, path, isKnown)).toBe(kind);
});
