import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SystemClock } from '#libs/observability/clock.js';
import { hashPassword } from '#libs/security/password/password-hash.js';
import { AccountRepository } from '../account/account.repository.js';
import { SecondFactor } from '../second-factor/second-factor.js';
import { addressSubject, nameSubject, pairSubject } from './attempts.repository.js';
import {
  ADMINISTRATOR,
  codeOf,
  codeOfStep,
  IdentityBed,
  PASSWORD,
  type Person,
  withCookie,
} from '../testing/identity-bed.js';

describe('signing in', () => {
  let bed: IdentityBed;
  let person: Person;

  beforeAll(async () => {
    bed = await IdentityBed.start();
  });
  afterAll(() => bed.stop());
  beforeEach(async () => {
    await bed.empty();
    person = await bed.person();
  });

  const code = (ahead = 0): object => ({ code: codeOfStep(person.secret, ahead) });

  it('takes name and password, then a code, and sets the cookie of a new session', async () => {
    const first = await bed.first('karimov');
    expect(first).toMatchObject({ status: 200, body: { challenge: expect.any(String) } });
    expect(first.headers.get('set-cookie')).toBeNull();
    const second = await bed.second(first, code());
    expect(second).toMatchObject({ status: 200, body: { state: 'signed-in' } });
    expect(second.headers.get('set-cookie')).toMatch(
      /^sid=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const cookie = second.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    const me = await bed.get('me', withCookie(cookie));
    expect(me.body).toEqual({
      name: 'karimov',
      language: 'ru',
      roles: [{ operation: 'tiny', role: 'pcu_officer', unit: 'UZ-ANG', country: 'UZ' }],
    });
  });

  it('gives over HTTPS a cookie that no neighbouring host can set, and over a readable way none', async () => {
    const https = { headers: { 'x-forwarded-proto': 'https' } };
    const second = await bed.second(await bed.first('karimov', PASSWORD, https), code(), https);
    expect(second.headers.get('set-cookie')).toMatch(
      /^__Host-sid=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    const cookie = second.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    expect(await bed.get('me', withCookie(cookie, https.headers))).toMatchObject({ status: 200 });
    expect(codeOf(await bed.get('me', withCookie(cookie)))).toBe('401 acting-party-missing');
    expect(codeOf(await bed.get('me', withCookie(cookie.replace('__Host-', ''), https.headers)))).toBe(
      '401 acting-party-missing',
    );
  });

  it('keeps no token and no password as it is', async () => {
    const cookie = await bed.signIn(person);
    const tables = [
      'account',
      'session',
      'invitation',
      'recovery_code',
      'sign_in_challenge',
      'sign_in_attempt',
    ];
    const texts = await Promise.all(tables.map((table) => bed.query(`select t::text from ${table} t`)));
    const kept = JSON.stringify(texts);
    expect(kept).toContain('$argon2id$');
    for (const secret of [cookie.slice(4), PASSWORD, person.secret, ...person.recoveryCodes])
      expect(kept).not.toContain(secret);
    expect(kept).not.toContain(Buffer.from(person.secret).toString('hex'));
  });

  it('takes a name in any case', async () => {
    expect(await bed.first('KARIMOV')).toMatchObject({ status: 200 });
  });

  it('tells unknown, wrong, invited, disabled and locked alike', async () => {
    await bed.invite({ name: 'invited' });
    const disabled = await bed.person({ name: 'disabled' });
    await bed.administer(`accounts/${disabled.id}/disable`);
    await bed.person({ name: 'locked' });
    for (let attempt = 0; attempt < 9; attempt++) await bed.first('locked', 'wrong');
    const answers = await Promise.all([
      bed.first('nobody'),
      bed.first('karimov', `${PASSWORD}!`),
      bed.first('invited'),
      bed.first('disabled'),
      bed.first('locked'),
      bed.first('karimov', 'я'.repeat(600)),
    ]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.map(codeOf)).toEqual(answers.map(() => '401 sign-in-refused'));
  });

  it('takes a code once, by one of two that show it at the same moment', async () => {
    const one = await bed.first('karimov');
    const answers = await Promise.all([bed.second(one, code()), bed.second(one, code())]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 401]);
    const again = await bed.first('karimov');
    expect(codeOf(await bed.second(again, code()))).toBe('401 second-factor-refused');
    expect(await bed.second(again, code(1))).toMatchObject({ status: 200 });
  });

  it('uses a code and a recovery code up in the statement that accepts it', async () => {
    const factor = bed.services.services.get('identity')?.app.get(SecondFactor, { strict: false });
    const at = new SystemClock().now();
    const [recoveryCode] = person.recoveryCodes;
    const shown = [code(), { ...(recoveryCode !== undefined && { recoveryCode }) }];
    for (const one of shown) {
      const take = async () => factor?.take(person.id, one, at);
      const taken = await Promise.all([take(), take(), take(), take(), take(), take()]);
      expect(taken.filter(Boolean)).toHaveLength(1);
    }
  });

  it('refuses what would wait too long, and does not count it', async () => {
    await whileBusy(async () => {
      expect(codeOf(await bed.first('karimov'))).toBe('503 sign-in-busy');
    });
    const counted = await bed.query('select from sign_in_attempt where failures > 0');
    expect(counted).toEqual([]);
  });

  it('takes each recovery code once', async () => {
    const [recoveryCode = ''] = person.recoveryCodes;
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ');
    expect(await bed.second(await bed.first('karimov'), { recoveryCode: typed })).toMatchObject({
      status: 200,
    });
    const again = await bed.second(await bed.first('karimov'), { recoveryCode });
    expect(codeOf(again)).toBe('401 second-factor-refused');
  });

  it('needs both steps, in their order, in time', async () => {
    expect(codeOf(await bed.post('sign-in/second-factor', { challenge: 'x', ...code() }))).toBe(
      '401 sign-in-expired',
    );
    const first = await bed.first('karimov');
    expect(codeOf(await bed.second(first, {}))).toBe('401 second-factor-refused');
    await bed.query(`update sign_in_challenge set expires_at = now() - interval '1 second'`);
    expect(codeOf(await bed.second(first, code()))).toBe('401 sign-in-expired');
  });

  it('is begun anew after another password or an accepted invitation', async () => {
    const cookie = await bed.signIn(person);
    const first = await bed.first('karimov');
    const change = { password: PASSWORD, newPassword: `${PASSWORD} two` };
    expect(await bed.post('me/password', change, withCookie(cookie))).toMatchObject({ status: 200 });
    expect(codeOf(await bed.second(first, code(1)))).toBe('401 sign-in-expired');
    const begun = await bed.first('karimov', `${PASSWORD} two`);
    const invited = await bed.approved(await bed.administer(`accounts/${person.id}/invitation`));
    const back = await bed.accept(invited);
    expect(codeOf(await bed.second(begun, { code: codeOfStep(back.secret) }))).toBe('401 sign-in-expired');
  });

  it('puts no hash of a former password in the place of another one', async () => {
    const accounts = bed.services.services.get('identity')?.app.get(AccountRepository, { strict: false });
    const [{ hash = '' } = {}] = await bed.query<{ hash: string }>(
      'select password_hash as hash from account',
    );
    const manager = bed.services.dataSource('identity').manager;
    await accounts?.rehash(manager, person.id, 'former', 'of a former password');
    expect(await bed.query('select password_hash as hash from account')).toEqual([{ hash }]);
    await accounts?.rehash(manager, person.id, hash, 'better');
    expect(await bed.query('select password_hash as hash from account')).toEqual([{ hash: 'better' }]);
  });

  it('gives up a first step after five wrong codes', async () => {
    const first = await bed.first('karimov');
    for (let tries = 0; tries < 5; tries++)
      expect(codeOf(await bed.second(first, { code: '000000' }))).toBe('401 second-factor-refused');
    expect(codeOf(await bed.second(first, code()))).toBe('401 sign-in-expired');
  });

  it('locks after eight attempts, longer each time, whatever is tried at once, and forgets it afterwards', async () => {
    const wrong = await Promise.all(Array.from({ length: 10 }, () => bed.first('karimov', 'wrong')));
    expect(wrong.every(({ status }) => status === 401)).toBe(true);
    const locked = async () => {
      const [row] = await bed.query<{ failures: number; seconds: number }>(
        `select failures, extract(epoch from blocked_until - last_at)::int as seconds from sign_in_attempt
         where blocked_until is not null`,
      );
      return row;
    };
    expect(await locked()).toEqual({ failures: 9, seconds: 30 });
    expect(codeOf(await bed.first('karimov'))).toBe('401 sign-in-refused');
    const wait = () =>
      bed.query('update sign_in_attempt set blocked_until = now() where blocked_until is not null');
    for (const seconds of [60, 120, 240, 480, 900, 900]) {
      await wait();
      await bed.first('karimov', 'wrong');
      expect(await locked()).toMatchObject({ seconds });
    }
    await wait();
    await bed.signIn(person);
    expect(await locked()).toBeUndefined();
    expect(await bed.first('karimov')).toMatchObject({ status: 200 });
  });

  it('counts wrong codes with wrong passwords', async () => {
    for (let round = 0; round < 9; round++) await bed.second(await bed.first('karimov'), { code: '000000' });
    expect(codeOf(await bed.first('karimov'))).toBe('401 sign-in-refused');
  });

  it('lets an address wait that tries many names', async () => {
    const from = { headers: { 'x-forwarded-for': '203.0.113.7' } };
    for (let name = 0; name < 42; name++) await bed.first(`name${name}`, 'wrong', from);
    expect(codeOf(await bed.first('karimov', PASSWORD, from))).toBe('401 sign-in-refused');
    expect(await bed.first('karimov')).toMatchObject({ status: 200 });
  });

  const attempts = (...at: { readonly hash: Buffer }[]) =>
    bed.query<{ failures: number }>(
      'select failures from sign_in_attempt where subject = any($1) order by 1',
      [at.map(({ hash }) => hash)],
    );
  const sentFrom = (address: string) => ({ headers: { 'x-forwarded-for': address } });

  it('counts nothing of an address that waits, so that it locks no account', async () => {
    const { hash } = addressSubject('203.0.113.7');
    await bed.query(`insert into sign_in_attempt values ($1, 41, now(), now() + interval '1 hour')`, [hash]);
    for (let attempt = 0; attempt < 10; attempt++)
      expect(codeOf(await bed.first('karimov', 'wrong', sentFrom('203.0.113.7')))).toBe(
        '401 sign-in-refused',
      );
    expect(await bed.query('select failures from sign_in_attempt')).toEqual([{ failures: 41 }]);
  });

  it('is locked for a name at the address that guessed it, and everywhere after very many attempts', async () => {
    for (let attempt = 0; attempt < 12; attempt++)
      await bed.first('karimov', 'wrong', sentFrom('203.0.113.7'));
    expect(codeOf(await bed.first('karimov', PASSWORD, sentFrom('203.0.113.7')))).toBe('401 sign-in-refused');
    expect(await bed.first('karimov')).toMatchObject({ status: 200 });
    expect(await attempts(nameSubject('karimov'))).toEqual([{ failures: 9 }]);
    await bed.query('update sign_in_attempt set failures = 100 where subject = $1', [
      nameSubject('karimov').hash,
    ]);
    await bed.first('karimov', 'wrong', sentFrom('203.0.113.8'));
    expect(codeOf(await bed.first('karimov'))).toBe('401 sign-in-refused');
  });

  it('leaves room for others while one address sends more than can be looked at', async () => {
    const flood = Array.from({ length: 110 }, () => bed.first('nobody', 'wrong', sentFrom('203.0.113.7')));
    await Promise.race(flood);
    expect(await bed.first('karimov')).toMatchObject({ status: 200 });
    const codes = (await Promise.all(flood)).map(codeOf);
    expect(new Set(codes)).toEqual(new Set(['401 sign-in-refused', '503 sign-in-busy']));
  });

  it('forgives nothing that it did not count, also when there is too much work', async () => {
    for (let attempt = 0; attempt < 9; attempt++)
      await bed.first('karimov', 'wrong', sentFrom('203.0.113.7'));
    const subject = pairSubject('karimov', '203.0.113.7');
    const locked = await attempts(subject, nameSubject('karimov'));
    await whileBusy(async () => {
      const answer = await bed.first('karimov', PASSWORD, sentFrom('203.0.113.7'));
      expect(codeOf(answer)).toBe('503 sign-in-busy');
    });
    expect(locked).toEqual([{ failures: 9 }, { failures: 9 }]);
    expect(await attempts(subject, nameSubject('karimov'))).toEqual(locked);
  });

  it('ends the session that the browser had', async () => {
    const cookie = await bed.signIn(person);
    const second = await bed.second(await bed.first('karimov'), code(1), withCookie(cookie));
    expect(second.status).toBe(200);
    expect(codeOf(await bed.get('me', withCookie(cookie)))).toBe('401 session-ended');
  });

  it('takes no session that somebody else thought of', async () => {
    const planted = `sid=${'a'.repeat(43)}`;
    const first = await bed.first('karimov', PASSWORD, withCookie(planted));
    const second = await bed.second(first, code(), withCookie(planted));
    expect(second.headers.get('set-cookie')).not.toContain('aaaa');
    expect(codeOf(await bed.get('me', withCookie(planted)))).toBe('401 session-ended');
  });

  it('is not done by the page of another site', async () => {
    const foreign = { headers: { 'sec-fetch-site': 'cross-site' } };
    expect(codeOf(await bed.first('karimov', PASSWORD, foreign))).toBe('403 foreign-origin');
  });

  it('ends with signing out, at once and as often as one likes', async () => {
    const cookie = await bed.signIn(person);
    const out = await bed.post('sign-out', {}, withCookie(cookie));
    expect(out.headers.get('set-cookie')).toBe('sid=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0');
    expect(codeOf(await bed.get('me', withCookie(cookie)))).toBe('401 session-ended');
    expect(await bed.post('sign-out', {}, withCookie(cookie))).toMatchObject({ status: 200 });
  });

  it('does not stand behind the development header', async () => {
    expect(codeOf(await bed.get('me', { party: ADMINISTRATOR }))).toBe('401 sign-in-needed');
  });
});

/** Work with passwords waits in line to the last place until the end of `work`. */
async function whileBusy(work: () => Promise<void>): Promise<void> {
  let isOver = false;
  const keepBusy = async (): Promise<void> => {
    while (!isOver) await hashPassword('busy').catch(() => new Promise(setImmediate));
  };
  const others = Array.from({ length: 103 }, keepBusy);
  try {
    await work();
  } finally {
    isOver = true;
    await Promise.all(others);
  }
}
