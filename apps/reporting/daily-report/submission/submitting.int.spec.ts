import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Sent } from '../../../../test/support/service-under-test.js';
import { aLine, aSubmission } from '../../testing/a-submission.js';
import { codeOf, DAY, IN_TIME, OFFICER, REPORTS, ReportBed } from '../../testing/report-bed.js';

/** Odd in one field alone. */
const ODD = aLine({ number: 'CSQU3054384', goods: [{ declaredText: 'acetone' }] });

let bed: ReportBed;
beforeAll(async () => {
  bed = await ReportBed.start();
});
afterAll(() => bed.stop());
beforeEach(() => bed.empty());

describe('submitting a report', () => {
  it('stores revision 1 and tells what it looks odd, in the language of the reader', async () => {
    const body = aSubmission({ lines: [ODD] });
    const { status, body: answer } = await bed.submit(body, { headers: { 'accept-language': 'ru' } });
    expect(status).toBe(201);
    expect(answer).toEqual({
      operation: 'tiny',
      unit: 'UZ-CHU',
      operationDay: DAY,
      revision: 1,
      kind: 'report',
      state: 'submitted',
      submissionId: body.submissionId,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      receivedAt: IN_TIME,
      findings: [
        {
          code: 'identifier.check-digit',
          severity: 'warning',
          field: 'lines[0].number',
          message: 'Контрольная цифра не соответствует остальной части номера.',
        },
      ],
    });
  });

  it('answers a repeated send with the first answer, also under an id in capitals', async () => {
    const body = aSubmission({ submissionId: '3f2a8c1e-5b7d-4e9a-8c21-0d4f6b7a9e10' });
    const first = await bed.submit(body);
    const again = await bed.submit(
      { ...body, submissionId: body.submissionId.toUpperCase() },
      { at: '2017-09-05T15:00:00Z' },
    );
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await bed.events()).toHaveLength(1);
  });

  it('recognises the newest content under another id', async () => {
    const body = aSubmission();
    await bed.submit(body);
    const { status, body: answer } = await bed.submit({ ...aSubmission(), lines: body.lines });
    expect([status, answer['alreadyRevision'], answer['revision']]).toEqual([200, 1, 1]);
    expect(await bed.query('select 1 from revision')).toHaveLength(1);
  });

  it('refuses an id that was used for other content, with other reasons or for another day', async () => {
    const body = aSubmission();
    await bed.submit(body);
    for (const other of [{ lines: [] }, { basedOn: 1 }])
      expect(codeOf(await bed.submit({ ...body, ...other }))).toBe('409 submission-id-reused');
    const onNextDay = { ...body, operationDay: '2017-09-06' };
    expect(codeOf(await bed.submit(onNextDay, { at: '2017-09-06T10:00:00Z' }))).toBe(
      '409 submission-id-reused',
    );
  });

  it('takes another content as a revision that names its basis and reason, and no other', async () => {
    await bed.submit(aSubmission());
    expect(codeOf(await bed.submit(aSubmission({ lines: [] })))).toBe('409 revision-needs-basis');
    expect(codeOf(await bed.submit(aSubmission({ lines: [], basedOn: 1 })))).toBe('409 revision-needs-basis');
    expect(codeOf(await bed.revise(2))).toBe('409 basis-outdated');
    expect((await bed.revise(1)).body).toMatchObject({ revision: 2, state: 'submitted' });
    expect(codeOf(await bed.revise(1, { lines: [] }))).toBe('409 basis-outdated');
  });

  it('names every field that does not fit', async () => {
    const lines = [aLine(), aLine()];
    const refused = await bed.submit(aSubmission({ kind: 'nil', lines }));
    expect(codeOf(refused)).toBe('400 invalid-fields');
    expect(refused.body).toMatchObject({
      detail: expect.stringContaining('Problems found: 3.'),
      errors: [
        { path: 'nilReason', code: 'required-for-nil' },
        { path: 'lines', code: 'not-for-kind', message: expect.stringContaining('“nil”') },
        { path: 'lines[1].lineId', code: 'repeated', message: expect.stringContaining('“l1”') },
      ],
    });
    expect(await bed.query('select 1 from unit_day')).toEqual([]);
  });

  it.each<[string, object, Partial<Sent>, string]>([
    ['wrong structure', { operationDay: '5.9.2017' }, {}, '400 invalid-fields'],
    ['a day before the operation', { operationDay: '2017-09-04' }, {}, '422 day-outside-operation'],
    ['a day after the operation', { operationDay: '2017-09-08' }, {}, '422 day-outside-operation'],
    ['a day that has not begun', { operationDay: '2017-09-06' }, {}, '422 day-in-future'],
    ['another unit', {}, { party: 'pcu_officer:UZ-ANG/x' }, '403 not-allowed'],
    ['another country', {}, { party: 'contact_point:AF/x' }, '403 not-allowed'],
  ])('refuses %s', async (_what, change, more, expected) => {
    expect(codeOf(await bed.submit(aSubmission(change), more))).toBe(expected);
  });

  it('says which day it is at the unit when a day has not begun', async () => {
    const { body } = await bed.submit(aSubmission({ operationDay: '2017-09-06' }));
    expect(body['detail']).toContain('At the unit it is now 2017-09-05.');
  });

  it('does not know other operations and units', async () => {
    const at = (path: string, party: string) =>
      bed.services.post(`/api/reporting/operations/${path}/daily-reports`, { party, body: aSubmission() });
    expect(codeOf(await at('none/units/UZ-CHU', OFFICER))).toBe('404 operation-unknown');
    expect(codeOf(await at('tiny/units/UZ-XXX', 'pcu_officer:UZ-XXX/x'))).toBe('404 unit-unknown');
  });
});

describe('a dry run', () => {
  const check = (body: object, more: Partial<Sent> = {}) =>
    bed.services.post(`${REPORTS}?dryRun=true`, { party: OFFICER, at: IN_TIME, body, ...more });
  const stored = async () =>
    (
      await bed.query<{ count: number }>(
        `select (select count(*) from unit_day) + (select count(*) from revision) + (select count(*) from submission)
           + (select count(*) from state_change) + (select count(*) from event) + (select count(*) from event_key) as count`,
      )
    )[0]?.count;

  it('answers what sending would, and stores nothing', async () => {
    const body = aSubmission({ lines: [ODD] });
    const checked = await check(body);
    expect([checked.status, Number(await stored())]).toEqual([200, 0]);
    expect(checked.body['dryRun']).toBe(true);
    expect((await bed.submit(body)).body).toEqual({ ...checked.body, dryRun: undefined });
    const before = await stored();
    expect((await check(body)).body).toMatchObject({ revision: 1, state: 'submitted' });
    expect((await check({ ...aSubmission(), lines: body.lines })).body['alreadyRevision']).toBe(1);
    expect(await stored()).toBe(before);
  });

  it('refuses what sending would', async () => {
    expect(codeOf(await check(aSubmission({ operationDay: '2017-09-08' })))).toBe(
      '422 day-outside-operation',
    );
    expect(codeOf(await check(aSubmission({ kind: 'nil' })))).toBe('400 invalid-fields');
    await bed.submit(aSubmission());
    expect(codeOf(await check(aSubmission({ lines: [] })))).toBe('409 revision-needs-basis');
    expect(codeOf(await check(aSubmission(), { party: 'pcu_officer:UZ-ANG/x' }))).toBe('403 not-allowed');
  });

  it('is never taken for a submission where the flag is written otherwise', async () => {
    const sent = await bed.services.post(`${REPORTS}?dryRun=1`, {
      party: OFFICER,
      at: IN_TIME,
      body: aSubmission(),
    });
    expect([codeOf(sent), sent.body['errors']]).toEqual([
      '400 invalid-fields',
      [{ path: 'dryRun', code: 'unknown-value', message: expect.stringContaining('true, false') }],
    ]);
    expect(Number(await stored())).toBe(0);
  });
});
