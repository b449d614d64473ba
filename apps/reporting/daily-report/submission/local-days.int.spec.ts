import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aSubmission, PLAN } from '../../testing/a-submission.js';
import { codeOf, ReportBed } from '../../testing/report-bed.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await ReportBed.start();
});
afterAll(() => bed.stop());
beforeEach(() => bed.empty());

type Plan = typeof PLAN;
const unit = (id: string, timeZone: string): Plan['units'][number] => ({
  ...{ id, country: id.slice(0, 2), timeZone, transportKinds: ['container'] },
  name: { en: id, ru: 'Группа' },
});
const UNITS = [unit('AF-KBL', 'Asia/Kabul'), unit('KZ-ALA', 'Asia/Almaty'), unit('UZ-CHU', 'Asia/Tashkent')];
const COUNTRIES = ['AF', 'KZ', 'UZ'].map((code) => ({ code, sharing: 'full' as const }));
/** The operation of 2017, and one of these days. */
const IN_2017: Plan = { ...PLAN, units: UNITS, countries: COUNTRIES };
const NOW: Plan = { ...IN_2017, firstDay: '2026-09-05', lastDay: '2026-09-07' };

const path = (unitId: string) => `/api/reporting/operations/tiny/units/${unitId}/daily-reports`;
const submit = async (unitId: string, operationDay: string, at: string) => {
  const body = aSubmission({ operationDay });
  return codeOf(await bed.services.post(path(unitId), { party: `pcu_officer:${unitId}/x`, at, body }));
};
const forward = async (unitId: string, day: string, at: string) => {
  const party = `contact_point:${unitId.slice(0, 2)}/y`;
  const answer = await bed.services.post(`${path(unitId)}/${day}/revisions/1/forward`, { party, at });
  return answer.body['onTime'];
};
const TAKEN = '201 undefined';
const EARLY = '422 day-in-future';

describe('the day that a unit reports', () => {
  it.each<[string, Plan, string, string, string, string]>([
    ['begins in Kabul at 19:30 UTC', IN_2017, 'AF-KBL', '2017-09-06', '2017-09-05T19:29:59Z', EARLY],
    ['and not before', IN_2017, 'AF-KBL', '2017-09-06', '2017-09-05T19:30:00Z', TAKEN],
    ['begins in Almaty at 18:00 UTC in 2017', IN_2017, 'KZ-ALA', '2017-09-06', '2017-09-05T17:59:59Z', EARLY],
    ['and not before', IN_2017, 'KZ-ALA', '2017-09-06', '2017-09-05T18:00:00Z', TAKEN],
    ['begins in Almaty at 19:00 UTC today', NOW, 'KZ-ALA', '2026-09-06', '2026-09-05T18:59:59Z', EARLY],
    ['and not before', NOW, 'KZ-ALA', '2026-09-06', '2026-09-05T19:00:00Z', TAKEN],
    ['is still taken after midnight', IN_2017, 'UZ-CHU', '2017-09-05', '2017-09-05T19:40:00Z', TAKEN],
    ['as is the new one', IN_2017, 'UZ-CHU', '2017-09-06', '2017-09-05T19:40:00Z', TAKEN],
  ])('%s', async (_what, plan, unitId, day, at, expected) => {
    await bed.plan(plan);
    expect(await submit(unitId, day, at)).toBe(expected);
  });

  it('lasts from 09:00 to 09:00 where the plan says so, for custody too', async () => {
    await bed.plan({ ...IN_2017, dayStartsAt: '09:00' });
    expect(await submit('UZ-CHU', '2017-09-06', '2017-09-06T03:59:59Z')).toBe(EARLY);
    expect(await submit('UZ-CHU', '2017-09-05', '2017-09-06T03:00:00Z')).toBe(TAKEN);
    expect(await submit('UZ-CHU', '2017-09-06', '2017-09-06T04:00:00Z')).toBe(TAKEN);
    const { body } = await bed.read('', { at: '2017-09-06T05:00:00Z' });
    expect(body['custody']).toEqual([
      { holder: 'contact_point', from: '2017-09-06T04:00:00.000Z', minutes: 60 },
    ]);
  });
});

describe('the cut-off', () => {
  it.each<[string, Plan, string, string]>([
    ['is 04:00 UTC in 2017, for Kabul as for all', IN_2017, '2017-09-05', '2017-09-06T04:00:00.000Z'],
    ['is 05:00 UTC today', NOW, '2026-09-05', '2026-09-06T05:00:00.000Z'],
    [
      'can fall on the UTC date of the day itself',
      { ...IN_2017, cutOff: '03:00' },
      ...(['2017-09-05', '2017-09-05T21:00:00.000Z'] as const),
    ],
  ])('%s', async (_what, plan, day, cutOff) => {
    await bed.plan(plan);
    for (const { id } of UNITS) {
      expect(await submit(id, day, cutOff)).toBe(TAKEN);
      expect([id, await forward(id, day, cutOff)]).toEqual([id, true]);
      await bed.empty();
      await submit(id, day, cutOff);
      const after = cutOff.replace('.000Z', '.001Z');
      expect([id, await forward(id, day, after)]).toEqual([id, false]);
      await bed.empty();
    }
  });
});

describe('days after the operation', () => {
  const FOLLOW_UPS = { ...IN_2017, followUpsUntil: '2017-09-20' };
  const send = async (operationDay: string, more: object) => {
    const followUps = [{ followUpId: 'f1', kind: 'laboratory_result', caseId: 'c1', result: 'confirmed' }];
    const body = { ...aSubmission({ operationDay, lines: [] }), kind: 'follow_up', followUps, ...more };
    return codeOf(await bed.submit(body, { at: '2017-10-01T00:00:00Z' }));
  };

  it('take follow-ups up to the date of the plan', async () => {
    await bed.plan(FOLLOW_UPS);
    expect(await send('2017-09-08', {})).toBe(TAKEN);
    expect(await send('2017-09-20', {})).toBe(TAKEN);
    expect(await send('2017-09-21', {})).toBe('422 follow-ups-ended');
    expect(await send('2017-09-08', { kind: 'report' })).toBe('422 follow-ups-only');
    expect(await send('2017-09-07', {})).toBe('422 follow-up-kind-too-early');
    expect(await send('2017-09-07', { kind: 'nil', nilReason: 'closed' })).toBe(TAKEN);
    expect(await send('2017-09-06', { followUps: [{ followUpId: 'f', kind: 'decision' }] })).toBe(
      '422 follow-up-kind-too-early',
    );
    expect(await send('2017-09-09', { followUps: [{ followUpId: 'f', kind: 'decision' }] })).toBe(
      '400 invalid-fields',
    );
  });
});
