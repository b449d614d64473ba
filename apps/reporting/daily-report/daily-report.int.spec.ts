import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { wronglyDescribed } from '#libs/web/testing/described-answer.js';
import { startTestBed, type Sent, type TestBed } from '../../../test/support/service-under-test.js';
import { reportingService } from '../index.js';
import { aLine, aSubmission, PLAN } from '../testing/a-submission.js';

const OFFICER = 'pcu_officer:UZ-CHU/karimov';
const CONTACT = 'contact_point:UZ/saidov';
const REPORTS = '/api/reporting/operations/tiny/units/UZ-CHU/daily-reports';
const DAY = '2017-09-05';
const IN_TIME = '2017-09-05T14:00:00.000Z';
const CUT_OFF = '2017-09-06T04:00:00.000Z';

let bed: TestBed;
beforeAll(async () => {
  bed = await startTestBed({ run: [reportingService], logs: ['coordination'] });
  await bed.query('reporting', 'insert into operation_plan (operation, version, plan) values ($1, 1, $2)', [
    PLAN.code,
    JSON.stringify(PLAN),
  ]);
});
afterAll(() => bed.stop());
beforeEach(() =>
  bed.query('reporting', 'truncate unit_day, revision, submission, state_change, event, event_key, inbox'),
);

const submit = (body: object, more: Partial<Sent> = {}) =>
  bed.post(REPORTS, { party: OFFICER, at: IN_TIME, body, ...more });
const revise = (basedOn: number, more: object = {}) =>
  submit(aSubmission({ basedOn, reason: 'recount', lines: [aLine({ number: `R${basedOn}` })], ...more }));
const move = (verb: string, revision: number, more: Partial<Sent> = {}) =>
  bed.post(`${REPORTS}/${DAY}/revisions/${revision}/${verb}`, { party: CONTACT, at: IN_TIME, ...more });
const RETURNED = { reasons: [{ field: 'lines[0].number', text: 'Illegible', language: 'en' }] };
const read = (path: string, more: Partial<Sent> = {}) =>
  bed.get(`${REPORTS}/${DAY}${path}`, { party: CONTACT, ...more });
const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) =>
  `${status} ${String(body['type']).replace('urn:caravanserai:problem:', '')}`;

describe('submitting a report', () => {
  it('stores revision 1 and tells what it looks odd, in the language of the reader', async () => {
    const body = aSubmission({ lines: [aLine({ number: 'CSQU3054384' })] });
    const { status, body: answer } = await submit(body, { headers: { 'accept-language': 'ru' } });
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
    const first = await submit(body);
    const again = await submit(
      { ...body, submissionId: body.submissionId.toUpperCase() },
      { at: '2017-09-05T15:00:00Z' },
    );
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await bed.events('reporting')).toHaveLength(1);
  });

  it('recognises the newest content under another id', async () => {
    const body = aSubmission();
    await submit(body);
    const { status, body: answer } = await submit({ ...aSubmission(), lines: body.lines });
    expect([status, answer['alreadyRevision'], answer['revision']]).toEqual([200, 1, 1]);
    expect(await bed.query('reporting', 'select 1 from revision')).toHaveLength(1);
  });

  it('refuses an id that was used for other content, with other reasons or for another day', async () => {
    const body = aSubmission();
    await submit(body);
    for (const other of [{ lines: [] }, { basedOn: 1 }])
      expect(codeOf(await submit({ ...body, ...other }))).toBe('409 submission-id-reused');
    const onNextDay = { ...body, operationDay: '2017-09-06' };
    expect(codeOf(await submit(onNextDay, { at: '2017-09-06T10:00:00Z' }))).toBe('409 submission-id-reused');
  });

  it('takes another content as a revision that names its basis and reason, and no other', async () => {
    await submit(aSubmission());
    expect(codeOf(await submit(aSubmission({ lines: [] })))).toBe('409 revision-needs-basis');
    expect(codeOf(await submit(aSubmission({ lines: [], basedOn: 1 })))).toBe('409 revision-needs-basis');
    expect(codeOf(await revise(2))).toBe('409 basis-outdated');
    expect((await revise(1)).body).toMatchObject({ revision: 2, state: 'submitted' });
    expect(codeOf(await revise(1, { lines: [] }))).toBe('409 basis-outdated');
  });

  it('names every field that does not fit', async () => {
    const lines = [aLine(), aLine()];
    const refused = await submit(aSubmission({ kind: 'nil', lines }));
    expect(codeOf(refused)).toBe('400 invalid-fields');
    expect(refused.body).toMatchObject({
      detail: expect.stringContaining('Problems found: 3.'),
      errors: [
        { path: 'nilReason', code: 'required-for-nil' },
        { path: 'lines', code: 'not-for-kind', message: expect.stringContaining('“nil”') },
        { path: 'lines[1].lineId', code: 'repeated', message: expect.stringContaining('“l1”') },
      ],
    });
    expect(await bed.query('reporting', 'select 1 from unit_day')).toEqual([]);
  });

  it.each<[string, object, Partial<Sent>, string]>([
    ['wrong structure', { operationDay: '5.9.2017' }, {}, '400 invalid-fields'],
    ['a day before the operation', { operationDay: '2017-09-04' }, {}, '422 day-outside-operation'],
    ['a day after the operation', { operationDay: '2017-09-08' }, {}, '422 day-outside-operation'],
    ['a day that has not begun', { operationDay: '2017-09-06' }, {}, '422 day-in-future'],
    ['another unit', {}, { party: 'pcu_officer:UZ-ANG/x' }, '403 not-allowed'],
    ['another country', {}, { party: 'contact_point:AF/x' }, '403 not-allowed'],
  ])('refuses %s', async (_what, change, more, expected) => {
    expect(codeOf(await submit(aSubmission(change), more))).toBe(expected);
  });

  it('says which day it is at the unit when a day has not begun', async () => {
    const { body } = await submit(aSubmission({ operationDay: '2017-09-06' }));
    expect(body['detail']).toContain('At the unit it is now 2017-09-05.');
  });

  it('does not know other operations and units', async () => {
    const at = (path: string, party: string) =>
      bed.post(`/api/reporting/operations/${path}/daily-reports`, { party, body: aSubmission() });
    expect(codeOf(await at('none/units/UZ-CHU', OFFICER))).toBe('404 operation-unknown');
    expect(codeOf(await at('tiny/units/UZ-XXX', 'pcu_officer:UZ-XXX/x'))).toBe('404 unit-unknown');
  });
});

describe('two submissions at once', () => {
  it('that are identical become one revision, and both are answered', async () => {
    const body = aSubmission();
    const answers = await Promise.all([submit(body), submit(body), submit(body)]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 200, 201]);
    for (const { body: answer } of answers) expect(answer).toEqual(answers[0]?.body);
    expect(await bed.events('reporting')).toHaveLength(1);
  });

  it('of the same content under two ids become one revision', async () => {
    const { lines } = aSubmission();
    const answers = await Promise.all([submit(aSubmission({ lines })), submit(aSubmission({ lines }))]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 201]);
    expect(await bed.query('reporting', 'select 1 from revision')).toHaveLength(1);
  });

  it('that revise one basis differently: one wins, the other is refused', async () => {
    await submit(aSubmission());
    const answers = await Promise.all([revise(1), revise(1, { lines: [] })]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
    expect(answers.map(codeOf)).toContain('409 basis-outdated');
  });

  it('with one id for two days: one wins, the other is refused', async () => {
    const body = aSubmission();
    const late = { at: '2017-09-06T10:00:00Z' };
    const answers = await Promise.all([
      submit(body, late),
      submit({ ...body, operationDay: '2017-09-06' }, late),
    ]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
  });
});

describe('returning and forwarding', () => {
  it('forwards once and gives the first answer again', async () => {
    await submit(aSubmission());
    const first = await move('forward', 1, { at: CUT_OFF });
    expect([first.status, first.body]).toEqual([
      200,
      {
        operation: 'tiny',
        unit: 'UZ-CHU',
        operationDay: DAY,
        revision: 1,
        state: 'forwarded',
        forwardedAt: CUT_OFF,
        onTime: true,
      },
    ]);
    const again = await move('forward', 1, { at: '2017-09-06T09:00:00Z' });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await bed.events('reporting', 'DailyReportForwarded')).toHaveLength(1);
  });

  it('forwards once also when asked twice at the same time', async () => {
    await submit(aSubmission());
    const answers = await Promise.all([move('forward', 1), move('forward', 1)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await bed.events('reporting', 'DailyReportForwarded')).toHaveLength(1);
  });

  it('fixes at the first forwarding whether the day is on time', async () => {
    await submit(aSubmission());
    expect((await move('forward', 1, { at: '2017-09-06T04:00:00.001Z' })).body['onTime']).toBe(false);
    await revise(1);
    // A clock that goes back changes nothing any more.
    expect((await move('forward', 2)).body['onTime']).toBe(false);
  });

  it.each([
    ['returned', 'return', RETURNED, 'forward', '409 state-conflict'],
    ['forwarded', 'forward', undefined, 'return', '409 state-conflict'],
  ])('lets nothing more happen to a %s revision', async (_state, first, body, then, expected) => {
    await submit(aSubmission());
    await move(first, 1, body && { body });
    expect(codeOf(await move(then, 1, then === 'return' ? { body: RETURNED } : {}))).toBe(expected);
  });

  it('returns once: a repeated return changes nothing', async () => {
    await submit(aSubmission());
    const answers = [
      await move('return', 1, { body: RETURNED }),
      await move('return', 1, { body: RETURNED }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(await bed.events('reporting', 'DailyReportReturned')).toHaveLength(1);
  });

  it('does not forward a superseded revision', async () => {
    await submit(aSubmission());
    await revise(1);
    expect(codeOf(await move('forward', 1))).toBe('409 state-conflict');
  });

  it('asks for reasons of a return and leaves both to the contact point of the country', async () => {
    await submit(aSubmission());
    expect(codeOf(await move('return', 1, { body: { reasons: [] } }))).toBe('400 invalid-fields');
    expect(codeOf(await move('forward', 1, { party: OFFICER }))).toBe('403 not-allowed');
    expect(codeOf(await move('forward', 1, { party: 'contact_point:AF/x' }))).toBe('403 not-allowed');
  });

  it('knows no report, revision or day that is not there', async () => {
    expect(codeOf(await move('forward', 1))).toBe('404 report-unknown');
    await submit(aSubmission());
    expect(codeOf(await move('forward', 2))).toBe('404 revision-unknown');
    expect(codeOf(await move('forward', Number.NaN))).toBe('404 revision-unknown');
    const path = `${REPORTS}/2017-02-30/revisions/1/forward`;
    expect(codeOf(await bed.post(path, { party: CONTACT }))).toBe('404 report-unknown');
    expect(await bed.query('reporting', 'select 1 from unit_day')).toHaveLength(1);
  });
});

describe('the events of a report', () => {
  it('carry metadata alone until the contact point forwards the whole', async () => {
    const secret = aLine({ lineId: 'l2', number: 'SECR0000001', handling: 'withheld' });
    const body = aSubmission({ lines: [aLine({ number: 'CSQU3054384' }), secret] });
    const { body: answer } = await submit(body);
    await move('return', 1, { body: RETURNED });
    await revise(1, {
      lines: body.lines,
      remarks: [{ text: 'again', language: 'en' }],
      reasonText: 'as asked',
    });
    await move('forward', 2);
    const [submitted, returned, , forwarded] = await bed.events('reporting');
    const ref = { operation: 'tiny', unit: 'UZ-CHU', operationDay: DAY, kind: 'report' };
    expect(submitted?.data).toEqual({
      ...ref,
      revision: 1,
      submittedAt: IN_TIME,
      contentHash: sha256Hex(
        canonicalJson({ ...body, submissionId: undefined, lines: body.lines.slice(0, 1) }),
      ),
    });
    expect(submitted?.data['contentHash']).not.toBe(answer['contentHash']);
    expect(returned?.data).toEqual({ ...ref, revision: 1, returnedAt: IN_TIME });
    expect(forwarded?.data).toMatchObject({
      ...ref,
      revision: 2,
      forwardedAt: IN_TIME,
      onTime: true,
      basedOn: 1,
      reason: 'recount',
      reasonText: 'as asked',
      content: { operationDay: DAY, lines: [{ number: 'CSQU3054384' }], remarks: [{ text: 'again' }] },
      findings: [{ code: 'identifier.check-digit', field: 'lines[0].number' }],
    });
    expect(JSON.stringify(await bed.events('reporting'))).not.toContain('SECR0000001');
    expect((await bed.events('reporting')).map(({ key, sequence }) => [key, sequence])).toEqual(
      [1, 2, 3, 4].map((sequence) => ['tiny|UZ-CHU', sequence]),
    );
  });
});

describe('the API description', () => {
  it('says what the routes answer', async () => {
    const { body: document } = await bed.get('/api/reporting/openapi.json', { party: CONTACT });
    const path = '/api/reporting/operations/{operation}/units/{unit}/daily-reports';
    const revision = `${path}/{day}/revisions/{revision}`;
    const body = aSubmission({ lines: [aLine({ number: 'CSQU3054384' })] });
    const check = (
      method: 'get' | 'post',
      address: string,
      status: number,
      answer: { status: number; body: object },
    ) => {
      expect(answer.status).toBe(status);
      expect(wronglyDescribed(document, [method, address, status], answer.body)).toEqual([]);
      expect(wronglyDescribed(document, [method, address, status], {})).not.toEqual([]);
    };
    check('post', path, 201, await submit(body));
    check('post', path, 200, await submit(body));
    check('post', `${revision}/return`, 200, await move('return', 1, { body: RETURNED }));
    await revise(1);
    check('post', `${revision}/forward`, 200, await move('forward', 2));
    check('get', `${path}/{day}`, 200, await read(''));
    check('get', revision, 200, await read('/revisions/2'));
  });
});

describe('reading a report', () => {
  it('shows what happened to a day: revisions and every change of state', async () => {
    await submit(aSubmission());
    await revise(1);
    await move('return', 2, { body: RETURNED });
    await revise(2);
    await move('forward', 3);
    const { body } = await read('');
    expect(body['revisions']).toMatchObject([
      { revision: 1, state: 'superseded' },
      { revision: 2, state: 'returned', basedOn: 1, reason: 'recount' },
      { revision: 3, state: 'forwarded', forwardedAt: IN_TIME },
    ]);
    expect(body['revisions']).not.toEqual(
      expect.arrayContaining([expect.objectContaining({ content: expect.anything() })]),
    );
    const changes = body['stateChanges'] as Record<string, unknown>[];
    expect(
      changes.map(
        ({ revision, fromState, toState }) => `${String(revision)} ${String(fromState)} ${String(toState)}`,
      ),
    ).toEqual([
      '1 undefined submitted',
      '1 submitted superseded',
      '2 undefined submitted',
      '2 submitted returned',
      '3 undefined submitted',
      '3 submitted forwarded',
    ]);
    expect(changes[3]).toMatchObject({ at: IN_TIME, party: CONTACT, reasons: RETURNED.reasons });
    expect(changes[0]).not.toHaveProperty('reasons');
  });

  it('gives a revision with content and worded findings, and its bytes exactly as received', async () => {
    const raw =
      ` ${JSON.stringify(aSubmission({ lines: [aLine({ number: 'CSQU3054384' })] }), null, 3)}\n`.replace(
        '"20063.10"',
        '20063.1',
      );
    await submit(raw as unknown as object);
    const { lines } = aSubmission({
      lines: [
        aLine({
          number: 'CSQU3054384',
          goods: [{ declaredText: 'acetone', chemical: 'acetone', net: { amount: '20063.1', unit: 'kg' } }],
        }),
      ],
    });
    // A repetition that was received at an earlier instant of its clock has bytes of its own.
    expect((await submit(aSubmission({ lines }), { at: '2017-09-05T10:00:00Z' })).status).toBe(200);
    const { body } = await read('/revisions/1');
    expect(body).toMatchObject({
      content: { lines: [{ goods: [{ net: { amount: '20063.1' } }] }] },
      findings: [{ message: 'The check digit does not match the rest of the number.' }],
    });
    const bytes = await read('/revisions/1/raw');
    expect(bytes.text).toBe(raw);
    expect(bytes.headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('knows nothing of what was not sent', async () => {
    expect(codeOf(await read(''))).toBe('404 report-unknown');
    expect(codeOf(await read('/revisions/1'))).toBe('404 revision-unknown');
    expect(codeOf(await read('/revisions/1/raw'))).toBe('404 revision-unknown');
    expect(codeOf(await read('/revisions/0'))).toBe('404 revision-unknown');
  });

  it('is not for the OCU: it holds no unforwarded national data', async () => {
    await submit(aSubmission());
    expect(codeOf(await read('', { party: 'ocu_head/x' }))).toBe('403 not-allowed');
  });
});
