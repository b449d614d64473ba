import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Finding } from '#libs/contracts/finding.dto.js';
import { addDays } from '#libs/reference/operation-day.js';
import { aLine, aSubmission, PLAN } from '../../testing/a-submission.js';
import { CONTACT, REPORTS, ReportBed } from '../../testing/report-bed.js';
import { told } from '../../testing/told-findings.js';

const FIRST = '2017-09-01';
const AT = '2017-09-20T14:00:00.000Z';
const COUNTERS = [{ transportKind: 'container', regime: 'transit', profiled: 12, examined: 0 } as const];
const linesOf = (kg: string) => [
  aLine({ goods: [{ declaredText: 'x', chemical: 'acetone', net: { amount: kg, unit: 'kg' } }] }),
];

let bed: ReportBed;
beforeAll(async () => {
  bed = await ReportBed.start();
  await bed.plan({ ...PLAN, firstDay: FIRST, lastDay: '2017-09-20' });
});
afterAll(() => bed.stop());
beforeEach(() => bed.empty());

async function submit(day: string, more: object, dryRun = false): Promise<string[]> {
  const body = { ...aSubmission(), operationDay: day, preparedAt: `${day}T18:30:00+05:00`, ...more };
  const path = `${REPORTS}${dryRun ? '?dryRun=true' : ''}`;
  const sent = { party: 'pcu_officer:UZ-CHU/karimov', at: AT, body };
  const { body: answer } = await bed.services.post<{ findings: Finding[] }>(path, sent);
  return told(answer.findings, 'figure', 'follow-up', 'time.other');
}

async function forward(day: string): Promise<void> {
  const path = `${REPORTS}/${day}/revisions/1/forward`;
  expect((await bed.services.post(path, { party: CONTACT, at: AT })).status).toBe(200);
}

describe('the history of a unit', () => {
  it('is what it forwarded of earlier days: a figure far above it is asked about, and nobody abroad is told', async () => {
    const tooMuch = { lines: linesOf('9000'), counters: [{ ...COUNTERS[0], profiled: 120 }] };
    for (let day = FIRST; day <= '2017-09-05'; day = addDays(day, 1)) {
      expect(await submit(day, { lines: linesOf('100'), counters: COUNTERS })).toEqual([]);
      // Five values are a history: four are none, and what was not forwarded is none either.
      if (day === '2017-09-05') expect(await submit('2017-09-08', tooMuch, true)).toEqual([]);
      await forward(day);
    }
    await submit('2017-09-06', { lines: undefined, kind: 'nil', nilReason: 'closed' });
    await forward('2017-09-06');
    const expected = [
      'counters[0].profiled figure.above-history [120 ≫ 12 (n = 5)]',
      'lines[0].goods[0].net figure.above-history [9000 ≫ 100 kg (n = 5)]',
    ];
    expect(await submit('2017-09-08', tooMuch, true)).toEqual(expected);
    expect(await submit('2017-09-08', tooMuch)).toEqual(expected);
    await forward('2017-09-08');
    expect(JSON.stringify(await bed.events())).not.toContain('figure.above-history');
    // Later days are no history of earlier ones.
    expect(await submit('2017-09-07', { lines: linesOf('300') })).toEqual([]);
  });
});

describe('what the unit reported before', () => {
  it('is what a follow-up can refer to', async () => {
    const aCase = {
      caseId: 'c1',
      kind: 'seizure',
      substance: 'x',
      certainty: 'presumptive',
      detectedBy: 'UZ',
    };
    await submit('2017-09-05', { cases: [aCase] });
    const decision = { kind: 'decision', outcome: 'released' };
    const followUps = [
      { followUpId: 'a', lineDay: '2017-09-05', lineId: 'l1', ...decision },
      { followUpId: 'b', lineDay: '2017-09-05', lineId: 'l2', ...decision },
      { followUpId: 'c', lineDay: '2017-09-04', lineId: 'l1', ...decision },
      { followUpId: 'd', caseId: 'c1', ...decision },
      { followUpId: 'e', caseId: 'c2', ...decision },
    ];
    expect(await submit('2017-09-06', { followUps })).toEqual([
      'followUps[1].lineId follow-up.unknown-reference',
      'followUps[2].lineId follow-up.unknown-reference',
      'followUps[4].caseId follow-up.unknown-reference',
    ]);
  });
});

describe('the unit', () => {
  it('has its own day: a control of the evening in UTC is one of the next morning in Tashkent', async () => {
    const lines = [aLine({ endedAt: '2017-09-05T19:30:00Z' })];
    expect(await submit('2017-09-05', { lines })).toEqual(['lines[0].endedAt time.other-day [2017-09-06]']);
  });
});
