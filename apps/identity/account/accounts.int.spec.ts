import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Answer } from '../../../test/support/service-under-test.js';
import { inviteAdministrator } from './invite-administrator.js';
import {
  ADMINISTRATION,
  ADMINISTRATOR,
  codeOf,
  codeOfStep,
  IdentityBed,
  PASSWORD,
  withCookie,
} from '../testing/identity-bed.js';

const CONTACT = { name: 'saidov', role: 'contact_point', unit: undefined, country: 'UZ' };

describe('accounts', () => {
  let bed: IdentityBed;

  beforeAll(async () => {
    bed = await IdentityBed.start();
  });
  afterAll(() => bed.stop());
  beforeEach(() => bed.empty());

  const put = async (id: string, body: object) =>
    bed.approved(
      await bed.services.put(`${ADMINISTRATION}/accounts/${id}/role`, { party: ADMINISTRATOR, body }),
    );
  const list = async () =>
    (await bed.get(`${ADMINISTRATION}/accounts`, { party: ADMINISTRATOR })).body['accounts'];

  it('begin with an invitation, whose token is shown once and works once', async () => {
    const invitation = await bed.invite();
    expect(invitation).toMatchObject({ status: 201, body: { token: expect.any(String) } });
    expect(await list()).toMatchObject([
      { name: 'karimov', state: 'invited', role: 'pcu_officer', unit: 'UZ-ANG', country: 'UZ' },
    ]);
    const person = await bed.accept(invitation);
    expect(person.recoveryCodes).toHaveLength(10);
    expect(await list()).toMatchObject([{ name: 'karimov', state: 'active' }]);
    const again = { token: invitation.body['token'], password: PASSWORD, code: codeOfStep(person.secret, 1) };
    expect(codeOf(await bed.post('invitations/accept', again))).toBe('404 invitation-unknown');
    expect(codeOf(await bed.post('invitations/look', { token: 'x' }))).toBe('404 invitation-unknown');
  });

  it('take no password that is short, long or easy to guess, and no wrong code', async () => {
    const { body } = await bed.invite();
    const { body: look } = await bed.post('invitations/look', { token: body['token'] });
    const secret = String(look['totpSecret']);
    expect(look['totpUri']).toBe(`otpauth://totp/Caravanserai:karimov?secret=${secret}&issuer=Caravanserai`);
    const accept = async (password: string, code = codeOfStep(secret)) =>
      codeOf(await bed.post('invitations/accept', { token: body['token'], password, code }));
    expect(await accept('fourteen chars')).toBe('422 password-too-short');
    expect(await accept('я'.repeat(600))).toBe('422 password-too-long');
    expect(await accept('customs of uzbekistan')).toBe('422 password-guessable');
    expect(await accept(PASSWORD, '000000')).toBe('422 second-factor-refused');
    expect(await accept(PASSWORD)).toBe('200 undefined');
  });

  it('are not opened by an invitation that has expired or was replaced', async () => {
    const first = await bed.invite();
    const second = await bed.administer(`accounts/${String(first.body['account'])}/invitation`);
    const look = async (token: unknown) => codeOf(await bed.post('invitations/look', { token }));
    expect(await look(first.body['token'])).toBe('404 invitation-unknown');
    expect(await look(second.body['token'])).toBe('200 undefined');
    await bed.query(`update invitation set expires_at = now() - interval '1 second'`);
    expect(await look(second.body['token'])).toBe('404 invitation-unknown');
  });

  it('get rights over the own country alone', async () => {
    const wrong = [
      { unit: 'KZ-ALA' },
      { role: 'contact_point', unit: undefined, country: 'KZ' },
      { role: 'ocu_head', unit: undefined },
      { unit: undefined },
    ];
    for (const role of wrong) expect(codeOf(await bed.invite(role))).toBe('422 role-does-not-fit');
    expect(codeOf(await bed.invite({ organisation: '3f2a8c1e-5b7d-4e9a-8c21-0d4f6b7a9e10' }))).toBe(
      '404 organisation-unknown',
    );
    for (const name of ['a b', 'kаrimov', 'key-0123456789abcdef'])
      expect(codeOf(await bed.invite({ name }))).toBe('422 account-name-wrong');
    expect(await list()).toEqual([]);
  });

  it('have each a name of their own, in whatever case', async () => {
    expect(await bed.invite()).toMatchObject({ status: 201 });
    expect(codeOf(await bed.invite({ name: 'Karimov' }))).toBe('409 account-name-taken');
  });

  it('belong to organisations, of which a country and a unit have one', async () => {
    expect(codeOf(await bed.administer('organisations', { kind: 'unit', name: { en: 'x', ru: 'x' } }))).toBe(
      '422 organisation-wrong',
    );
    await bed.organisation({ country: 'KZ' });
    const again = { kind: 'country_administration', country: 'KZ', name: { en: 'x', ru: 'x' } };
    expect(codeOf(await bed.administer('organisations', again))).toBe('409 organisation-known');
    const { body } = await bed.get(`${ADMINISTRATION}/organisations`, { party: ADMINISTRATOR });
    expect(body['organisations']).toMatchObject([{ kind: 'country_administration', country: 'KZ' }]);
  });

  it('lose all their sessions with another role, which the next session has', async () => {
    const person = await bed.person();
    const cookies = [await bed.signIn(person), await bed.signIn(person, 1)];
    expect(await put(person.id, { role: 'contact_point', country: 'UZ' })).toMatchObject({ status: 200 });
    for (const cookie of cookies)
      expect(codeOf(await bed.get('me', withCookie(cookie)))).toBe('401 session-ended');
    const ends = await bed.query('select end_reason as reason from session');
    expect(ends).toEqual([{ reason: 'role-changed' }, { reason: 'role-changed' }]);
    expect(codeOf(await put(person.id, { role: 'contact_point', country: 'KZ' }))).toBe(
      '422 role-does-not-fit',
    );
  });

  it('lose all their sessions when they are disabled, and come back by an invitation', async () => {
    const person = await bed.person();
    const cookie = await bed.signIn(person);
    expect(await bed.administer(`accounts/${person.id}/disable`)).toMatchObject({ status: 200 });
    expect(codeOf(await bed.get('me', withCookie(cookie)))).toBe('401 session-ended');
    expect(codeOf(await bed.first('karimov'))).toBe('401 sign-in-refused');
    const back = await bed.accept(
      await bed.approved(await bed.administer(`accounts/${person.id}/invitation`)),
      `${PASSWORD} two`,
    );
    expect(codeOf(await bed.first('karimov'))).toBe('401 sign-in-refused');
    expect(await bed.first('karimov', `${PASSWORD} two`)).toMatchObject({ status: 200 });
    expect(back.secret).not.toBe(person.secret);
  });

  it('are disabled with the last role that is taken', async () => {
    const person = await bed.person();
    const cookie = await bed.signIn(person);
    await bed.administer(`accounts/${person.id}/invitation`);
    await bed.services.delete(`${ADMINISTRATION}/accounts/${person.id}/role`, { party: ADMINISTRATOR });
    expect(await bed.query('select state from account')).toEqual([{ state: 'disabled' }]);
    expect(await bed.query('select from invitation')).toEqual([]);
    expect(codeOf(await bed.get('me', withCookie(cookie)))).toBe('401 session-ended');
    expect(codeOf(await bed.first('karimov'))).toBe('401 sign-in-refused');
  });

  it('are answered for with words that no cache may keep', async () => {
    const kept = async (answer: Promise<Answer>) => (await answer).headers.get('cache-control');
    expect(await kept(bed.get(`${ADMINISTRATION}/accounts`, { party: ADMINISTRATOR }))).toBe('no-store');
    expect(await kept(bed.first('nobody'))).toBe('no-store');
    expect(await kept(bed.get('me'))).toBe('no-store');
  });

  it('are refused at once where only their state says so', async () => {
    const cookie = await bed.signIn(await bed.person());
    await bed.query(`update account set state = 'disabled'`);
    expect(codeOf(await bed.get('me', withCookie(cookie)))).toBe('401 session-ended');
  });

  it('are not reached from another operation', async () => {
    const person = await bed.person();
    const other = (path: string) =>
      bed.post(`/api/identity/operations/other/accounts/${path}`, {}, { party: ADMINISTRATOR });
    expect(codeOf(await other(`${person.id}/disable`))).toBe('404 account-unknown');
    expect(codeOf(await other(`${person.id}/invitation`))).toBe('404 account-unknown');
    await bed.query(`insert into account_role select account, 'other', role, unit, country, granted_at, granted_by
      from account_role`);
    expect(codeOf(await other(`${person.id}/disable`))).toBe('409 account-elsewhere');
    expect(codeOf(await other(`${person.id}/invitation`))).toBe('409 account-elsewhere');
    expect(await bed.query('select from invitation')).toEqual([]);
    const taken = await bed.services.delete(`${ADMINISTRATION}/accounts/${person.id}/role`, {
      party: ADMINISTRATOR,
    });
    expect(taken).toMatchObject({ status: 200 });
    expect(await list()).toEqual([]);
    expect(await bed.query('select state from account')).toEqual([{ state: 'active' }]);
    expect(await other(`${person.id}/disable`)).toMatchObject({ status: 200 });
  });

  it('begin, in an operation that has none, with an administrator invited by the operator', async () => {
    const source = bed.services.dataSource('identity');
    const someone = {
      operation: 'tiny',
      name: 'first',
      mail: 'ocu@customs.example',
      language: 'en',
    } as const;
    const at = new Date().toISOString();
    const invited = await inviteAdministrator(source, bed.keyFile, someone, at);
    const [{ id: account } = {}] = await bed.query<{ id: string }>('select id from account');
    const person = await bed.accept({ status: 201, body: { ...invited, account } } as never);
    const cookie = withCookie(await bed.signIn(person));
    expect((await bed.get(`${ADMINISTRATION}/accounts`, cookie)).body['accounts']).toMatchObject([
      { name: 'first', role: 'administrator', state: 'active' },
    ]);
    await expect(inviteAdministrator(source, bed.keyFile, someone, at)).rejects.toThrow(
      '409 account-name-taken',
    );
    await expect(inviteAdministrator(source, '/nowhere', someone, at)).rejects.toThrow(
      /IDENTITY_KEY_FILE.*nowhere/s,
    );
    expect(await bed.query('select kind from organisation')).toEqual([{ kind: 'ocu' }]);
    const again = bed.administer('organisations', { kind: 'ocu', name: { en: 'x', ru: 'x' } });
    expect(codeOf(await again)).toBe('409 organisation-known');
  });

  it('are administered by the administrator alone, also by one who has signed in', async () => {
    const ocu = await bed.organisation({ kind: 'ocu', country: undefined });
    const admin = await bed.person({
      name: 'akhmetova',
      organisation: ocu,
      role: 'administrator',
      unit: undefined,
    });
    const contact = await bed.person(CONTACT);
    const asAdmin = withCookie(await bed.signIn(admin));
    const asContact = withCookie(await bed.signIn(contact));
    expect(await bed.get(`${ADMINISTRATION}/accounts`, asAdmin)).toMatchObject({ status: 200 });
    expect(codeOf(await bed.get(`${ADMINISTRATION}/accounts`, asContact))).toBe('403 not-allowed');
    expect(codeOf(await bed.get('/api/identity/operations/other/accounts', asAdmin))).toBe('403 not-allowed');
  });
});
