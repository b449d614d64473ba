import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type DailyReportSubmission } from '#libs/contracts/daily-report/daily-report-submission.dto.js';
import { aLine, aSubmission } from '../../testing/a-submission.js';
import { ANALYST, codeOf, DAY, OFFICER, REPORTS, ReportBed } from '../../testing/report-bed.js';

const AN_ID = '3f2a8c1e-5b7d-4e9a-8c21-0d4f6b7a9e10';
const KEPT = aLine({ number: 'CSQU3054384', act: 'examination' });
const aCase = { kind: 'seizure', substance: 'acetone', certainty: 'presumptive', detectedBy: 'UZ' } as const;
const aDecision = { kind: 'decision', outcome: 'released' } as const;
const COUNTERS = [{ transportKind: 'container', regime: 'transit', profiled: 5, examined: 1 } as const];

/** What everybody may know. */
const WITHOUT: DailyReportSubmission = aSubmission({
  submissionId: AN_ID,
  lines: [KEPT],
  cases: [{ caseId: 'c1', ...aCase }],
  followUps: [{ followUpId: 'f1', caseId: 'c1', ...aDecision }],
  counters: COUNTERS,
});

/** The same, as the officer wrote it: among withheld records, and with what tells of them. */
const WHOLE: DailyReportSubmission = {
  ...WITHOUT,
  lines: [
    aLine({
      lineId: 'secret',
      number: 'TGHU7654321',
      regime: 'import',
      handling: 'withheld',
      author: 'karimov',
    }),
    { ...KEPT, author: 'saidov', parent: 'TGHU 7654321', riskIndicator: 'As TGHU7654321' },
  ],
  cases: [
    { caseId: 'c1', ...aCase, lineIds: ['secret'], wanted: 'The way of TGHU7654321.' },
    { caseId: 'hidden', ...aCase, handling: 'withheld' },
  ],
  followUps: [
    { followUpId: 'f0', lineDay: DAY, lineId: 'secret', ...aDecision },
    { followUpId: 'f1', caseId: 'c1', ...aDecision },
    { followUpId: 'f2', caseId: 'hidden', ...aDecision },
    { followUpId: 'f3', caseId: 'c1', ...aDecision, handling: 'withheld' },
  ],
  counters: [...COUNTERS, { transportKind: 'container', regime: 'import', profiled: 1, examined: 1 }],
  remarks: [{ text: 'TGHU7654321 goes on.', language: 'en' }],
};

let bed: ReportBed;
beforeAll(async () => {
  bed = await ReportBed.start();
});
afterAll(() => bed.stop());
beforeEach(() => bed.empty());

/** Everything that leaves the country when the reports are sent and forwarded one after the other. */
async function toldOf(...submissions: readonly DailyReportSubmission[]): Promise<unknown[]> {
  await bed.empty();
  for (const [index, submission] of submissions.entries()) {
    expect((await bed.submit(submission)).status).toBe(201);
    expect((await bed.move('forward', index + 1)).status).toBe(200);
  }
  const events = await bed.events();
  const told: unknown[] = [...events];
  for (const path of [
    '',
    '/findings',
    '/revisions/1',
    '/revisions/2',
    '/revisions/1/diff/2',
    '/revisions/1/raw',
  ]) {
    const { status, text } = await bed.read(path, { party: ANALYST });
    told.push([path, status, text]);
  }
  return told;
}

describe('a withheld record', () => {
  it('changes nothing that anybody abroad can see: no event, no answer', async () => {
    expect(await toldOf(WHOLE)).toEqual(await toldOf(WITHOUT));
  });

  it('is no revision abroad when it comes, changes and goes', async () => {
    const other = { basedOn: 1, reason: 'other', reasonText: 'TGHU7654321 was missing' } as const;
    const more = { ...WHOLE, ...other, submissionId: AN_ID.replace('3f', '4f') };
    expect(await toldOf(WITHOUT, more)).toEqual(await toldOf(WITHOUT));
  });

  it('is followed up by nobody on a later day, and named in no text of another unit', async () => {
    const later = aSubmission({
      operationDay: '2017-09-06',
      lines: [KEPT],
      followUps: [
        { followUpId: 'g0', lineDay: DAY, lineId: 'secret', ...aDecision },
        { followUpId: 'g1', caseId: 'hidden', ...aDecision },
        { followUpId: 'g2', lineDay: DAY, lineId: 'l1', ...aDecision },
      ],
      remarks: [{ text: 'TGHU7654321 did not come.', language: 'en' }],
    });
    await bed.submit(WHOLE);
    const at = '2017-09-06T14:00:00.000Z';
    await bed.submit(later, { at });
    const path = (unit: string) => `${REPORTS.replace('UZ-CHU', unit)}`;
    const elsewhere = { ...later, followUps: [] };
    await bed.services.post(path('UZ-ANG'), { party: 'pcu_officer:UZ-ANG/x', at, body: elsewhere });
    for (const unit of ['UZ-CHU', 'UZ-ANG'])
      await bed.services.post(`${path(unit)}/2017-09-06/revisions/1/forward`, {
        party: 'contact_point:UZ/saidov',
        at,
      });
    const [first, second] = await bed.told();
    expect(first?.['content']).toEqual({
      ...{ operationDay: '2017-09-06', kind: 'report', preparedAt: later.preparedAt },
      ...{ lines: [KEPT], followUps: [later.followUps?.[2]] },
    });
    expect(second?.['content']).not.toHaveProperty('remarks');
  });

  it('leads no question astray: the country reads it at the record that the OCU asks about', async () => {
    await bed.submit(WHOLE);
    await bed.move('forward', 1);
    const questions = ['lines[0].number', 'followUps[0].outcome', 'remarks', 'cases[7]'].map((field) => ({
      ...{ field, text: 'Is it so?', language: 'en' },
    }));
    await bed.move('query', 1, { party: ANALYST, body: { questions } });
    const asked = async (path: string, list: string, party = OFFICER) => {
      const changes = (await bed.read(path, { party })).body[list] as { reasons?: { field: string }[] }[];
      return changes.flatMap(({ reasons = [] }) => reasons.map(({ field }) => field));
    };
    const national = ['lines[1].number', 'followUps[1].outcome', 'remarks', 'cases[7]'];
    expect(await asked('/revisions/1', 'queries')).toEqual(national);
    expect(await asked('', 'stateChanges')).toEqual(national);
    expect(await asked('/revisions/1', 'queries', ANALYST)).toEqual(questions.map(({ field }) => field));
  });

  it('is named in no answer to the OCU', async () => {
    await bed.submit(WHOLE);
    await bed.move('forward', 1);
    const questions = [{ text: 'What else?', language: 'en' }];
    await bed.move('query', 1, { party: ANALYST, body: { questions } });
    const naming = { text: 'As tghu 765432-1.', language: 'en' };
    expect(codeOf(await bed.move('answer', 1, { body: naming }))).toBe('422 answer-names-withheld');
    const { body } = await bed.read('/revisions/1', { party: ANALYST });
    expect(body).toMatchObject({ state: 'queried', queries: [{ action: 'query' }] });
    const answered = await bed.move('answer', 1, { body: { ...naming, text: 'As CSQU3054384.' } });
    expect(answered.status).toBe(200);
  });

  it('is seen by the unit itself, and reaches the OCU where it is for the OCU only', async () => {
    const lines = [{ ...KEPT, handling: 'ocu_only' as const }];
    await bed.submit({ ...WITHOUT, lines });
    await bed.move('forward', 1);
    const { body } = await bed.read('/revisions/1', { party: ANALYST });
    expect(body).toMatchObject({ content: { lines } });
    await bed.empty();
    await bed.submit(WHOLE);
    const national = await bed.read('/revisions/1', { party: OFFICER });
    expect(national.body).toMatchObject({ content: { lines: WHOLE.lines, followUps: WHOLE.followUps } });
  });
});
