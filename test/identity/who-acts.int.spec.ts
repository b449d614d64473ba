import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { reportingService } from '#apps/reporting/index.js';
import {
  ADMINISTRATION,
  ADMINISTRATOR,
  codeOf,
  IdentityBed,
  withCookie,
} from '../../apps/identity/testing/identity-bed.js';

const DAY = '2017-09-05';
const reportOf = (unit: string, operation = 'tiny') =>
  `/api/reporting/operations/${operation}/units/${unit}/drafts/${DAY}`;
const KEY = { unit: 'UZ-ANG', label: 'Warehouse system', scopes: ['daily-report.draft'], days: 90 };

describe('who a request is, for a service that is not identity', () => {
  let bed: IdentityBed;

  beforeAll(async () => {
    bed = await IdentityBed.start(reportingService);
    const text = { en: 'Text', ru: 'Текст' };
    const units = ['UZ-ANG', 'UZ-TAS'].map((id) => ({
      ...{ id, country: 'UZ', name: text, timeZone: 'Asia/Tashkent', transportKinds: ['container'] },
    }));
    const plan = { code: 'tiny', firstDay: DAY, lastDay: DAY, dayStartsAt: '00:00', cutOff: '10:00', units };
    await bed.services.query(
      'reporting',
      `insert into operation_plan (operation, version, plan) values ('tiny', 1, $1)`,
      [JSON.stringify({ ...plan, coordinationTimeZone: 'Asia/Almaty', countries: [{ code: 'UZ' }] })],
    );
  });
  afterAll(() => bed.stop());
  beforeEach(async () => {
    await bed.empty();
    await bed.services.query('reporting', 'truncate draft, draft_line');
  });

  const at = '2017-09-05T14:00:00.000Z';
  const withKey = (key: unknown) => ({ at, headers: { authorization: `Bearer ${String(key)}` } });
  const makeKey = async (more: object = {}) =>
    (await bed.administer('api-keys', { ...KEY, ...more })).body['key'];
  const draft = async (key: unknown, unit = 'UZ-ANG', operation = 'tiny') =>
    codeOf(await bed.get(reportOf(unit, operation), withKey(key)));

  it('is told by the session, with the role in the operation of the address', async () => {
    const cookie = await bed.signIn(await bed.person());
    const ask = async (unit: string, operation = 'tiny') =>
      codeOf(await bed.get(reportOf(unit, operation), { at, ...withCookie(cookie) }));
    expect(await ask('UZ-ANG')).toBe('404 draft-unknown');
    expect(await ask('UZ-TAS')).toBe('403 not-allowed');
    expect(await ask('UZ-ANG', 'other')).toBe('403 not-allowed');
    await bed.post('sign-out', {}, withCookie(cookie));
    expect(await ask('UZ-ANG')).toBe('401 session-ended');
  });

  it('is the person of the session, whatever the development header says', async () => {
    const cookie = await bed.signIn(await bed.person());
    const sent = { at, party: 'pcu_officer:UZ-TAS/other', ...withCookie(cookie) };
    expect(codeOf(await bed.get(reportOf('UZ-TAS'), sent))).toBe('403 not-allowed');
    const line = { at, party: 'none', headers: { cookie }, body: { number: 'CSQU3054383' } };
    const saved = await bed.services.put(`${reportOf('UZ-ANG')}/lines/a`, line);
    expect(saved.body).toMatchObject({ author: 'karimov' });
  });

  it('is told in development by the header alone', async () => {
    expect(codeOf(await bed.get(reportOf('UZ-ANG'), { at, party: 'pcu_officer:UZ-ANG/x' }))).toBe(
      '404 draft-unknown',
    );
  });

  it('is told by a key, for its unit, its operation and its scopes alone', async () => {
    const key = await makeKey();
    expect(key).toMatch(/^cvs_[0-9a-f]{16}_[A-Za-z0-9_-]{43}$/);
    expect(await draft(key)).toBe('404 draft-unknown');
    expect(await draft(key, 'UZ-TAS')).toBe('403 not-allowed');
    expect(await draft(key, 'UZ-ANG', 'other')).toBe('401 api-key-invalid');
    const reader = await makeKey({ scopes: ['daily-report.read'] });
    expect(await draft(reader)).toBe('403 not-allowed');
    expect(codeOf(await bed.get('me', withKey(key)))).toBe('401 sign-in-needed');
  });

  it('is nobody with a key that was revoked, has expired, was altered, or stands elsewhere', async () => {
    const key = String(await makeKey());
    const keyId = key.split('_')[1];
    expect(await draft(`${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`)).toBe('401 api-key-invalid');
    expect(await draft('')).toBe('401 api-key-invalid');
    expect(codeOf(await bed.get(`${reportOf('UZ-ANG')}?key=${key}`, { at }))).toBe(
      '401 acting-party-missing',
    );
    const revoke = () => bed.services.delete(`${ADMINISTRATION}/api-keys/${keyId}`, { party: ADMINISTRATOR });
    expect(await revoke()).toMatchObject({ status: 200 });
    expect(await draft(key)).toBe('401 api-key-invalid');
    expect(codeOf(await revoke())).toBe('404 api-key-unknown');
    const old = await makeKey();
    await bed.query(`update api_key set created_at = now() - interval '90 days', expires_at = now()`);
    expect(await draft(old)).toBe('401 api-key-invalid');
  });

  it('is kept of a key: its beginning, when it was used last, and not the secret', async () => {
    const key = String(await makeKey());
    await draft(key);
    const { body, text } = await bed.get(`${ADMINISTRATION}/api-keys`, { party: ADMINISTRATOR });
    expect(body['keys']).toMatchObject([
      { ...{ key: key.slice(0, 20), unit: 'UZ-ANG' }, lastUsedAt: expect.any(String) },
    ]);
    const rows = await bed.query('select k::text from api_key k');
    expect(text + JSON.stringify(rows)).not.toContain(key.slice(21));
  });

  it('takes no key for longer than 90 days or for what a program may not do', async () => {
    const code = async (more: object) => codeOf(await bed.administer('api-keys', { ...KEY, ...more }));
    expect(await code({ days: 91 })).toBe('400 invalid-fields');
    expect(await code({ scopes: ['bulletin.issue'] })).toBe('400 invalid-fields');
    expect(await code({ scopes: [] })).toBe('400 invalid-fields');
  });
});
