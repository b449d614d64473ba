import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { wronglyDescribed } from '#libs/web/testing/described-answer.js';
import { aSubmission, PLAN } from '../../testing/a-submission.js';
import { ANALYST, codeOf, CONTACT, IN_TIME, OFFICER, REASONS, ReportBed } from '../../testing/report-bed.js';

const WITHDRAWN = { reason: { text: 'Sent by mistake', language: 'en' } };
const QUESTIONS = { questions: [{ field: 'lines[0].goods[0].net', text: 'Tonnes?', language: 'en' }] };
const ANSWER = { text: 'Да, тонны.', language: 'ru' };

let bed: ReportBed;
beforeAll(async () => {
  bed = await ReportBed.start();
});
afterAll(() => bed.stop());
beforeEach(async () => {
  await bed.empty();
  await bed.plan(PLAN);
});

const names = async () => (await bed.events()).map(({ type }) => type.split('.').at(-2));
const stateOf = async (revision: number) => (await bed.read(`/revisions/${revision}`)).body['state'];
const query = (revision = 1, body: object = QUESTIONS) =>
  bed.move('query', revision, { party: ANALYST, body });

describe('a held report', () => {
  it('waits until the contact point forwards or returns it, and is told of as metadata', async () => {
    await bed.submit(aSubmission());
    const held = await bed.move('hold', 1, { body: REASONS });
    expect([held.status, held.body['state']]).toEqual([200, 'held']);
    expect((await bed.move('hold', 1, { body: REASONS })).body).toEqual(held.body);
    expect(await names()).toEqual(['DailyReportSubmitted', 'DailyReportHeld']);
    expect((await bed.events('DailyReportHeld'))[0]?.data).toEqual({
      ...{ operation: 'tiny', unit: 'UZ-CHU', operationDay: '2017-09-05', revision: 1, kind: 'report' },
      heldAt: IN_TIME,
    });
    expect((await bed.move('forward', 1)).status).toBe(200);
    await bed.revise(1);
    await bed.move('hold', 2, { body: REASONS });
    expect((await bed.move('return', 2, { body: REASONS })).body['state']).toBe('returned');
  });

  it('is not held again for another reason: that would be lost', async () => {
    await bed.submit(aSubmission());
    await bed.move('hold', 1, { body: REASONS });
    const other = { reasons: [{ text: 'Another reason', language: 'en' }] };
    expect(codeOf(await bed.move('hold', 1, { body: other }))).toBe('409 state-conflict');
  });

  it.each(['/lines/0/goods/0/net', 'lines.0.goods.0.net', '$.lines[0].number', 'lines[00].number', ''])(
    'takes fields only as findings name them, not as %p',
    async (field) => {
      await bed.submit(aSubmission());
      const body = { reasons: [{ field, text: 'Tonnes?', language: 'en' }] };
      for (const step of ['return', 'hold'] as const) {
        const refused = await bed.move(step, 1, { body });
        expect([codeOf(refused), refused.body['errors']]).toEqual([
          '400 invalid-fields',
          [expect.objectContaining({ path: 'reasons[0].field' })],
        ]);
      }
      expect(await stateOf(1)).toBe('submitted');
    },
  );

  it('gives way to a newer revision', async () => {
    await bed.submit(aSubmission());
    await bed.move('hold', 1, { body: REASONS });
    expect((await bed.revise(1)).body['revision']).toBe(2);
    expect([await stateOf(1), await stateOf(2)]).toEqual(['superseded', 'submitted']);
  });
});

describe('a withdrawn report', () => {
  it('is taken back by its unit or the contact point before it is forwarded, also after a return', async () => {
    await bed.submit(aSubmission());
    const withdrawn = await bed.move('withdraw', 1, { party: OFFICER, body: WITHDRAWN });
    expect([withdrawn.status, withdrawn.body['state']]).toEqual([200, 'withdrawn']);
    expect((await bed.move('withdraw', 1, { party: OFFICER, body: WITHDRAWN })).body).toEqual(withdrawn.body);
    await bed.revise(1);
    await bed.move('return', 2, { body: REASONS });
    expect((await bed.move('withdraw', 2, { body: WITHDRAWN })).status).toBe(200);
    expect(await names()).toEqual([
      'DailyReportSubmitted',
      'DailyReportWithdrawn',
      'DailyReportSubmitted',
      'DailyReportReturned',
      'DailyReportWithdrawn',
    ]);
  });

  it('is never one that was forwarded, nor one that has a newer revision', async () => {
    await bed.submit(aSubmission());
    await bed.move('return', 1, { body: REASONS });
    await bed.revise(1);
    expect(codeOf(await bed.move('withdraw', 1, { body: WITHDRAWN }))).toBe('409 revision-not-newest');
    await bed.move('forward', 2);
    expect(codeOf(await bed.move('withdraw', 2, { body: WITHDRAWN }))).toBe('409 state-conflict');
    const stranger = { party: 'pcu_officer:UZ-ANG/x', body: WITHDRAWN };
    expect(codeOf(await bed.move('withdraw', 2, stranger))).toBe('403 not-allowed');
  });
});

describe('a question of the OCU', () => {
  it('is about what was forwarded, and is settled without a change', async () => {
    await bed.submit(aSubmission());
    expect(codeOf(await query())).toBe('404 revision-unknown');
    await bed.move('forward', 1);
    const asked = await query();
    expect([asked.status, asked.body['state']]).toEqual([200, 'queried']);
    expect((await query()).body).toEqual(asked.body);
    expect(codeOf(await query(1, { questions: [{ text: 'More?', language: 'en' }] }))).toBe(
      '409 state-conflict',
    );
    const answered = await bed.move('answer', 1, { body: ANSWER });
    expect([answered.status, answered.body['state']]).toEqual([200, 'forwarded']);
    expect((await bed.move('answer', 1, { body: ANSWER })).body).toEqual(answered.body);
    expect((await names()).slice(2)).toEqual(['DailyReportQueried', 'DailyReportQueryAnswered']);
    const { body } = await bed.read('/revisions/1', { party: ANALYST });
    expect(body['queries']).toMatchObject([
      { action: 'query', party: ANALYST, reasons: QUESTIONS.questions },
      { action: 'answer', party: CONTACT, capacity: 'contact_point', reasons: [ANSWER] },
    ]);
    // A new question to the same words is another one.
    expect((await query()).body['state']).toBe('queried');
  });

  it('is settled by a correction too', async () => {
    await bed.submit(aSubmission());
    await bed.move('forward', 1);
    await query();
    await bed.revise(1);
    await bed.move('forward', 2);
    expect([await stateOf(1), await stateOf(2)]).toEqual(['corrected', 'forwarded']);
    expect(codeOf(await bed.move('answer', 1, { body: ANSWER }))).toBe('409 state-conflict');
  });

  it('is asked by the OCU and answered by the contact point alone', async () => {
    await bed.submit(aSubmission());
    await bed.move('forward', 1);
    expect(codeOf(await bed.move('query', 1, { body: QUESTIONS }))).toBe('403 not-allowed');
    await query();
    expect(codeOf(await bed.move('answer', 1, { party: ANALYST, body: ANSWER }))).toBe('403 not-allowed');
    expect(codeOf(await bed.move('answer', 1, { body: { text: '', language: 'en' } }))).toBe(
      '400 invalid-fields',
    );
  });
});

describe('every step', () => {
  it('is kept with who, in which capacity, when on both clocks, from where and why', async () => {
    const countries = [
      { ...PLAN.countries[0]!, contactPoint: { holders: ['saidov'], deputies: ['yusupova'] } },
      PLAN.countries[1]!,
    ];
    await bed.plan({ ...PLAN, countries });
    await bed.submit(aSubmission());
    const deputy = 'contact_point:UZ/yusupova';
    await bed.move('return', 1, { party: deputy, body: REASONS, at: '2017-09-05T20:30:00Z' });
    expect(codeOf(await bed.move('forward', 1, { party: 'contact_point:UZ/stranger' }))).toBe(
      '403 not-contact-point',
    );
    const { body } = await bed.read('', { at: '2017-09-05T21:00:00Z' });
    expect(body['stateChanges']).toEqual([
      {
        ...{ revision: 1, toState: 'submitted', action: 'submit', party: OFFICER, channel: 'api' },
        ...{ at: IN_TIME, localAt: '2017-09-05T19:00:00+05:00' },
      },
      {
        ...{ revision: 1, fromState: 'submitted', toState: 'returned', action: 'return' },
        ...{ party: deputy, capacity: 'deputy', channel: 'api', reasons: REASONS.reasons },
        ...{ at: '2017-09-05T20:30:00.000Z', localAt: '2017-09-06T01:30:00+05:00' },
      },
    ]);
    expect(body['custody']).toEqual([
      {
        ...{ holder: 'contact_point', minutes: 90 },
        ...{ from: '2017-09-05T19:00:00.000Z', to: '2017-09-05T20:30:00.000Z' },
      },
      { holder: 'unit', from: '2017-09-05T20:30:00.000Z', minutes: 30 },
    ]);
    expect(body['custodyTotals']).toEqual({ unit: 30, contact_point: 90, ocu: 0 });
  });

  it('answers as the API description says', async () => {
    const { body: document } = await bed.services.get('/api/reporting/openapi.json', { party: CONTACT });
    const path =
      '/api/reporting/operations/{operation}/units/{unit}/daily-reports/{day}/revisions/{revision}';
    const described = (verb: string, { status, body }: { status: number; body: object }) =>
      expect([verb, status, wronglyDescribed(document, ['post', `${path}/${verb}`, 200], body)]).toEqual([
        ...[verb, 200, []],
      ]);
    await bed.submit(aSubmission());
    described('hold', await bed.move('hold', 1, { body: REASONS }));
    described('withdraw', await bed.move('withdraw', 1, { body: WITHDRAWN }));
    await bed.revise(1);
    await bed.move('forward', 2);
    described('query', await query(2));
    described('answer', await bed.move('answer', 2, { body: ANSWER }));
  });
});
