import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Answer, type Sent } from '../../../test/support/service-under-test.js';
import { inviteAdministrator } from '../account/invite-administrator.js';
import {
  ADMINISTRATION,
  ADMINISTRATOR,
  codeOf,
  IdentityBed,
  type Person,
  SECOND,
  withCookie,
} from '../testing/identity-bed.js';

const HEAD = 'ocu_head/akhmetov';
const CONTACT = { name: 'saidov', role: 'contact_point', unit: undefined, country: 'UZ' };
const TRIALS = 100;
const REASON = { reason: 'Nobody of this name works there.' };

describe('two persons', () => {
  let bed: IdentityBed;
  let organisation: string;

  beforeAll(async () => {
    bed = await IdentityBed.start();
  });
  afterAll(() => bed.stop());
  beforeEach(async () => {
    await bed.empty();
    organisation = await bed.organisation();
  });

  const proposeContact = (more: object = {}, as: Partial<Sent> = { party: ADMINISTRATOR }) =>
    bed.post(
      `${ADMINISTRATION}/accounts`,
      { ...CONTACT, mail: 'c@customs.example', language: 'ru', organisation, ...more },
      as,
    );
  const decide = (proposal: Answer, how: string, party: string, body: object = REASON) =>
    bed.post(`${ADMINISTRATION}/proposals/${String(proposal.body['id'])}/${how}`, body, { party });
  const approve = (proposal: Answer, party = SECOND, contentHash = proposal.body['contentHash']) =>
    decide(proposal, 'approval', party, { contentHash });
  const changeRole = (id: string, body: object) =>
    bed.services.put(`${ADMINISTRATION}/accounts/${id}/role`, { party: ADMINISTRATOR, body });
  const list = async () =>
    (await bed.get(`${ADMINISTRATION}/proposals`, { party: HEAD })).body['proposals'] as object[];

  it('make an account that decides for a country: the approving one gets the invitation', async () => {
    const proposal = await proposeContact();
    expect(proposal).toMatchObject({
      status: 202,
      body: { kind: 'account.invite', state: 'open', proposedBy: ADMINISTRATOR, content: { name: 'saidov' } },
    });
    expect(await bed.query('select from account')).toEqual([]);
    const approval = await approve(proposal, HEAD);
    expect(approval).toMatchObject({
      status: 200,
      body: { proposal: { state: 'approved', decidedBy: HEAD }, invitation: { token: expect.any(String) } },
    });
    await bed.accept({ ...approval, status: 201, body: approval.body['invitation'] } as Answer);
    expect(await bed.query('select granted_by as by from account_role')).toEqual([{ by: HEAD }]);
  });

  it.each(['administrator', 'ocu_head'])('make a %s', async (role) => {
    organisation = await bed.organisation({ kind: 'ocu', country: undefined });
    expect((await proposeContact({ role, country: undefined })).status).toBe(202);
  });

  it('are two: nobody approves the own proposal, or withdraws that of another', async () => {
    const proposal = await proposeContact();
    expect(codeOf(await approve(proposal, ADMINISTRATOR))).toBe('403 another-person-needed');
    expect(codeOf(await approve(proposal, 'ocu_head/Admin'))).toBe('403 another-person-needed');
    expect(codeOf(await approve(proposal, 'administrator/saidov'))).toBe('403 another-person-needed');
    expect(codeOf(await approve(proposal, 'ocu_analyst/x'))).toBe('403 not-allowed');
    expect(codeOf(await decide(proposal, 'refusal', ADMINISTRATOR))).toBe('403 another-person-needed');
    expect(codeOf(await decide(proposal, 'withdrawal', SECOND))).toBe('403 proposal-of-another');
    expect(await list()).toMatchObject([{ state: 'open' }]);
  });

  it('approve exactly what was proposed, while it stands, in its operation', async () => {
    const proposal = await proposeContact();
    expect(codeOf(await proposeContact({ mail: 'other@customs.example' }))).toBe('409 proposal-open');
    expect((await proposeContact()).body['id']).toBe(proposal.body['id']);
    expect(codeOf(await approve(proposal, SECOND, '0'.repeat(64)))).toBe('412 proposal-content-changed');
    const elsewhere = `/api/identity/operations/other/proposals/${String(proposal.body['id'])}/approval`;
    const { contentHash } = proposal.body;
    expect(codeOf(await bed.post(elsewhere, { contentHash }, { party: SECOND }))).toBe(
      '404 proposal-unknown',
    );
    expect(codeOf(await approve({ ...proposal, body: { id: 'x', contentHash } }))).toBe(
      '404 proposal-unknown',
    );
    await bed.query('alter table proposal disable trigger proposal_guard');
    await bed.query(`update proposal set proposed_at = now() - interval '73 hours', expires_at = now()`);
    await bed.query('alter table proposal enable trigger proposal_guard');
    expect(codeOf(await approve(proposal))).toBe('409 proposal-expired');
    expect(await list()).toMatchObject([{ state: 'expired' }]);
    expect((await proposeContact()).body['id']).not.toBe(proposal.body['id']);
  });

  it('may refuse or take back with a reason; then it is over', async () => {
    const refused = await proposeContact();
    expect(codeOf(await decide(refused, 'refusal', SECOND, {}))).toBe('400 invalid-fields');
    expect(await decide(refused, 'refusal', SECOND)).toMatchObject({ status: 200, body: REASON });
    expect(codeOf(await approve(refused))).toBe('409 proposal-decided');
    const withdrawn = await proposeContact();
    expect(await decide(withdrawn, 'withdrawal', ADMINISTRATOR)).toMatchObject({ status: 200 });
    expect(codeOf(await approve(withdrawn))).toBe('409 proposal-decided');
    expect(await bed.query('select from account')).toEqual([]);
  });

  it('change a role, of the account as it was when it was proposed', async () => {
    const person = await bed.person();
    const cookie = withCookie(await bed.signIn(person));
    const proposal = await changeRole(person.id, { role: 'contact_point', country: 'UZ' });
    expect(proposal).toMatchObject({
      status: 202,
      body: {
        content: { name: 'karimov', before: { role: 'pcu_officer' }, after: { role: 'contact_point' } },
      },
    });
    expect(await bed.get('me', cookie)).toMatchObject({ status: 200 });
    await bed.query(`update account_role set unit = 'UZ-TAS'`);
    expect(codeOf(await approve(proposal))).toBe('409 proposal-outdated');
    await bed.query(`update account_role set unit = 'UZ-ANG'`);
    expect(await approve(proposal)).toMatchObject({ status: 200 });
    expect(codeOf(await bed.get('me', cookie))).toBe('401 session-ended');
    expect(await bed.query('select role from account_role')).toEqual([{ role: 'contact_point' }]);
  });

  it('invite an account anew that somebody has had, also by way of disabling it', async () => {
    const invited = await bed.invite({ name: 'yusupova' });
    const again = await bed.administer(`accounts/${String(invited.body['account'])}/invitation`);
    expect(again.status).toBe(201);
    const person = await bed.person();
    const invite = () => bed.administer(`accounts/${person.id}/invitation`);
    const proposal = await invite();
    expect(proposal).toMatchObject({ status: 202, body: { kind: 'account.invite-again' } });
    await bed.administer(`accounts/${person.id}/disable`);
    expect(codeOf(await approve(proposal))).toBe('409 proposal-outdated');
    await decide(proposal, 'withdrawal', ADMINISTRATOR);
    expect((await bed.approved(await invite())).body).toMatchObject({ token: expect.any(String) });
  });

  it('invite an account of weight anew, whoever was to have it and whether or not it was disabled', async () => {
    const again = (id: unknown) => bed.administer(`accounts/${String(id)}/invitation`);
    const unaccepted = await bed.invite({
      name: 'saidov',
      role: 'contact_point',
      unit: undefined,
      country: 'UZ',
    });
    expect(await again(unaccepted.body['account'])).toMatchObject({
      status: 202,
      body: { kind: 'account.invite-again', content: { before: { state: 'invited' } } },
    });
    const person = await bed.person();
    await bed.administer(`accounts/${person.id}/disable`);
    expect((await bed.approved(await again(person.id))).status).toBe(201);
    expect(await bed.query('select state from account where id = $1', [person.id])).toEqual([
      { state: 'invited' },
    ]);
    expect((await again(person.id)).status).toBe(202);
  });

  it(`approve once, of two at the same time, in ${TRIALS} trials`, async () => {
    for (let trial = 0; trial < TRIALS; trial++) {
      const proposal = await proposeContact({ name: `saidov-${trial}` });
      const both = await Promise.all([approve(proposal, SECOND), approve(proposal, HEAD)]);
      expect(both.map(codeOf).sort()).toEqual(['200 undefined', '409 proposal-decided']);
    }
    expect(await bed.query('select from account')).toHaveLength(TRIALS);
  }, 60_000);

  it('are asked for in the words of the way out where an administrator is alone', async () => {
    const { services, keyFile } = bed;
    const accept = async (name: string): Promise<Person> => {
      const someone = { operation: 'tiny', name, mail: 'ocu@customs.example', language: 'en' } as const;
      const at = new Date().toISOString();
      const invited = await inviteAdministrator(services.dataSource('identity'), keyFile, someone, at);
      return bed.accept({ status: 201, body: { ...invited } } as never);
    };
    const first = withCookie(await bed.signIn(await accept('first')));
    const refused = await proposeContact({}, first);
    expect(codeOf(refused)).toBe('409 second-person-missing');
    expect(refused.text).toMatch(/cli accounts invite-administrator/);
    const second = withCookie(await bed.signIn(await accept('second')));
    const proposal = await proposeContact({}, first);
    const where = `${ADMINISTRATION}/proposals/${String(proposal.body['id'])}/approval`;
    const body = { contentHash: proposal.body['contentHash'] };
    expect(codeOf(await bed.post(where, body, first))).toBe('403 another-person-needed');
    expect(await bed.post(where, body, second)).toMatchObject({ status: 200 });
  });
});
