import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SystemClock } from '#libs/observability/clock.js';
import {
  codeOf,
  codeOfStep,
  IdentityBed,
  PASSWORD,
  type Person,
  withCookie,
} from '../testing/identity-bed.js';

describe('sessions', () => {
  let bed: IdentityBed;
  let person: Person;
  let cookie: string;

  beforeAll(async () => {
    bed = await IdentityBed.start();
  });
  afterAll(() => bed.stop());
  beforeEach(async () => {
    await bed.empty();
    person = await bed.person();
    cookie = await bed.signIn(person);
  });

  const me = async (of = cookie) => codeOf(await bed.get('me', withCookie(of)));
  const remove = (path: string, headers: Record<string, string> = {}) =>
    bed.services.delete(`/api/identity/me/sessions${path}`, {
      party: 'none',
      headers: { cookie, ...headers },
    });
  const sessions = async () =>
    (await bed.get('me/sessions', withCookie(cookie))).body['sessions'] as { id: string; isThis: boolean }[];

  it('end after half an hour without use, and after twelve hours with it', async () => {
    await bed.query(`update session set last_seen_at = now() - interval '29 minutes 50 seconds'`);
    expect(await me()).toBe('200 undefined');
    await bed.query(`update session set last_seen_at = now() - interval '30 minutes 1 second'`);
    expect(await me()).toBe('401 session-ended');
    await bed.query(
      `update session set last_seen_at = now(), created_at = now() - interval '12 hours 1 second'`,
    );
    expect(await me()).toBe('401 session-ended');
  });

  it('go on with use, which is noted once a minute', async () => {
    const seen = async (ago: string) => {
      await bed.query('update session set last_seen_at = now() - $1::interval', [ago]);
      await me();
      const [row] = await bed.query<{ fresh: boolean }>(
        `select last_seen_at > now() - interval '10 seconds' as fresh from session`,
      );
      return row?.fresh;
    };
    expect([await seen('50 seconds'), await seen('70 seconds')]).toEqual([false, true]);
  });

  it('are told by the clock of the machine, not by one that the sender sets', async () => {
    const late = { headers: { cookie, 'x-clock': '2099-01-01T00:00:00Z' } };
    expect(await bed.get('me', late)).toMatchObject({ status: 200 });
    await bed.query(`update session set last_seen_at = now() - interval '1 hour'`);
    const early = { headers: { cookie, 'x-clock': '2017-09-05T00:00:00Z' } };
    expect(codeOf(await bed.get('me', early))).toBe('401 session-ended');
  });

  it('are listed to their owner, who ends one or all others', async () => {
    const others = [await bed.signIn(person, 1)];
    await bed.query(`insert into session (id, account, token_hash, created_at, last_seen_at, agent)
      select gen_random_uuid(), account, sha256(id::text::bytea), now(), now(), 'third' from session limit 1`);
    const open = await sessions();
    expect(open.map(({ isThis }) => isThis)).toEqual([true, false, false]);
    expect(JSON.stringify(open)).not.toContain('token');
    expect(await remove(`/${open[1]?.id}`)).toMatchObject({ status: 200, body: { ended: 1 } });
    expect(await me(others[0])).toBe('401 session-ended');
    expect(codeOf(await remove(`/${open[1]?.id}`))).toBe('404 session-unknown');
    expect(codeOf(await remove('/x'))).toBe('404 session-unknown');
    expect(await remove('')).toMatchObject({ status: 200, body: { ended: 1 } });
    expect(await sessions()).toHaveLength(1);
  });

  it('are not ended by somebody else', async () => {
    const other = await bed.signIn(await bed.person({ name: 'yusupova' }));
    const [mine] = await sessions();
    const tried = await bed.services.delete(`/api/identity/me/sessions/${mine?.id}`, {
      ...{ party: 'none', headers: { cookie: other } },
    });
    expect(codeOf(tried)).toBe('404 session-unknown');
    expect(await me()).toBe('200 undefined');
  });

  it('change nothing for a page of another site', async () => {
    expect(codeOf(await remove('', { 'sec-fetch-site': 'cross-site' }))).toBe('403 foreign-origin');
    expect(codeOf(await remove('', { 'sec-fetch-site': 'same-site' }))).toBe('403 foreign-origin');
    expect(codeOf(await remove('', { origin: 'https://elsewhere.example' }))).toBe('403 foreign-origin');
    expect(codeOf(await remove('', { origin: 'null' }))).toBe('403 foreign-origin');
    expect(await remove('', { 'sec-fetch-site': 'same-origin' })).toMatchObject({ status: 200 });
  });

  it('other than this one end with another password', async () => {
    const other = await bed.signIn(person, 1);
    const change = (password: string, newPassword: string) =>
      bed.post('me/password', { password, newPassword }, withCookie(cookie));
    expect(codeOf(await change('wrong', 'some other words entirely'))).toBe('401 sign-in-refused');
    expect(codeOf(await change(PASSWORD, 'short'))).toBe('422 password-too-short');
    expect(await change(PASSWORD, 'some other words entirely')).toMatchObject({ status: 200 });
    expect([await me(), await me(other)]).toEqual(['200 undefined', '401 session-ended']);
    expect(await bed.first('karimov', 'some other words entirely')).toMatchObject({ status: 200 });
  });

  it('give new recovery codes to whoever shows a code of the authenticator', async () => {
    const renew = (code: string) => bed.post('me/recovery-codes', { code }, withCookie(cookie));
    expect(codeOf(await renew('000000'))).toBe('401 second-factor-refused');
    const { body } = await renew(codeOfStep(person.secret, 1));
    const [fresh = ''] = body['recoveryCodes'] as string[];
    const [former = ''] = person.recoveryCodes;
    const first = await bed.first('karimov');
    expect(codeOf(await bed.second(first, { recoveryCode: former }))).toBe('401 second-factor-refused');
    expect(await bed.second(first, { recoveryCode: fresh })).toMatchObject({ status: 200 });
  });

  it('let their owner replace the authenticator with password and a code of the present one', async () => {
    const replace = (password: string, code: string) =>
      bed.post('me/second-factor', { password, code }, withCookie(cookie));
    expect(codeOf(await replace('wrong', codeOfStep(person.secret, 1)))).toBe('401 sign-in-refused');
    expect(codeOf(await replace(PASSWORD, '000000'))).toBe('401 second-factor-refused');
    const invitation = await replace(PASSWORD, codeOfStep(person.secret, 1));
    expect([invitation.status, await me()]).toEqual([201, '200 undefined']);
    const left = Date.parse(String(invitation.body['expiresAt'])) - Date.parse(new SystemClock().now());
    expect(left).toBeLessThanOrEqual(15 * 60_000);
    const renewed = await bed.accept(invitation);
    expect(renewed.secret).not.toBe(person.secret);
    expect(await me()).toBe('401 session-ended');
    const first = await bed.first('karimov');
    expect(await bed.second(first, { code: codeOfStep(renewed.secret) })).toMatchObject({ status: 200 });
  });

  it.each([
    ['password', 'me/password', () => ({ password: PASSWORD, newPassword: 'some other words entirely' })],
    ['recovery codes', 'me/recovery-codes', () => ({ code: codeOfStep(person.secret, 1) })],
  ])('take an invitation to oneself back with another %s', async (_what, where, body) => {
    const shown = { password: PASSWORD, code: codeOfStep(person.secret, 0) };
    await bed.query('update account set totp_last_step = null');
    const invitation = await bed.post('me/second-factor', shown, withCookie(cookie));
    const look = () => bed.post('invitations/look', { token: invitation.body['token'] });
    expect((await look()).status).toBe(200);
    expect((await bed.post(where, body(), withCookie(cookie))).status).toBe(200);
    expect(codeOf(await look())).toBe('404 invitation-unknown');
  });
});
