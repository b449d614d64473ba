import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  aClosedDay,
  ANALYST,
  type AskOptions,
  type BulletinFixture,
  codeOf,
  HEAD,
  ISSUED_AT,
  openBulletinService,
  PARTICIPANT,
} from './testing/bulletin-service.js';
import { stubFiles } from './testing/stub-files.js';

const DEPUTY = 'ocu_head/bekova';
const TRIALS = 100;

let service: BulletinFixture;
beforeAll(async () => {
  service = await openBulletinService();
});
afterAll(() => service.close());
beforeEach(() => {
  jest.spyOn(service.renderer, 'render').mockImplementation(async (_, at) => stubFiles(at));
});
afterEach(() => void jest.restoreAllMocks());

const draft = (operation: string) => service.consume(aClosedDay(operation));
const issuePath = (operation: string) => `${operation}/bulletins/1/revisions/0/issue`;
const post = (path: string, options: AskOptions = {}) =>
  service.ask(path, { method: 'POST', proposedBy: null, ...options });
const propose = (operation: string, options: AskOptions = {}) =>
  post(`${issuePath(operation)}/proposal`, { as: ANALYST, ...options });
const issue = (operation: string, options: AskOptions = {}) => post(issuePath(operation), options);
const end = (operation: string, how: 'refusal' | 'withdrawal', as: string) =>
  post(`${issuePath(operation)}/proposal/${how}`, { as, body: { reason: 'One figure is awaited.' } });
const told = async (answer: Promise<Response>): Promise<string> => {
  const response = await answer;
  return response.ok ? String(response.status) : `${response.status} ${await codeOf(response)}`;
};

describe('issuing by two persons', () => {
  it('begins with a proposal that names what is to be issued, and by whom it was proposed', async () => {
    await draft('begins');
    expect(await told(issue('begins'))).toBe('409 proposal-missing');
    const response = await propose('begins');
    const proposal = await response.json();
    const { snapshotHash } = aClosedDay('begins');
    const { version: rendererVersion, referenceVersion } = service.renderer;
    expect(proposal).toMatchObject({
      ...{ subject: 'bulletin 1/0', kind: 'bulletin.issue', state: 'open', proposedBy: ANALYST },
      content: { number: 1, revision: 0, snapshotHash, rendererVersion, referenceVersion },
      ...{ proposedAt: ISSUED_AT, expiresAt: '2017-09-09T05:00:00.000Z' },
    });
    expect(await (await propose('begins', { at: '2017-09-06T05:30:00.000Z' })).json()).toEqual(proposal);
    expect(await told(issue('begins'))).toBe('200');
    const read = await service.ask(`${issuePath('begins')}/proposal`, { as: ANALYST });
    expect(await read.json()).toMatchObject({ state: 'approved', decidedBy: HEAD, decidedAt: ISSUED_AT });
    expect(await told(propose('begins'))).toBe('409 bulletin-issued');
  });

  it('is not for one person alone, under whatever spelling', async () => {
    await draft('alone');
    expect(await told(propose('alone', { as: HEAD }))).toBe('201');
    expect(await told(issue('alone'))).toBe('403 another-person-needed');
    expect(await told(issue('alone', { as: 'ocu_head/Akhmetov' }))).toBe('403 another-person-needed');
    expect(await told(issue('alone', { as: ANALYST }))).toBe('403 not-allowed');
    expect(await told(propose('alone', { as: PARTICIPANT }))).toBe('403 not-allowed');
    expect(await told(propose('alone', { as: DEPUTY }))).toBe('409 proposal-open');
    expect(await told(issue('alone', { as: DEPUTY }))).toBe('200');
  });

  it('ends where the other person refuses or the first one takes it back, with a reason', async () => {
    await draft('ends');
    await propose('ends');
    expect(await told(end('ends', 'withdrawal', HEAD))).toBe('403 proposal-of-another');
    expect(await told(post(`${issuePath('ends')}/proposal/refusal`, { body: {} }))).toBe(
      '400 invalid-fields',
    );
    expect(await told(end('ends', 'refusal', HEAD))).toBe('200');
    expect(await told(issue('ends'))).toBe('409 proposal-decided');
    expect(await told(propose('ends'))).toBe('201');
    expect(await told(end('ends', 'withdrawal', ANALYST))).toBe('200');
    expect(await told(issue('ends'))).toBe('409 proposal-decided');
    const kept = await service.rows(
      `select state, reason from proposal where operation = 'ends' order by state`,
    );
    expect(kept).toEqual([
      { state: 'refused', reason: 'One figure is awaited.' },
      { state: 'withdrawn', reason: 'One figure is awaited.' },
    ]);
  });

  it('is of exactly what was proposed', async () => {
    await draft('exactly');
    await propose('exactly');
    expect(await told(issue('exactly', { headers: { 'if-match': `"${'0'.repeat(64)}"` } }))).toBe(
      '412 proposal-content-changed',
    );
    const version = service.renderer.version;
    Object.assign(service.renderer, { version: `${version}-newer` });
    expect(await told(issue('exactly'))).toBe('412 proposal-content-changed');
    Object.assign(service.renderer, { version });
    const proposal = await service.ask(`${issuePath('exactly')}/proposal`);
    const { contentHash } = (await proposal.json()) as { contentHash: string };
    expect(await told(issue('exactly', { headers: { 'if-match': `"${contentHash}"` } }))).toBe('200');
  });

  it('has three days, after which it is proposed anew', async () => {
    await draft('late');
    await propose('late');
    const at = '2017-09-09T05:00:00.000Z';
    expect(await told(issue('late', { at }))).toBe('409 proposal-expired');
    expect(await told(propose('late', { at }))).toBe('201');
    expect(await told(issue('late', { at }))).toBe('200');
  });

  it('cannot be proposed before the day was closed', async () => {
    await draft('early');
    expect(await told(propose('early', { at: '2017-09-01T00:00:00Z' }))).toBe('409 bulletin-before-closing');
  });

  it(`is done by one of two who issue at once, in ${TRIALS} trials`, async () => {
    for (let trial = 0; trial < TRIALS; trial++) {
      const operation = `race-${trial}`;
      await draft(operation);
      await propose(operation);
      const both = [issue(operation), issue(operation, { as: DEPUTY })];
      expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200]);
    }
    const [{ approvals, events } = {}] = await service.rows<{ approvals: number; events: number }>(
      `select (select count(*) from proposal p join bulletin b on b.operation = p.operation and b.issued_by = p.decided_by
               where p.operation like 'race-%' and p.state = 'approved')::int as approvals,
              (select count(*) from event where key like 'race-%')::int as events`,
    );
    expect({ approvals, events }).toEqual({ approvals: TRIALS, events: TRIALS });
  }, 60_000);

  it('is asked for by the database too', async () => {
    await draft('sql');
    await propose('sql');
    const approve = `update proposal set state = 'approved', decided_by = 'ocu_head/x', decided_person = $1,
      decided_by_deputy = false, decided_at = now() where operation = 'sql'`;
    await expect(service.rows(approve, 'nurlanova')).rejects.toThrow(/violates check constraint/);
    await expect(service.rows(`update proposal set content = '{}' where operation = 'sql'`)).rejects.toThrow(
      /cannot be changed/,
    );
    await service.rows(approve, 'akhmetov');
    await expect(service.rows(approve, 'bekova')).rejects.toThrow(/is decided/);
    await expect(
      service.rows(`update bulletin set state = 'issued', issued_at = closed_at, issued_by = 'ocu_head/y',
        reference_version = '1', renderer_version = '1' where operation = 'sql'`),
    ).rejects.toThrow(/not approved by a second person/);
  });
});
