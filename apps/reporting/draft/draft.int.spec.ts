import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Answer, type Sent } from '../../../test/support/service-under-test.js';
import { aLine, PLAN } from '../testing/a-submission.js';
import { codeOf, CONTACT, DAY, IN_TIME, OFFICER, REPORTS, ReportBed } from '../testing/report-bed.js';

const SECOND = 'pcu_officer:UZ-CHU/yusupova';
const DRAFT = `${REPORTS.replace('daily-reports', 'drafts')}/${DAY}`;
/** A line whose id stands in the address alone. */
const entry = (more: Parameters<typeof aLine>[0] = {}): object => ({ ...aLine(more), lineId: undefined });
const REST = {
  kind: 'report',
  preparedAt: '2017-09-05T18:30:00+05:00',
  counters: [{ transportKind: 'container', regime: 'transit', profiled: 5, examined: 2 }],
};

describe('the draft of a unit and day', () => {
  let bed: ReportBed;

  beforeAll(async () => {
    bed = await ReportBed.start();
  });
  afterAll(() => bed.stop());
  beforeEach(async () => {
    await bed.empty();
    await bed.query('truncate draft, draft_line');
    await bed.plan(PLAN);
  });

  type More = Partial<Sent> & { version?: number };
  const sent = ({ version, ...more }: More): Sent => ({
    ...{ party: OFFICER, at: IN_TIME, ...more },
    ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
  });
  const put = (path: string, body: object, more: More = {}): Promise<Answer> =>
    bed.services.put(DRAFT + path, sent({ body, ...more }));
  const remove = (path: string, more: More = {}) => bed.services.delete(DRAFT + path, sent(more));
  const get = (more: More = {}) => bed.services.get(DRAFT, sent(more));
  const send = (body: object = {}, more: More = {}) =>
    bed.services.post(`${DRAFT}/send`, sent({ body, ...more }));
  const enter = async (...lines: object[]): Promise<void> => {
    for (const [index, line] of lines.entries())
      expect(await put(`/lines/l${index + 1}`, line)).toMatchObject({ status: 200 });
  };

  it('takes lines of several officers, each with its author, whoever saves afterwards', async () => {
    await put('/lines/a', { ...entry(), author: 'somebody-else' });
    await put('/lines/b', entry({ number: 'TGHU1234567' }), { party: SECOND });
    const again = await put('/lines/a', entry({ destination: 'TJ' }), {
      party: SECOND,
      version: 1,
    });
    expect(again.body).toEqual({ version: 3, lineVersion: 2, author: 'karimov' });
    const { body, headers } = await get();
    expect(headers.get('etag')).toBe('"3"');
    expect(body).toMatchObject({
      version: 3,
      changedBy: SECOND,
      missing: [],
      problems: [],
      lines: [
        { lineId: 'a', author: 'karimov', version: 2 },
        { lineId: 'b', author: 'yusupova', version: 1 },
      ],
      content: {
        kind: 'report',
        preparedAt: '2017-09-05T19:00:00.000+05:00'.replace('.000', ''),
        lines: [{ author: 'karimov', destination: 'TJ' }, { author: 'yusupova' }],
      },
    });
  });

  it('is begun by one officer where several begin it at the same moment; the others are told', async () => {
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((text) => put('', { ...REST, authorFunction: text })),
    );
    const saved = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status === 409);
    expect([saved.length, refused.length]).toEqual([1, 3]);
  });

  it('loses no line when two officers save at the same moment', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `n${index}`);
    const answers = await Promise.all(
      names.map((name, index) =>
        put(`/lines/${name}`, { number: name }, { party: index % 2 ? SECOND : OFFICER }),
      ),
    );
    expect(answers.map(({ body }) => Number(body['version'])).sort((a, b) => a - b)).toEqual(
      names.map((_, index) => index + 1),
    );
    const { body } = await get();
    expect(body['lines']).toHaveLength(12);
  });

  it('takes as many lines as a report, and no more', async () => {
    await put('/lines/a', entry());
    await bed.query(`insert into draft_line (operation, unit, operation_day, line_id, version, author, line)
      select operation, unit, operation_day, 'n' || n, 1, author, line from draft_line, generate_series(2, 2000) as n`);
    const { body } = await put('/lines/b', entry());
    expect(body['errors']).toMatchObject([{ path: 'lines', code: 'too-many' }]);
    expect(await put('/lines/a', entry())).toMatchObject({ status: 200 });
  });

  it('may be incomplete, but not wrong', async () => {
    await enter({ number: 'CSQU3054383' }, entry({ number: 'CSQU3054384' }));
    const { body } = await get();
    expect(body['missing']).toEqual([
      'lines[0].transportKind',
      'lines[0].regime',
      'lines[0].goods',
      'lines[0].destination',
      'lines[0].outcome',
    ]);
    // The complete second line is looked at already, and named by its place in the whole.
    expect(body['findings']).toEqual(
      expect.arrayContaining([expect.objectContaining({ field: 'lines[1].number' })]),
    );
    expect(await send()).toMatchObject({
      status: 422,
      body: {
        errors: expect.arrayContaining([
          expect.objectContaining({ path: 'lines[0].goods', code: 'required' }),
        ]),
      },
    });
    const wrong = await put('/lines/l3', { destination: 'Afghanistan', examined: 'yes' });
    expect(codeOf(wrong)).toBe('400 invalid-fields');
    expect(wrong.body['errors']).toMatchObject([{ path: 'examined' }, { path: 'destination' }]);
  });

  it('tells what does not fit together', async () => {
    await put('', { ...REST, nilReason: 'closed' });
    const russian = await bed.services.get(DRAFT, { ...sent({}), headers: { 'accept-language': 'ru' } });
    expect(russian.body['problems']).toMatchObject([
      { path: 'nilReason', code: 'only-for-nil', message: expect.stringMatching(/[а-я]/) },
    ]);
  });

  it('is saved on the version that one started from alone', async () => {
    expect((await put('', REST)).body).toEqual({ version: 1 });
    expect(codeOf(await put('', REST))).toBe('409 draft-outdated');
    await put('/lines/a', entry(), { party: SECOND });
    const late = await put('', { ...REST, remarks: [] }, { version: 1 });
    expect([codeOf(late), late.body['detail']]).toEqual([
      '409 draft-outdated',
      expect.stringContaining('newest version is 2'),
    ]);
    expect((await put('', REST, { version: 2 })).body).toEqual({ version: 3 });
    const line = await put('/lines/a', entry(), { version: 7 });
    expect(codeOf(line)).toBe('409 draft-outdated');
    expect((await get()).body).toMatchObject({ version: 3 });
  });

  it('refuses lines and other days where everything else is saved, and other ids than the address', async () => {
    expect((await put('', { lines: [] })).body['errors']).toMatchObject([
      { path: 'lines', code: 'unexpected' },
    ]);
    const day = await put('', { operationDay: '2017-09-06' });
    expect(day.body['errors']).toMatchObject([{ path: 'operationDay' }]);
    expect((await put('/lines/a', { lineId: 'b' })).body['errors']).toMatchObject([{ path: 'lineId' }]);
    expect(codeOf(await bed.services.put(DRAFT.replace(DAY, '2017-10-05'), sent({ body: {} })))).toMatch(
      /^422/,
    );
    expect(codeOf(await get())).toBe('404 draft-unknown');
  });

  it('gives lines up, and itself', async () => {
    await enter(entry(), entry());
    expect((await remove('/lines/l1')).body).toEqual({ version: 3 });
    expect((await remove('/lines/l1')).body).toEqual({ version: 3 });
    expect((await get()).body['lines']).toMatchObject([{ lineId: 'l2' }]);
    expect(codeOf(await remove('', { version: 1 }))).toBe('409 draft-outdated');
    expect((await remove('', { version: 3 })).status).toBe(200);
    expect(codeOf(await remove(''))).toBe('404 draft-unknown');
    expect(codeOf(await remove('/lines/l2'))).toBe('404 draft-unknown');
  });

  it('becomes a report when one officer sends it, and is gone; a repeated send gets the first answer', async () => {
    await put('', REST);
    await put('/lines/a', entry(), { party: SECOND });
    expect(codeOf(await send({}, { version: 1 }))).toBe('409 draft-outdated');
    const first = await send({}, { version: 2 });
    expect(first).toMatchObject({ status: 201, body: { revision: 1, state: 'submitted' } });
    const again = await send({}, { party: SECOND });
    expect([again.status, again.body['submissionId']]).toEqual([200, first.body['submissionId']]);
    expect(codeOf(await get())).toBe('404 draft-unknown');
    const revision = await bed.read('/revisions/1');
    expect(revision.body).toMatchObject({
      submittedBy: OFFICER,
      content: { ...REST, lines: [{ lineId: 'a', author: 'yusupova' }] },
    });
    expect(await bed.events('DailyReportSubmitted')).toHaveLength(1);
  });

  it('is recognised when the answer to its sending was lost before it was emptied', async () => {
    await enter(entry());
    const [kept] = await bed.query<{ id: string; line: unknown }>(
      'select line_id as id, line from draft_line',
    );
    const first = await send();
    // As if the process had ended between the submission and the emptying.
    await bed.query(
      `insert into draft_line (operation, unit, operation_day, line_id, version, author, line)
       select operation, unit, operation_day, $1, 1, 'karimov', $2 from revision`,
      [kept?.id, JSON.stringify(kept?.line)],
    );
    await bed.query('update draft set sent_submission = null');
    const again = await send();
    expect([again.status, again.body['submissionId']]).toEqual([200, first.body['submissionId']]);
    expect(codeOf(await get())).toBe('404 draft-unknown');
  });

  it('replaces an earlier report with basis and reason', async () => {
    await enter(entry());
    await send();
    expect((await put('/lines/x', entry({ number: 'X1' }))).body).toMatchObject({
      version: 2,
      lineVersion: 1,
    });
    expect((await get()).body).toMatchObject({ missing: [], problems: [], lines: [{ lineId: 'x' }] });
    expect(codeOf(await send())).toBe('409 revision-needs-basis');
    const second = await send({ basedOn: 1, reason: 'recount' });
    expect(second).toMatchObject({ status: 201, body: { revision: 2 } });
  });

  it('is open to the contact point of the country, if the Plan names the person, and to nobody else', async () => {
    const body = entry();
    expect(await put('/lines/a', body, { party: CONTACT })).toMatchObject({
      status: 200,
      body: { author: 'saidov' },
    });
    for (const party of ['pcu_officer:UZ-ANG/x', 'contact_point:AF/x', 'ocu_head/x'])
      expect(codeOf(await put('/lines/a', body, { party }))).toBe('403 not-allowed');
    const [af, uz] = [
      PLAN.countries[1],
      { code: 'UZ', sharing: 'full' as const, contactPoint: { holders: ['rashidov'], deputies: ['saidov'] } },
    ];
    await bed.plan({ ...PLAN, countries: [uz, ...(af ? [af] : [])] });
    expect(await put('/lines/a', body, { party: CONTACT })).toMatchObject({ status: 200 });
    expect(codeOf(await put('/lines/a', body, { party: 'contact_point:UZ/other' }))).toBe(
      '403 not-contact-point',
    );
    expect(await send({}, { party: CONTACT })).toMatchObject({ status: 201 });
    const { body: revision } = await bed.read('/revisions/1');
    expect(revision['submittedBy']).toBe(CONTACT);
  });
});
