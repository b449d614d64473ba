import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eraseNominalData, reportingService } from '#apps/reporting/index.js';
import { coordinationService } from '#apps/coordination/index.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { ERASED } from '#libs/nominal/erased.js';
import { eventually } from '../support/probe.js';
import { startTestBed, type TestBed } from '../support/service-under-test.js';

const AT = '2017-09-05T14:00:00.000Z';
const REPORT = '/api/reporting/operations/tiny/units/UZ-CHU/daily-reports';
const OFFICER = 'pcu_officer:UZ-CHU/karimov';
const CONTACT = 'contact_point:UZ/saidov';
const ANALYST = 'ocu_analyst/iskakov';

/** Planted in every nominal field; none may be found in the open anywhere. */
const MARKERS = Array.from({ length: 16 }, (_, index) => `MARKER${String(index).padStart(2, '0')}X`);
const [NUMBER, PLATE, FROM, TO, PAPER, SEAL, PEN, WARNING, GOODS, HIDING, WANTED, REMARK, WHY, PARENT, RISK] =
  MARKERS as [string, ...string[]];
const ASKED = MARKERS[15] ?? '';

const PLAN: OperationPlan = {
  ...{ code: 'tiny', name: { en: 'Tiny', ru: 'Малая' }, firstDay: '2017-09-05', lastDay: '2017-09-07' },
  ...{ coordinationTimeZone: 'Asia/Almaty', dayStartsAt: '00:00', cutOff: '10:00', graceMinutes: 0 },
  ...{ marking: { en: 'M', ru: 'М' }, contact: { en: 'C', ru: 'К' }, scope: { en: 'S', ru: 'С' } },
  countries: [{ code: 'UZ', sharing: 'full' }],
  units: [
    {
      ...{ id: 'UZ-CHU', country: 'UZ', name: { en: 'Chukursay', ru: 'Чукурсай' } },
      ...{ timeZone: 'Asia/Tashkent', transportKinds: ['container', 'truck'] },
    },
  ],
};
const BODY = {
  submissionId: '3f2a8c1e-5b7d-4e9a-8c21-0d4f6b7a9e10',
  ...{ operationDay: '2017-09-05', kind: 'report', preparedAt: '2017-09-05T18:30:00+05:00' },
  lines: [
    {
      ...{ lineId: 'l1', transportKind: 'truck', number: NUMBER, plates: [PLATE], parent: PARENT },
      ...{ regime: 'transit', destination: 'AF', outcome: 'released', riskIndicator: RISK },
      ...{ consignor: { name: FROM }, consignee: { name: TO }, document: { kind: 'cmr', number: PAPER } },
      ...{ sealsFound: [SEAL], preExportNotification: PEN, warningNumber: WARNING },
      goods: [{ declaredText: GOODS, chemical: 'acetone', net: { amount: '5', unit: 'kg' } }],
    },
  ],
  cases: [
    {
      ...{ caseId: 'c1', kind: 'detention', certainty: 'presumptive', detectedBy: 'UZ' },
      ...{ substance: 'acetone', concealment: HIDING, wanted: WANTED },
    },
  ],
  remarks: [{ text: REMARK, language: 'en' }],
};

let bed: TestBed;
beforeAll(async () => {
  bed = await startTestBed({ run: [reportingService, coordinationService], plans: [PLAN] });
  await eventually(async () => (await bed.query('reporting', 'select 1 from operation_plan')).length > 0, {
    describe: 'the plan',
  });
});
afterAll(() => bed.stop());

/** Every table of both services with the markers that stand in it, text or bytes. */
async function inTheOpen(): Promise<string[]> {
  const tables = await bed.query<{ name: string }>(
    'reporting',
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('reporting', 'coordination', 'nominal')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await bed.query<{ row: string }>(
      'reporting',
      `select to_jsonb(t)::text as row from ${name} t`,
    );
    const text = rows.map(({ row }) => row).join('\n');
    for (const marker of MARKERS)
      if (text.includes(marker) || text.includes(Buffer.from(marker).toString('hex')))
        found.push(`${name}: ${marker}`);
  }
  return found;
}

const national = () => bed.get(`${REPORT}/2017-09-05/revisions/1`, { party: CONTACT, at: AT });
const told = () => bed.get(`${REPORT}/2017-09-05/revisions/2`, { party: ANALYST, at: AT });
const figures = async () =>
  bed.query('coordination', `select tally, content_hash from daily_report_event where state = 'forwarded'`);

describe('nominal data', () => {
  it('is in the open in no table and no log, and the country and the OCU read it', async () => {
    expect((await bed.post(REPORT, { party: OFFICER, at: AT, body: BODY })).status).toBe(201);
    const steps = `${REPORT}/2017-09-05/revisions/1`;
    const reasons = [{ text: ASKED, language: 'en' }];
    await bed.post(`${steps}/hold`, { party: CONTACT, at: AT, body: { reasons } });
    await bed.post(REPORT, {
      ...{ party: OFFICER, at: AT },
      body: {
        ...{ ...BODY, submissionId: BODY.submissionId.replace('3f', '4f'), basedOn: 1, reason: 'other' },
        ...{ reasonText: WHY, authorFunction: 'officer' },
      },
    });
    const forwarded = await bed.post(`${REPORT}/2017-09-05/revisions/2/forward`, { party: CONTACT, at: AT });
    expect(forwarded.status).toBe(200);
    await eventually(async () => (await figures()).length === 1, { describe: 'the report at the OCU' });
    expect(await inTheOpen()).toEqual([]);
    const read = await told();
    for (const marker of MARKERS.filter((one) => one !== ASKED)) expect(read.text).toContain(marker);
    expect((await bed.get(`${REPORT}/2017-09-05`, { party: CONTACT, at: AT })).text).toContain(ASKED);
    expect((await bed.get(`${REPORT}/2017-09-05/revisions/1/raw`, { party: CONTACT, at: AT })).text).toBe(
      JSON.stringify(BODY),
    );
  });

  it('is erased with its keys: it reads as erased everywhere, and figures and hashes stay', async () => {
    const before = await figures();
    const hash = (await national()).body['contentHash'];
    const hashAbroad = (await told()).body['contentHash'];
    const order = { operation: 'tiny', at: AT, by: 'saidov, iskakov' };
    expect(await eraseNominalData(bed.dataSource('reporting'), order)).toBe(2);
    expect(await eraseNominalData(bed.dataSource('reporting'), order)).toBe(0);
    const read = await national();
    expect(read.body).toMatchObject({
      contentHash: hash,
      content: {
        lines: [{ number: ERASED, plates: [ERASED], consignor: { name: ERASED }, outcome: 'released' }],
        remarks: [{ text: ERASED }],
      },
    });
    const history = await bed.get(`${REPORT}/2017-09-05`, { party: CONTACT, at: AT });
    const abroad = await told();
    for (const marker of MARKERS) expect(read.text + history.text + abroad.text).not.toContain(marker);
    expect(abroad.body).toMatchObject({ contentHash: hashAbroad, content: { lines: [{ number: ERASED }] } });
    expect((await figures())[0]).toMatchObject({ content_hash: hashAbroad });
    expect(await figures()).toEqual(before);
    expect(await inTheOpen()).toEqual([]);
    const raw = await bed.get(`${REPORT}/2017-09-05/revisions/1/raw`, { party: CONTACT, at: AT });
    expect(raw.status).toBe(410);
    const keys = await bed.query('reporting', 'select 1 from nominal.data_key where wrapped is not null');
    expect(keys).toEqual([]);
  });

  it('is taken no more once it was erased', async () => {
    const body = { ...BODY, submissionId: BODY.submissionId.replace('3f', '5f'), operationDay: '2017-09-05' };
    const refused = await bed.post(REPORT, {
      ...{ party: OFFICER, at: AT },
      body: { ...body, basedOn: 2, reason: 'other', remarks: [] },
    });
    expect(refused.status).toBe(410);
  });
});
