import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { coordinationService } from '#apps/coordination/index.js';
import { identityService, inviteAdministrator } from '#apps/identity/index.js';
import { SystemClock } from '#libs/observability/clock.js';
import { codeOf, codeOfStep, PASSWORD } from '../../apps/identity/testing/identity-bed.js';
import { startTestBed, type Answer, type Sent, type TestBed } from '../support/service-under-test.js';

const folder = mkdtempSync(path.join(tmpdir(), 'production-'));
const identityKeyFile = path.join(folder, 'key');
/** As the proxy that ends TLS sends it on. */
const OVER_TLS = { 'x-forwarded-proto': 'https', host: 'example.org' };
const OPERATIONS = '/api/coordination/operations';
const NOBODY = { party: '' };

let bed: TestBed;
beforeAll(async () => {
  writeFileSync(identityKeyFile, '5a'.repeat(32), { mode: 0o600 });
  const host = { isProduction: true, identityKeyFile };
  bed = await startTestBed({
    run: [identityService, coordinationService],
    logs: ['reporting', 'bulletin'],
    host,
  });
});
afterAll(async () => {
  await bed.stop();
  rmSync(folder, { recursive: true });
});

const identity = (where: string, body: object, more: Partial<Sent> = {}): Promise<Answer> =>
  bed.post(`/api/identity/${where}`, { ...NOBODY, headers: OVER_TLS, body, ...more });

/** The cookie of an administrator who was invited from the command line. */
async function signIn(): Promise<string> {
  const person = { operation: 'tiny', name: 'akhmetova', mail: 'ocu@example.org', language: 'en' as const };
  const at = new SystemClock().now();
  const { token } = await inviteAdministrator(bed.dataSource('identity'), identityKeyFile, person, at);
  const { body: look } = await identity('invitations/look', { token });
  const secret = String(look['totpSecret']);
  await identity('invitations/accept', { token, password: PASSWORD, code: codeOfStep(secret, -1) });
  const { body } = await identity('sign-in', { name: person.name, password: PASSWORD });
  const second = { challenge: body['challenge'], code: codeOfStep(secret) };
  const { headers } = await identity('sign-in/second-factor', second);
  return headers.get('set-cookie')?.split(';', 1)[0] ?? '';
}

it('knows nobody by the header of development, and everybody by a session', async () => {
  for (const party of ['administrator/x', 'ocu_head/x', 'bogus'])
    expect(codeOf(await bed.get(OPERATIONS, { party, headers: OVER_TLS }))).toBe('401 sign-in-needed');
  const cookie = await signIn();
  expect(cookie).toMatch(/^__Host-sid=/);
  const sent = { party: 'ocu_head/x', headers: { ...OVER_TLS, cookie } };
  expect(await bed.get(OPERATIONS, sent)).toMatchObject({ status: 200 });
  expect(codeOf(await bed.get('/api/coordination/operations/tiny/days', sent))).toBe('403 not-allowed');
});

it('tells the time by the machine, whatever the header of development says', async () => {
  const sent = { party: '', at: 'long ago', headers: OVER_TLS };
  expect(codeOf(await bed.get(OPERATIONS, sent))).toBe('401 sign-in-needed');
});

it('does not start where accounts for a demonstration are open', async () => {
  await bed.query('identity', `update account set created_by = 'operator/demonstration'`);
  await expect(bed.restart([])).rejects.toThrow(
    /accounts for a demonstration, whose passwords were printed: akhmetova/,
  );
  await bed.query('identity', `update account set state = 'disabled'`);
  await bed.restart([]);
}, 30_000);
