import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { wronglyDescribed } from '#libs/web/testing/described-answer.js';
import { eventually } from '../../../test/support/probe.js';
import { startTestBed, type Sent, type TestBed } from '../../../test/support/service-under-test.js';
import { coordinationService } from '../index.js';
import { D5, D6, line, lines, PLAN, report, seizure } from '../testing/reports.js';
import {
  forwarded,
  held,
  queried,
  queryAnswered,
  sealed,
  signed,
  snapshots,
  submitted,
  tell,
  TOLD_AT,
  withdrawn,
} from '../testing/told.js';
import { AUTOMATIC_CLOSING, CloseAutomatically } from './close-automatically.job.js';

const HEAD = 'ocu_head/akhmetov';

let bed: TestBed;
beforeEach(async () => {
  bed = await startTestBed({ run: [coordinationService], logs: ['reporting'], plans: [PLAN] });
});
afterEach(() => bed.stop());

const at = (path: string) => `/api/coordination/operations/tiny/days/${path}`;
const post = (path: string, more: Partial<Sent> = {}) =>
  bed.post(at(path), { party: HEAD, at: TOLD_AT, ...more });
const view = async (day = D5) => (await bed.get(at(day), { party: HEAD, at: TOLD_AT })).body;
const status = async (day = D5) => (await bed.get(at(`${day}/closing`), { party: HEAD })).body;
const codeOf = (answer: { status: number; body: Record<string, unknown> }) =>
  `${answer.status} ${String(answer.body['type']).replace('urn:caravanserai:problem:', '')}`;
const becomes = (state: object, day = D5) =>
  eventually(async () => expect(await status(day)).toMatchObject(state) ?? true, {
    describe: `the closing of ${day} to be ${JSON.stringify(state)}`,
  });

describe('an open day', () => {
  it('shows what is held, what is asked about, and which countries have signed', async () => {
    await tell(
      bed,
      ...[submitted('UZ-CHU'), held('UZ-CHU')],
      ...[submitted('UZ-ANG'), withdrawn('UZ-ANG')],
      ...[forwarded('AF-KBL', report(D5, { lines: lines(2) })), queried('AF-KBL')],
      signed('UZ'),
    );
    const day = await view();
    const marks = { nil: false, corrected: false };
    expect(day['coverage']).toMatchObject([
      { unit: 'AF-KBL', state: 'on_time', held: false, queried: true },
      { unit: 'UZ-ANG', state: 'missing', held: false, queried: false, ...marks },
      { unit: 'UZ-CHU', state: 'with_contact_point', held: true, queried: false },
    ]);
    expect(day['signed']).toEqual([{ country: 'UZ', signedAt: TOLD_AT, capacity: 'deputy' }]);
    await tell(bed, queryAnswered('AF-KBL'));
    expect(((await view())['coverage'] as object[])[0]).toMatchObject({ state: 'on_time', queried: false });
  });

  it('is sealed over every event that stands on the key of a unit', async () => {
    await post(`${D5}/closing`);
    await tell(
      bed,
      ...[submitted('UZ-CHU'), held('UZ-CHU'), forwarded('UZ-CHU', report(D5, { lines: lines(2) }))],
      ...[queried('UZ-CHU'), queryAnswered('UZ-CHU'), sealed('UZ-CHU', 5)],
      ...[submitted('UZ-ANG'), withdrawn('UZ-ANG'), sealed('UZ-ANG', 2)],
      signed('UZ'),
      sealed('AF-KBL', 0),
    );
    await becomes({ state: 'closed', eventsMissing: [] });
    const [snapshot] = await snapshots(bed);
    expect(snapshot?.coverage).toMatchObject([
      { unit: 'AF-KBL', state: 'missing' },
      { unit: 'UZ-ANG', state: 'missing' },
      { unit: 'UZ-CHU', state: 'on_time' },
    ]);
    for (const mark of ['held', 'queried', 'signed'])
      expect(JSON.stringify(snapshot)).not.toContain(`"${mark}"`);
  });

  it('is proposed for closing after its grace, which the OCU may extend; that keeps nobody from closing', async () => {
    expect(await view()).toMatchObject({
      cutOffAt: '2017-09-06T04:00:00.000Z',
      proposedAt: '2017-09-06T05:00:00.000Z',
    });
    const extend = (minutes: unknown, more: Partial<Sent> = {}) =>
      post(`${D5}/grace`, { body: { minutes }, ...more });
    await extend(30);
    const answer = await extend(90, { party: 'ocu_analyst/bekova' });
    expect(answer.body).toEqual({
      operation: 'tiny',
      operationDay: D5,
      minutes: 90,
      decidedAt: TOLD_AT,
      decidedBy: 'ocu_analyst/bekova',
      proposedAt: '2017-09-06T06:30:00.000Z',
    });
    const { body: document } = await bed.get('/api/coordination/openapi.json', { party: HEAD });
    const path = '/api/coordination/operations/{operation}/days/{day}/grace';
    expect(wronglyDescribed(document, ['post', path, 200], answer.body)).toEqual([]);
    expect((await view())['proposedAt']).toBe('2017-09-06T06:30:00.000Z');
    const { body } = await bed.get(at('').slice(0, -1), { party: HEAD, at: TOLD_AT });
    expect((body['days'] as object[])[0]).toMatchObject({ proposedAt: '2017-09-06T06:30:00.000Z' });
    expect(codeOf(await extend(-1))).toBe('400 invalid-fields');
    expect(codeOf(await extend(1, { party: 'contact_point:UZ/x' }))).toBe('403 not-allowed');
    expect((await post(`${D5}/closing`)).status).toBe(202);
    expect((await post(`${D5}/closing/override`, { body: { reason: PLAN.name } })).status).toBe(202);
    expect(codeOf(await extend(10))).toBe('409 day-closed');
  });
});

describe('closing by the clock', () => {
  const run = (now: string) => bed.services.get('coordination')!.app.get(CloseAutomatically).run(now);

  it('is proposed once, at cut-off and grace, where the Plan says so', async () => {
    await run('2017-09-06T05:00:00.000Z');
    expect(await status()).toMatchObject({ state: 'open' });
    await bed.restart([{ ...PLAN, closeAutomatically: true }]);
    await post(`${D5}/grace`, { body: { minutes: 10 } });
    await run('2017-09-06T05:09:59.999Z');
    expect(await status()).toMatchObject({ state: 'open' });
    await run('2017-09-06T05:10:00.000Z');
    await run('2017-09-06T05:11:00.000Z');
    expect(await status()).toMatchObject({ state: 'sealing', attempt: 1 });
    const [row] = await bed.query('coordination', 'select requested_by as by from closing');
    expect(row).toEqual({ by: AUTOMATIC_CLOSING });
    await tell(bed, ...PLAN.units.map(({ id }) => sealed(id, 0)));
    await becomes({ state: 'closed', number: 1 });
    // The next day is not due.
    await run('2017-09-06T05:12:00.000Z');
    expect(await status(D6)).toMatchObject({ state: 'open' });
  });
});

describe('a cut-off that falls on the operation day itself in UTC', () => {
  it('is 03:00 of the next day in Almaty, 21:00 UTC', async () => {
    await bed.restart([{ ...PLAN, cutOff: '03:00' }]);
    expect(await view()).toMatchObject({ cutOffAt: '2017-09-05T21:00:00.000Z' });
    expect(codeOf(await post(`${D5}/closing`, { at: '2017-09-05T20:59:59.999Z' }))).toBe(
      '409 before-cut-off',
    );
    expect((await post(`${D5}/closing`, { at: '2017-09-05T21:00:00.000Z' })).status).toBe(202);
  });
});

describe('texts that are not finished', () => {
  const remark = 'Груз ООО «Комета» досмотрен.';
  const nominal = report(D5, {
    lines: [line({ consignor: { name: 'Комета' } })],
    cases: [seizure('c1', { bulletinText: { en: 'Held at Kometa.', ru: remark } })],
  });

  it('keep the day from being proposed for closing', async () => {
    await tell(bed, forwarded('UZ-CHU', nominal));
    expect(codeOf(await post(`${D5}/closing`))).toBe('409 bulletin-texts-unfinished');
    expect(await status()).toMatchObject({ state: 'open' });
  });

  it('keep an attempt waiting when they come before its seals, and the status lists them', async () => {
    await post(`${D5}/closing`);
    await tell(
      bed,
      forwarded('UZ-CHU', nominal),
      sealed('UZ-CHU', 1),
      sealed('UZ-ANG', 0),
      sealed('AF-KBL', 0),
    );
    await becomes({
      ...{ state: 'sealing', sealsAwaited: [], eventsMissing: [] },
      textsUnfinished: [{ source: 'case', reference: 'c1', unit: 'UZ-CHU' }],
    });
    const reason = { en: 'No time.', ru: 'Нет времени.' };
    expect(codeOf(await post(`${D5}/closing/override`, { body: { reason } }))).toBe(
      '409 bulletin-texts-unfinished',
    );
    const { body } = await bed.get<{ texts: { textId: string }[] }>(at(`${D5}/texts`), { party: HEAD });
    const decision = { version: 0, chosen: false };
    await bed.put(at(`${D5}/texts/${body.texts[0]?.textId}`), { party: HEAD, at: TOLD_AT, body: decision });
    await post(`${D5}/closing`);
    await tell(bed, sealed('UZ-CHU', 2, 2), sealed('UZ-ANG', 1, 2), sealed('AF-KBL', 1, 2));
    await becomes({ state: 'closed', textsUnfinished: [] });
    const [snapshot] = await snapshots(bed);
    expect(snapshot?.cases[0]).not.toHaveProperty('text');
  });

  it('keep an attempt waiting when a report makes the words of the OCU nominal before its seals', async () => {
    const assessment = { en: 'A load of Kometa.', ru: 'Груз «Комета».' };
    await post(`${D5}/closing`, { body: { assessment } });
    const named = report(D5, { lines: [line({ consignor: { name: 'Комета' } })] });
    await tell(
      bed,
      forwarded('UZ-CHU', named),
      sealed('UZ-CHU', 1),
      sealed('UZ-ANG', 0),
      sealed('AF-KBL', 0),
    );
    await becomes({
      state: 'sealing',
      textsUnfinished: [
        {
          textId: 'assessment',
          source: 'coordination_unit',
          nominal: [{ kind: 'consignor', value: 'Комета' }],
        },
      ],
    });
    const other = { en: 'A load.', ru: 'Груз.' };
    await post(`${D5}/closing`, { body: { assessment: other } });
    await tell(bed, sealed('UZ-CHU', 2, 2), sealed('UZ-ANG', 1, 2), sealed('AF-KBL', 1, 2));
    await becomes({ state: 'closed', textsUnfinished: [] });
  });

  it('are refused in what the OCU itself writes', async () => {
    await tell(bed, forwarded('UZ-CHU', { ...nominal, cases: [] }));
    const assessment = { en: 'A load of Kometa.', ru: 'Груз «Комета».' };
    expect(codeOf(await post(`${D5}/closing`, { body: { assessment } }))).toBe('409 bulletin-text-nominal');
    await post(`${D5}/closing`);
    expect(codeOf(await post(`${D5}/closing/override`, { body: { reason: assessment } }))).toBe(
      '409 bulletin-text-nominal',
    );
  });
});
