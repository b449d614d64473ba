import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBed, type TestBed } from '../../../test/support/service-under-test.js';
import { type BulletinText } from '../bulletin-text/bulletin-text.dto.js';
import { coordinationService } from '../index.js';
import { D5, D6, D7, PLAN, report } from '../testing/reports.js';
import { forwarded, snapshots, tell } from '../testing/told.js';

const HEAD = 'ocu_head/akhmetov';
const LATE = '2017-09-10';
const AT = '2017-09-15T06:00:00.000Z';
const REASON = { reason: { en: 'The line is down.', ru: 'Нет связи.' } };
const ENGLISH = 'Queue of trucks.';

let bed: TestBed;
beforeEach(async () => {
  bed = await startTestBed({
    run: [coordinationService],
    logs: ['reporting'],
    plans: [{ ...PLAN, followUpsUntil: '2017-09-14' }],
  });
});
afterEach(() => bed.stop());

const of = (day: string, path: string) => `/api/coordination/operations/tiny/days/${day}/${path}`;
async function ask(day: string, path: string, body?: object): Promise<string> {
  const answer = await bed.post(of(day, path), { party: HEAD, at: AT, ...(body && { body }) });
  const { type = '' } = answer.body as { type?: string };
  return `${answer.status} ${type.replace('urn:caravanserai:problem:', '')}`.trim();
}
/** Closes the day, or makes its next edition, with all that has arrived; the answer of the first step that is refused. */
async function issue(day: string, kind: 'closing' | 'revision' = 'closing'): Promise<string> {
  const proposed = await ask(day, kind, kind === 'revision' ? REASON : undefined);
  return proposed === '202' ? ask(day, 'closing/override', REASON) : proposed;
}
/** A unit reports this remark, as the only thing of the day. */
const remarks = (day: string, text: string, revision = 1) =>
  tell(
    bed,
    forwarded(
      'UZ-CHU',
      report(day, {
        remarks: [{ text, language: 'ru' }],
        ...(day > D7 && { kind: 'follow_up' }),
      }),
      { revision },
    ),
  );
async function textOf(day: string, words: string): Promise<BulletinText | undefined> {
  const { body } = await bed.get<{ texts: BulletinText[] }>(of(day, 'texts'), { party: HEAD, at: AT });
  return body.texts.find(({ original }) => original?.text === words);
}
/** Chooses the remark for the bulletin of the day; without an English text it is not finished. */
async function choose(day: string, words: string, en?: string): Promise<number> {
  const { textId = 'unlisted', version = 0 } = (await textOf(day, words)) ?? {};
  const body = { version, chosen: true, ...(en !== undefined && { en }) };
  return (await bed.put(of(day, `texts/${textId}`), { party: HEAD, at: AT, body })).status;
}
const printed = async () =>
  (await snapshots(bed)).map(({ operationDay, revision, texts }) => [
    operationDay,
    revision,
    texts.map(({ en, ru }) => `${en ?? '-'} / ${ru ?? '-'}`),
  ]);

describe('a text that is chosen and lacks a language', () => {
  it('keeps the first edition of a day from being made', async () => {
    await remarks(D5, 'Очередь.');
    expect(await choose(D5, 'Очередь.')).toBe(200);
    expect(await issue(D5)).toBe('409 bulletin-texts-unfinished');
    expect(await choose(D5, 'Очередь.', ENGLISH)).toBe(200);
    expect(await issue(D5)).toBe('202');
    expect(await printed()).toEqual([[D5, 0, [`${ENGLISH} / Очередь.`]]]);
  });

  it('keeps a revised edition from being made, whether its original printed the text or not', async () => {
    await remarks(D5, 'Очередь.');
    await choose(D5, 'Очередь.', ENGLISH);
    expect(await issue(D5)).toBe('202');
    await choose(D5, 'Очередь.');
    expect(await issue(D5, 'revision')).toBe('409 bulletin-texts-unfinished');
    await choose(D5, 'Очередь.', 'Queue.');
    await remarks(D5, 'Пересчёт.', 2);
    expect(await textOf(D5, 'Очередь.')).toBeUndefined();
    await choose(D5, 'Пересчёт.');
    expect(await issue(D5, 'revision')).toBe('409 bulletin-texts-unfinished');
    await choose(D5, 'Пересчёт.', 'Recount.');
    expect(await issue(D5, 'revision')).toBe('202');
    expect((await printed())[1]).toEqual([D5, 1, ['Recount. / Пересчёт.']]);
  });

  it('keeps a supplementary edition, and its revision, from being made', async () => {
    for (const day of [D5, D6, D7]) expect(await issue(day)).toBe('202');
    await remarks(LATE, 'Итог.');
    await choose(LATE, 'Итог.');
    expect(await issue(LATE)).toBe('409 bulletin-texts-unfinished');
    await choose(LATE, 'Итог.', 'Result.');
    expect(await issue(LATE)).toBe('202');
    await remarks(D7, 'Опись.');
    await choose(LATE, 'Опись.');
    expect(await issue(LATE, 'revision')).toBe('409 bulletin-texts-unfinished');
    await choose(LATE, 'Опись.', 'List.');
    expect(await issue(LATE, 'revision')).toBe('202');
    expect((await printed()).slice(3)).toEqual([
      [LATE, 0, ['Result. / Итог.']],
      [LATE, 1, ['List. / Опись.', 'Result. / Итог.']],
    ]);
  });

  it('is found on the day that it keeps open, also where the day before was revised since', async () => {
    expect(await issue(D5)).toBe('202');
    expect(await issue(D6)).toBe('202');
    await remarks(D5, 'Очередь.');
    await choose(D5, 'Очередь.', ENGLISH);
    expect(await issue(D5, 'revision')).toBe('202');
    // The revised edition of 6 September stands on the first one of 5 September, which did not tell the remark.
    expect(await choose(D6, 'Очередь.')).toBe(200);
    expect(await issue(D6, 'revision')).toBe('409 bulletin-texts-unfinished');
    expect(await choose(D6, 'Очередь.', ENGLISH)).toBe(200);
    expect(await issue(D6, 'revision')).toBe('202');
    expect((await printed()).at(-1)).toEqual([D6, 1, [`${ENGLISH} / Очередь.`]]);
    // The next day stands on the newest edition, which has told it.
    expect(await textOf(D7, 'Очередь.')).toBeUndefined();
  });
});
