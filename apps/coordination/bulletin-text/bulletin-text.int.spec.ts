import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { EVENTS, unitKey } from '#libs/contracts/topics.js';
import { wronglyDescribed } from '#libs/web/testing/described-answer.js';
import { eventually } from '../../../test/support/probe.js';
import { startTestBed, type TestBed } from '../../../test/support/service-under-test.js';
import { countedRevisions } from '../consolidation/basis.domain.js';
import { coordinationService } from '../index.js';
import { ReceivedReportRepository } from '../daily-report/received-report.repository.js';
import { D5, line, PLAN, report, seizure } from '../testing/reports.js';
import { type BulletinText } from './bulletin-text.dto.js';
import { BulletinTexts } from './bulletin-texts.js';

const ANALYST = 'ocu_analyst/bekova';
const AT = '2017-09-06T05:00:00.000Z';
const TEXTS = `/api/coordination/operations/tiny/days/${D5}/texts`;
const REMARK = { text: 'Груз ООО «Комета» досмотрен, пломба S-100200.', language: 'ru' } as const;
const CONTENT = report(D5, {
  lines: [line({ consignor: { name: 'Комета' }, sealsFound: ['S-100200'] })],
  cases: [seizure('c1', { bulletinText: { en: 'Acetone found.', ru: 'Обнаружен ацетон.' } })],
  remarks: [REMARK],
});

let bed: TestBed;
beforeEach(async () => {
  bed = await startTestBed({ run: [coordinationService], logs: ['reporting'], plans: [PLAN] });
});
afterEach(() => bed.stop());

const forwarded = (content: DailyReportContent, revision = 1) => ({
  definition: EVENTS.dailyReportForwarded,
  key: unitKey('tiny', 'UZ-CHU'),
  occurredAt: AT,
  data: {
    operation: 'tiny',
    unit: 'UZ-CHU',
    operationDay: D5,
    revision,
    kind: 'report',
    submittedAt: AT,
    forwardedAt: AT,
    onTime: true,
    contentHash: 'a'.repeat(64),
    content,
    findings: [],
  },
});
const read = async () =>
  (await bed.get<{ texts: BulletinText[] }>(TEXTS, { party: ANALYST, at: AT })).body.texts;
/** The texts once the report has arrived: the remark, then the case. */
const arrived = (count = 2) =>
  eventually(async () => ((await read()).length === count ? read() : undefined), {
    describe: `${count} texts of the day`,
  });
const decide = (textId: string, body: object, party = ANALYST) =>
  bed.put<BulletinText>(`${TEXTS}/${textId}`, { party, at: AT, body });
const codeOf = (answer: { status: number; body: object }) =>
  `${answer.status} ${String((answer.body as { type?: string }).type).replace('urn:caravanserai:problem:', '')}`;

async function forClosing() {
  const { manager } = bed.dataSource('coordination');
  const app = bed.services.get('coordination')?.app;
  const reports = app?.get(ReceivedReportRepository);
  const newest = (await reports?.newestForwarded('tiny', D5, new Map(), manager)) ?? [];
  const basis = { counted: countedRevisions(newest), before: [], closedBefore: undefined };
  return app?.get(BulletinTexts).forClosing(manager, PLAN, basis);
}

describe('the texts of a day', () => {
  it('are listed with what each lacks, decided on, and handed to the closing', async () => {
    await bed.publish('reporting', forwarded(CONTENT));
    const [remark, ofCase] = await arrived();
    expect(remark).toMatchObject({
      source: 'remark',
      country: 'UZ',
      original: REMARK,
      chosen: false,
      ready: true,
    });
    expect(ofCase).toMatchObject({ source: 'case', reference: 'c1', chosen: true, ready: true, version: 0 });

    const id = remark?.textId ?? '';
    const chosen = await decide(id, { version: 0, chosen: true });
    expect(chosen.body).toMatchObject({
      missing: ['en'],
      ready: false,
      version: 1,
      decidedBy: ANALYST,
      decidedAt: AT,
    });
    expect(chosen.body.nominal.map(({ kind, unit, releasable }) => [kind, unit, releasable])).toEqual([
      ['consignor', 'UZ-CHU', false],
      ['seal', 'UZ-CHU', true],
    ]);
    expect((await forClosing())?.refusals).toMatchObject([{ textId: id, missing: ['en'] }]);

    const written = { en: 'Cargo examined, seal S-100200.', ru: 'Груз досмотрен, пломба S-100200.' };
    const released = [{ value: 'S-100200', reason: 'The seal is destroyed.' }];
    expect((await decide(id, { version: 1, chosen: true, ...written })).body.ready).toBe(false);
    const done = await decide(id, { version: 2, chosen: true, ...written, released });
    expect(done.body).toMatchObject({ ready: true, version: 3 });
    expect(await forClosing()).toMatchObject({
      texts: [{ country: 'UZ', unit: 'UZ-CHU', operationDay: D5, ...written }],
      refusals: [],
    });
    expect((await forClosing())?.caseTexts.get('c1')).toEqual({
      text: { en: 'Acetone found.', ru: 'Обнаружен ацетон.' },
      substance: 'acetone',
    });
    const kept = await bed.query('coordination', 'select version from text_decision order by version');
    expect(kept).toHaveLength(3);
  });

  it('keep their decision over a revision, and what a correction took out stays nominal', async () => {
    await bed.publish('reporting', forwarded(CONTENT));
    const [remark] = await arrived();
    await decide(remark?.textId ?? '', { version: 0, chosen: true });
    const corrected = {
      ...CONTENT,
      lines: [line()],
      remarks: [{ text: 'ещё', language: 'ru' as const }, REMARK],
    };
    await bed.publish('reporting', forwarded(corrected, 2));
    const [, again] = await arrived(3);
    expect(again).toMatchObject({ textId: remark?.textId, version: 1, nominal: [{ kind: 'consignor' }, {}] });
  });

  it('are decided on over what was read, by the OCU alone', async () => {
    await bed.publish('reporting', forwarded(CONTENT));
    const [remark] = await arrived();
    const id = remark?.textId ?? '';
    const body = { version: 0, chosen: true };
    const both = await Promise.all([decide(id, body), decide(id, body)]);
    expect(both.map(codeOf).sort()).toEqual(['200 undefined', '409 bulletin-text-changed']);
    expect(codeOf(await decide(id, body))).toBe('409 bulletin-text-changed');
    expect(codeOf(await decide('remark-none', body))).toBe('404 bulletin-text-unknown');
    expect(codeOf(await decide(id, body, 'contact_point:UZ/saidov'))).toBe('403 not-allowed');
    expect(codeOf(await decide(id, { version: 1 }))).toBe('400 invalid-fields');
  });

  it('take at most what the event of a closed day has room for', async () => {
    const text = (n: number) => ({ text: `${n} ${'я'.repeat(3990)}`, language: 'ru' as const });
    const remarks = Array.from({ length: 10 }, (_, n) => text(n));
    await bed.publish('reporting', forwarded(report(D5, { remarks })));
    const codes: string[] = [];
    for (const { textId, original } of await arrived(10)) {
      codes.push(codeOf(await decide(textId, { version: 0, chosen: true, en: original?.text })));
    }
    expect(codes.slice(0, 8)).toEqual(Array(8).fill('200 undefined'));
    expect(codes.slice(8)).toEqual(Array(2).fill('409 bulletin-texts-too-long'));
  });

  it('are described as they are answered', async () => {
    await bed.publish('reporting', forwarded(CONTENT));
    const [remark] = await arrived();
    const { body: document } = await bed.get('/api/coordination/openapi.json', { party: ANALYST });
    const at = '/api/coordination/operations/{operation}/days/{day}/texts';
    const list = await bed.get(TEXTS, { party: ANALYST, at: AT });
    expect(wronglyDescribed(document, ['get', at, 200], list.body)).toEqual([]);
    const decided = await decide(remark?.textId ?? '', { version: 0, chosen: true });
    expect(wronglyDescribed(document, ['put', `${at}/{textId}`, 200], decided.body)).toEqual([]);
  });
});
