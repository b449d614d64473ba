import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { wronglyDescribed } from '#libs/web/testing/described-answer.js';
import { eventually } from '../../../test/support/probe.js';
import { startTestBed, type Sent, type TestBed } from '../../../test/support/service-under-test.js';
import { coordinationService } from '../index.js';
import { caughtUp, forwarded, returned, sealed, snapshots, submitted } from '../testing/told.js';
import { D5, D6, line, lines, PLAN, report } from '../testing/reports.js';

const HEAD = 'ocu_head/akhmetov';
const AT = '2017-09-06T06:00:00.000Z';
const REASON = { reason: { en: 'The line to Kabul is down.', ru: 'Нет связи с Кабулом.' } };

let bed: TestBed;
beforeEach(async () => {
  bed = await startTestBed({ run: [coordinationService], logs: ['reporting'], plans: [PLAN] });
});
afterEach(() => bed.stop());

const days = (path: string) => `/api/coordination/operations/tiny/days/${path}`;
const close = (day = D5, more: Partial<Sent> = {}) =>
  bed.post(days(`${day}/closing`), { party: HEAD, at: AT, ...more });
const override = (day = D5, more: Partial<Sent> = {}) =>
  bed.post(days(`${day}/closing/override`), { party: HEAD, at: AT, body: REASON, ...more });
const status = async (day = D5) => (await bed.get(days(`${day}/closing`), { party: HEAD })).body;
const view = async (day: string, at: string) => (await bed.get(days(day), { party: HEAD, at })).body;
const codeOf = (answer: { status: number; body: Record<string, unknown> }) =>
  `${answer.status} ${String(answer.body['type']).replace('urn:caravanserai:problem:', '')}`;

const consumed = (state: object, day = D5) =>
  eventually(async () => expect(await status(day)).toMatchObject(state) ?? true, {
    describe: `the closing of ${day} to be ${JSON.stringify(state)}`,
  });
async function closeAtOnce(day: string, at: string) {
  expect((await close(day, { at })).status).toBe(202);
  expect((await override(day)).status).toBe(202);
}

describe('the Operation Plans', () => {
  it('are published as a version when they are new, and again only when they change', async () => {
    const published = () => bed.events('coordination', 'OperationPlanPublished');
    expect((await published()).map(({ key, data }) => [key, data['version'], data['operation']])).toEqual([
      ['tiny', 1, 'tiny'],
    ]);
    await bed.restart([PLAN]);
    expect(await published()).toHaveLength(1);
    await bed.restart([{ ...PLAN, graceMinutes: 5 }]);
    expect((await published()).map(({ data }) => data['version'])).toEqual([1, 2]);
    const { body } = await bed.get('/api/coordination/operations/tiny', { party: HEAD });
    expect(body).toMatchObject({ version: 2, plan: { graceMinutes: 5 } });
  });
});

describe('the API description', () => {
  it('says what the routes answer', async () => {
    const { body: document } = await bed.get('/api/coordination/openapi.json', { party: HEAD });
    const at = '/api/coordination/operations';
    const check = async (method: 'get' | 'post', path: string, code: number, answer: { body: object }) => {
      expect(wronglyDescribed(document, [method, `${at}${path}`, code], answer.body)).toEqual([]);
      expect(wronglyDescribed(document, [method, `${at}${path}`, code], {})).not.toEqual([]);
    };
    await bed.publish('reporting', forwarded('UZ-CHU', report(D5, { lines: lines(3) })));
    await close();
    const get = (path: string) => bed.get(`${at}${path}`, { party: HEAD, at: AT });
    await check('get', '', 200, await get(''));
    await check('get', '/{operation}', 200, await get('/tiny'));
    await check('get', '/{operation}/days/{day}', 200, await get(`/tiny/days/${D5}`));
    await check('get', '/{operation}/days', 200, await get('/tiny/days'));
    const closing = '/{operation}/days/{day}/closing';
    await check('get', closing, 200, await get(`/tiny/days/${D5}/closing`));
    await check('post', `${closing}/override`, 202, await override());
    await check('post', closing, 200, await close());
  });
});

describe('the days of an operation', () => {
  it('tell the coverage of every day as the view of one day does', async () => {
    await bed.publish(
      'reporting',
      forwarded('UZ-CHU', report(D5, { lines: lines(3) })),
      submitted('UZ-ANG', D6),
      forwarded('UZ-CHU', report(D5, { lines: lines(2) }), { revision: 2 }),
    );
    const read = async () => (await bed.get(days('').slice(0, -1), { party: HEAD, at: AT })).body['days'];
    const expected = [{ unitsReported: 1, units: [{}, {}, { corrected: true }] }, {}, {}];
    await eventually(async () => expect(await read()).toMatchObject(expected) ?? true, {
      describe: 'the reports in the coverage',
    });
    for (const day of (await read()) as { operationDay: string; units: object[] }[]) {
      const { coverage } = await view(day.operationDay, AT);
      const states = (coverage as Record<string, unknown>[]).map(
        ({ country: _country, name: _name, revision: _revision, ...shown }) => shown,
      );
      expect(day.units).toEqual(states);
    }
  });
});

describe('closing a day', () => {
  it('waits for the seal of every unit of the plan', async () => {
    const first = await close();
    expect([first.status, first.body]).toEqual([
      202,
      {
        operation: 'tiny',
        operationDay: D5,
        state: 'sealing',
        attempt: 1,
        sealsAwaited: ['AF-KBL', 'UZ-ANG', 'UZ-CHU'],
        eventsMissing: [],
        textsUnfinished: [],
        editions: [],
      },
    ]);
    await bed.publish(
      'reporting',
      forwarded('UZ-CHU', report(D5, { lines: lines(3) })),
      sealed('UZ-CHU', 1),
      sealed('UZ-ANG', 0),
    );
    await consumed({ state: 'sealing', sealsAwaited: ['AF-KBL'] });
    await bed.publish('reporting', sealed('AF-KBL', 0));
    await consumed({ state: 'closed', number: 1, revision: 0, sealsAwaited: [] });
    const [snapshot] = await snapshots(bed);
    expect(snapshot).toMatchObject({ number: 1, closedAt: AT, basisCount: 1, day: { controls: 3 } });
    expect(snapshot).not.toHaveProperty('sealOverride');
    const [event] = await bed.events('coordination', 'OperationDayClosed');
    expect((await status())['snapshotHash']).toBe(event?.data['snapshotHash']);
  });

  it('counts nothing above the seal: it belongs to the next closing', async () => {
    await close();
    await bed.publish(
      'reporting',
      submitted('UZ-CHU'),
      forwarded('UZ-CHU', report(D5, { lines: lines(2) })),
      submitted('UZ-CHU', D5, 2),
      forwarded('UZ-CHU', report(D5, { lines: lines(9) }), { revision: 2, reason: 'recount' }),
      submitted('UZ-ANG'),
      ...[sealed('UZ-CHU', 2), sealed('UZ-ANG', 0), sealed('AF-KBL', 0)],
    );
    await consumed({ state: 'closed' });
    const [first] = await snapshots(bed);
    expect(first).toMatchObject({ day: { controls: 2 } });
    expect(first?.['coverage']).toMatchObject([
      { unit: 'AF-KBL', state: 'missing' },
      // Its submission lies above its seal.
      { unit: 'UZ-ANG', state: 'missing' },
      { unit: 'UZ-CHU', state: 'on_time', corrected: false, revision: 1 },
    ]);
    await closeAtOnce(D6, '2017-09-07T06:00:00Z');
    expect((await snapshots(bed))[1]).toMatchObject({
      number: 2,
      previousSnapshotHash: (await status())['snapshotHash'],
      sum: { previous: { controls: 2 }, corrections: { controls: 7 }, cumulative: { controls: 9 } },
      earlierDayChanges: [
        { kind: 'correction', unit: 'UZ-CHU', operationDay: D5, revision: 2, reason: 'recount' },
      ],
    });
  });

  it('stays open where an event before a seal is missing, and says of which unit', async () => {
    await close();
    // The seal speaks of two events, but one of them lies among the dead letters.
    await bed.publish(
      'reporting',
      submitted('UZ-CHU'),
      sealed('UZ-CHU', 3),
      sealed('UZ-ANG', 0),
      sealed('AF-KBL', 0),
    );
    await consumed({ state: 'sealing', sealsAwaited: [], eventsMissing: ['UZ-CHU'] });
    expect((await override()).status).toBe(202);
    const [snapshot] = await snapshots(bed);
    expect(snapshot?.['sealOverride']).toMatchObject({ units: ['UZ-CHU'] });
  });

  it('takes seals of the newest attempt alone', async () => {
    await close();
    await bed.publish('reporting', sealed('UZ-CHU', 0), sealed('UZ-ANG', 0));
    await consumed({ sealsAwaited: ['AF-KBL'] });
    const later = '2017-09-06T07:00:00.000Z';
    expect((await close(D5, { at: later })).body).toMatchObject({
      attempt: 2,
      sealsAwaited: ['AF-KBL', 'UZ-ANG', 'UZ-CHU'],
    });
    await bed.publish(
      'reporting',
      sealed('AF-KBL', 0),
      ...['UZ-CHU', 'UZ-ANG'].map((unit) => sealed(unit, 1, 2)),
    );
    await consumed({ state: 'sealing', sealsAwaited: ['AF-KBL'] });
    await bed.publish('reporting', sealed('AF-KBL', 1, 2));
    await consumed({ state: 'closed', attempt: 2 });
    expect((await snapshots(bed))[0]).toMatchObject({ closedAt: later });
  });

  it('is told once more when it is closed already', async () => {
    await closeAtOnce(D5, AT);
    const again = await close(D5, { at: '2017-09-06T09:00:00Z' });
    expect([again.status, again.body['state'], again.body['number']]).toEqual([200, 'closed', 1]);
    expect((await override()).status).toBe(200);
    expect(await bed.events('coordination', 'OperationDayClosed')).toHaveLength(1);
  });

  it('is refused before the cut-off, out of order, outside the operation and to other parties', async () => {
    expect(codeOf(await close(D5, { at: '2017-09-06T03:59:59Z' }))).toBe('409 before-cut-off');
    expect(codeOf(await close(D6, { at: '2017-09-07T06:00:00Z' }))).toBe('409 previous-day-open');
    expect(codeOf(await close('2017-09-04'))).toBe('422 day-outside-operation');
    expect(codeOf(await close('2017-09-31'))).toBe('422 day-outside-operation');
    expect(codeOf(await close(D5, { party: 'contact_point:UZ/x' }))).toBe('403 not-allowed');
    expect(
      codeOf(await bed.post('/api/coordination/operations/none/days/2017-09-05/closing', { party: HEAD })),
    ).toBe('404 operation-unknown');
    expect(await status()).toEqual({
      operation: 'tiny',
      operationDay: D5,
      state: 'open',
      attempt: 0,
      sealsAwaited: [],
      eventsMissing: [],
      textsUnfinished: [],
      editions: [],
    });
    expect((await close(D5, { at: '2017-09-06T04:00:00Z' })).status).toBe(202);
  });

  it('is one closing when two ask at once, with two attempts', async () => {
    const answers = await Promise.all([close(), close()]);
    expect(answers.map((answer) => answer.status)).toEqual([202, 202]);
    const asked = await bed.events('coordination', 'OperationDayClosingRequested');
    expect(asked.map(({ data }) => data['attempt'])).toEqual([1, 2]);
  });

  it('carries the assessment of the newest attempt that has one', async () => {
    const assessment = { en: 'Calm.', ru: 'Спокойно.' };
    await close(D5, { body: { assessment } });
    await close(D5, { body: {} });
    await override();
    expect((await snapshots(bed))[0]).toMatchObject({ assessment });
  });
});

describe('closing without all seals', () => {
  it('is for the head alone, with a reason in both languages that the snapshot keeps', async () => {
    expect(codeOf(await override())).toBe('409 closing-unknown');
    await close();
    await bed.publish(
      'reporting',
      forwarded('AF-KBL', report(D5, { lines: lines(4) })),
      sealed('UZ-ANG', 0),
      sealed('UZ-CHU', 0),
    );
    await consumed({ sealsAwaited: ['AF-KBL'] });
    expect(codeOf(await override(D5, { party: 'ocu_analyst/duty' }))).toBe('403 not-allowed');
    expect(codeOf(await override(D5, { body: { reason: { en: 'only English' } } }))).toBe(
      '400 invalid-fields',
    );
    const answer = await override();
    expect([answer.status, answer.body['state']]).toEqual([202, 'closed']);
    // A unit without seal counts with what arrived of it.
    expect((await snapshots(bed))[0]).toMatchObject({
      day: { controls: 4 },
      sealOverride: { units: ['AF-KBL'], ...REASON },
    });
  });
});

describe('bulletin numbers', () => {
  it('have no gap after a closing that failed', async () => {
    await close();
    await bed.query(
      'coordination',
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
       create trigger refuse before insert on closed_day for each row execute function refuse()`,
    );
    expect((await override()).status).toBe(500);
    expect(await status()).toMatchObject({ state: 'sealing' });
    await bed.query('coordination', 'drop trigger refuse on closed_day');
    expect((await override()).body).toMatchObject({ state: 'closed', number: 1 });
    await closeAtOnce(D6, '2017-09-07T06:00:00Z');
    expect((await snapshots(bed)).map((snapshot) => snapshot['number'])).toEqual([1, 2]);
  });
});

describe('what reporting tells', () => {
  it('decides the coverage of an open day', async () => {
    await bed.publish('reporting', submitted('UZ-CHU'), submitted('UZ-ANG'), returned('UZ-ANG'));
    await caughtUp(bed);
    const states = async (at: string) =>
      ((await view(D5, at))['coverage'] as { unit: string; state: string }[]).map(
        ({ unit, state }) => `${unit} ${state}`,
      );
    const known = ['UZ-ANG returned', 'UZ-CHU with_contact_point'];
    expect(await states('2017-09-06T03:59:59Z')).toEqual(['AF-KBL not_due', ...known]);
    expect(await states('2017-09-06T04:00:00Z')).toEqual(['AF-KBL missing', ...known]);
  });

  it('counts once however often it is delivered', async () => {
    await bed.publish('reporting', forwarded('UZ-CHU', report(D5, { lines: [line(), line()] })));
    await caughtUp(bed);
    await bed.query('coordination', 'update consumer_position set position = 0');
    bed.services.get('coordination')?.wake();
    await caughtUp(bed);
    expect(await view(D5, AT)).toMatchObject({ day: { controls: 2 }, cumulative: { controls: 2 } });
  });
});
