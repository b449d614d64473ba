import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { bulletinService } from '#apps/bulletin/index.js';
import { coordinationService } from '#apps/coordination/index.js';
import { reportingService } from '#apps/reporting/index.js';
import { routesOf } from '#libs/web/access/routes.js';
import { codeOf, IdentityBed, withCookie } from '../../apps/identity/testing/identity-bed.js';

/** Routes that ask for a right but name no operation: they answer of the sender's own ones. */
const OUTSIDE = ['bulletin GET /files/:sha256', 'coordination GET /operations'];

let bed: IdentityBed;
beforeAll(async () => {
  bed = await IdentityBed.start(reportingService, coordinationService, bulletinService);
});
afterAll(() => bed.stop());

it('are these alone', () => {
  const outside = [...bed.services.services].flatMap(([service, { app }]) =>
    routesOf(app)
      .filter(({ access, path }) => typeof access === 'object' && !/\/:operation(\/|$)/.test(path))
      .map(({ method, path }) => `${service} ${method} ${path}`),
  );
  expect(outside.sort()).toEqual(OUTSIDE);
});

const KEY = { unit: 'UZ-ANG', label: 'x', scopes: ['daily-report.draft'], days: 9 };
const NONE = '0'.repeat(64);
/** Of the letter x. */
const HASH = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';
/** With its file in one statement: nothing is added to what is issued. */
const ISSUED = `
  with issued as (
    insert into bulletin (operation, number, revision, kind, operation_day, state, closed_at, snapshot, snapshot_hash,
      issued_at, issued_by, reference_version, renderer_version)
    values ($1, 1, 0, 'daily', '2017-09-01', 'issued', now(), 'x', encode(sha256('x'), 'hex'), now(), 'x', '1', '1'))
  insert into bulletin_file (operation, number, revision, language, format, bytes, sha256, size, characters_without_glyph)
  values ($1, 1, 0, 'mul', 'json', 'x', $2, 1, '{}')`;
const codes = ({ body }: { body: Record<string, unknown> }) =>
  (body['operations'] as { code: string }[]).map(({ code }) => code);
const ofFiles = ({ body }: { body: Record<string, unknown> }) =>
  (body['files'] as { operation: string }[]).map(({ operation }) => operation);

it('answer an account of its own operations alone, and tell nothing of others', async () => {
  await addOperations('tiny', 'other');
  const cookie = withCookie(await bed.signIn(await bed.person()));
  expect(codes(await bed.get('/api/coordination/operations', cookie))).toEqual(['tiny']);
  expect(ofFiles(await bed.get(`/api/bulletin/files/${HASH}`, cookie))).toEqual(['tiny']);
  await bed.query(`update account_role set operation = 'third'`);
  expect(codes(await bed.get('/api/coordination/operations', cookie))).toEqual([]);
  const foreign = await bed.get(`/api/bulletin/files/${HASH}`, cookie);
  expect(foreign.text).toBe((await bed.get(`/api/bulletin/files/${NONE}`, cookie)).text);
});

it('are closed to a key without the scope, and to nobody known', async () => {
  const { body } = await bed.administer('api-keys', KEY);
  const key = { headers: { authorization: `Bearer ${String(body['key'])}` } };
  for (const place of ['/api/coordination/operations', `/api/bulletin/files/${HASH}`]) {
    expect(codeOf(await bed.get(place, key))).toBe('403 not-allowed');
    expect((await bed.get(place)).status).toBe(401);
  }
});

it('answer the header of development of all operations', async () => {
  const all = await bed.get('/api/coordination/operations', { party: 'participant:KG/reader' });
  expect(codes(all)).toEqual(['other', 'tiny']);
});

async function addOperations(...operations: string[]): Promise<void> {
  for (const code of operations) {
    const plan = JSON.stringify({ code, name: { en: code, ru: code } });
    await bed.services.query(
      'coordination',
      `insert into operation_plan (operation, version, plan_hash, plan) values ($1, 1, '', $2)`,
      [code, plan],
    );
    await bed.services.query('bulletin', ISSUED, [code, HASH]);
  }
}
