import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBed, type Answer, type TestBed } from '../../../test/support/service-under-test.js';
import { coordinationService } from '../index.js';
import { PLAN } from '../testing/reports.js';

const HEAD = 'ocu_head/akhmetov';
const OTHER = 'administrator/anna';
const TRIALS = 100;
const withCountry = (code: string) => ({
  ...PLAN,
  countries: [...PLAN.countries, { code, sharing: 'full' as const }],
});

describe('a country that is added to a plan', () => {
  let bed: TestBed;
  beforeAll(async () => {
    bed = await startTestBed({ run: [coordinationService], logs: ['reporting'], plans: [PLAN] });
  });
  afterAll(() => bed.stop());

  const path = '/api/coordination/operations/tiny/held-plan';
  const held = (party = HEAD) => bed.get(path, { party });
  const post = (where: string, party: string, body: object = {}) =>
    bed.post(`${path}/${where}`, { party, body });
  const approve = ({ body }: Answer, party = OTHER, contentHash = body['contentHash']) =>
    post('proposal/approval', party, { contentHash });
  const versions = async () =>
    (await bed.events('coordination', 'OperationPlanPublished')).map(({ data }) => data['version']);
  const codeOf = ({ status, body }: Answer) =>
    `${status} ${String(body['type']).replace('urn:caravanserai:problem:', '')}`;

  it('waits for two persons, and the former version goes on', async () => {
    expect(codeOf(await held())).toBe('404 plan-not-held');
    await bed.restart([withCountry('KG')]);
    expect(await held()).toMatchObject({ status: 200, body: { changes: ['country KG added'] } });
    expect(codeOf(await held('ocu_analyst/lee'))).toBe('403 not-allowed');
    expect(await versions()).toEqual([1]);
    expect(codeOf(await post('proposal/approval', OTHER, { contentHash: '0'.repeat(64) }))).toBe(
      '409 proposal-missing',
    );
    const proposal = await post('proposal', HEAD);
    expect(proposal).toMatchObject({ status: 201, body: { kind: 'operation-plan.publish', state: 'open' } });
    expect(codeOf(await approve(proposal, HEAD))).toBe('403 another-person-needed');
    expect(codeOf(await approve(proposal, 'administrator/Akhmetov'))).toBe('403 another-person-needed');
    expect(codeOf(await approve(proposal, OTHER, '0'.repeat(64)))).toBe('412 proposal-content-changed');
    await bed.restart([withCountry('GE')]);
    expect(codeOf(await approve(proposal))).toBe('412 proposal-content-changed');
    expect(await versions()).toEqual([1]);
    expect(await post('proposal/withdrawal', HEAD, { reason: 'GE, not KG' })).toMatchObject({ status: 200 });

    const right = await post('proposal', HEAD);
    expect(await approve(right)).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await versions()).toEqual([1, 2]);
    expect(codeOf(await held())).toBe('404 plan-not-held');
    await bed.restart([withCountry('GE')]);
    expect(codeOf(await held())).toBe('404 plan-not-held');
  });

  it('waits no longer when the file is put back, nor when it is refused and asked for again', async () => {
    await bed.restart([PLAN]);
    const proposal = await post('proposal', OTHER);
    expect(await post('proposal/refusal', HEAD, { reason: 'GE stays' })).toMatchObject({ status: 200 });
    expect(codeOf(await approve(proposal, HEAD))).toBe('409 proposal-decided');
    await bed.restart([withCountry('GE')]);
    expect(codeOf(await held())).toBe('404 plan-not-held');
    await bed.restart([{ ...withCountry('GE'), graceMinutes: 5 }]);
    expect(await versions()).toEqual([1, 2, 3]);
  });

  it(`is let through once, of two who approve at once, in ${TRIALS} trials`, async () => {
    await bed.restart([withCountry('KG')]);
    const [before] = (await versions()).slice(-1);
    for (let trial = 0; trial < TRIALS; trial++) {
      await bed.query(
        'coordination',
        `insert into held_plan select operation, $1, plan, '{country KG added}', now() from operation_plan
         on conflict (operation) do nothing`,
        [String(trial).padStart(64, '0')],
      );
      const proposal = await post('proposal', HEAD);
      const both = await Promise.all([approve(proposal), approve(proposal, 'ocu_head/bekova')]);
      expect(both.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    }
    expect(await versions()).toHaveLength(Number(before) + TRIALS);
  }, 60_000);
});
