import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256Hex } from '#libs/contracts/canonical-json.js';
import { STYLESHEET_CSP_SOURCE } from '../rendering/html/render-html.js';
import { aFullDay, aRevisedDay, aSupplementaryDay } from '../testing/a-full-day.js';
import {
  aClosedDay,
  ANALYST,
  codeOf,
  HEAD,
  ISSUED_AT,
  openBulletinService,
  PARTICIPANT,
  type BulletinFixture,
} from './testing/bulletin-service.js';

let service: BulletinFixture;

const FIRST = 'chemical-check-1/bulletins/1/revisions/0';
const DRAFT = 'chemical-check-1/bulletins/2/revisions/0';

/** The real renderer: HTML, PDF, JSON. */
beforeAll(async () => {
  service = await openBulletinService();
  await service.consume(aClosedDay('chemical-check-1', { ...aFullDay(), number: 1, revision: 0 }));
  await service.consume(aClosedDay('chemical-check-1', { number: 2 }));
  const later = { ...aSupplementaryDay(), number: 1, revision: 0 };
  await service.consume(aClosedDay('later', later));
  await service.consume(aClosedDay('later', { ...aRevisedDay(), number: 1, revision: 1 }));
  const answer = await service.ask(`${FIRST}/issue`, { method: 'POST' });
  expect(answer.status).toBe(200);
});
afterAll(() => service.close());

interface Read {
  readonly number: number;
  readonly state: string;
  readonly files?: readonly {
    name: string;
    language: string;
    format: string;
    sha256: string;
    size: number;
  }[];
}

const read = async (path: string, as = HEAD): Promise<Read> =>
  (await service.ask(path, { as })).json() as never;

const list = async (as: string) =>
  ((await (await service.ask('chemical-check-1/bulletins', { as })).json()) as { bulletins: Read[] })
    .bulletins;

describe('the list', () => {
  it('shows editions by number and revision, and which are supplementary', async () => {
    const answer = await service.ask('later/bulletins');
    expect(((await answer.json()) as { bulletins: object[] }).bulletins).toMatchObject([
      { number: 1, revision: 0, kind: 'supplementary', operationDay: '2017-10-15' },
      { number: 1, revision: 1, kind: 'daily' },
    ]);
  });

  it('shows drafts to the OCU alone', async () => {
    const both = [
      [1, 'issued'],
      [2, 'draft'],
    ];
    for (const [as, expected] of [
      [HEAD, both],
      [ANALYST, both],
      [PARTICIPANT, [[1, 'issued']]],
    ] as const) {
      expect((await list(as)).map(({ number, state }) => [number, state])).toEqual(expected);
    }
  });

  it('says of each what reading it says', async () => {
    expect(await list(HEAD)).toEqual([await read(FIRST), await read(DRAFT)]);
  });

  it('is empty for an operation without closed days and refuses what is no code', async () => {
    const response = await service.ask('another/bulletins');
    expect([response.status, await response.json()]).toEqual([200, { bulletins: [] }]);
    for (const path of ['Chemical/bulletins', `${'x'.repeat(61)}/bulletins`]) {
      const refused = await service.ask(path);
      expect([refused.status, await codeOf(refused)]).toEqual([404, 'operation-unknown']);
    }
  });
});

describe('a file', () => {
  it('has the bytes, the hash and the size that were recorded', async () => {
    const { files = [] } = await read(FIRST, PARTICIPANT);
    expect(files.map(({ name }) => name)).toEqual([
      'bulletin.en.html',
      'bulletin.en.pdf',
      'bulletin.json',
      'bulletin.ru.html',
      'bulletin.ru.pdf',
    ]);
    for (const { name, sha256, size } of files) {
      const response = await service.ask(`${FIRST}/files/${name}`, { as: PARTICIPANT });
      const bytes = Buffer.from(await response.arrayBuffer());
      expect([name, sha256Hex(bytes), bytes.length]).toEqual([name, sha256, size]);
      expect(response.headers.get('etag')).toBe(`"${sha256}"`);
    }
  });

  const style = STYLESHEET_CSP_SOURCE;
  const FRAMES = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  it.each([
    [
      'bulletin.en.html',
      'text/html; charset=utf-8',
      'en',
      'bulletin-001.en.html',
      `default-src 'none'; style-src ${style}; ${FRAMES}`,
    ],
    [
      'bulletin.ru.html',
      'text/html; charset=utf-8',
      'ru',
      'bulletin-001.ru.html',
      `default-src 'none'; style-src ${style}; ${FRAMES}`,
    ],
    ['bulletin.en.pdf', 'application/pdf', 'en', 'bulletin-001.en.pdf', FRAMES],
    ['bulletin.ru.pdf', 'application/pdf', 'ru', 'bulletin-001.ru.pdf', FRAMES],
    [
      'bulletin.json',
      'application/json; charset=utf-8',
      null,
      'bulletin-001.json',
      `default-src 'none'; ${FRAMES}`,
    ],
  ])('%s has its headers', async (file, type, language, download, policy) => {
    const { headers } = await service.ask(`${FIRST}/files/${file}`);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('content-language')).toBe(language);
    expect(headers.get('content-disposition')).toBe(`inline; filename="${download}"`);
    expect(headers.get('content-security-policy')).toBe(policy);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('private, no-cache');
  });

  it('is what its name says', async () => {
    const text = async (name: string) => (await service.ask(`${FIRST}/files/${name}`)).text();
    expect(await text('bulletin.en.html')).toContain('<html lang="en">');
    expect(await text('bulletin.ru.html')).toContain('<html lang="ru">');
    expect((await text('bulletin.en.pdf')).startsWith('%PDF-')).toBe(true);
    expect(JSON.parse(await text('bulletin.json'))).toMatchObject({
      issuedAt: ISSUED_AT,
      rendererVersion: service.renderer.version,
      snapshot: { number: 1 },
    });
  });

  it('needs no styles or scripts beside its one stylesheet', async () => {
    const page = await (await service.ask(`${FIRST}/files/bulletin.ru.html`)).text();
    expect(page.match(/<style/g)).toHaveLength(1);
    expect(page).not.toMatch(/ style=|<script|<link|<img| on[a-z]+=/);
  });

  it('is not sent again to who has it', async () => {
    const { headers } = await service.ask(`${FIRST}/files/bulletin.en.pdf`);
    const etag = headers.get('etag') ?? '';
    // Without a Cache-Control of our own, fetch would ask for a fresh copy.
    const known = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
    const again = await service.ask(`${FIRST}/files/bulletin.en.pdf`, { headers: known });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const head = await service.ask(`${FIRST}/files/bulletin.en.pdf`, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
  });

  it.each([
    [`${DRAFT}/files/bulletin.en.pdf`, HEAD, 'bulletin-not-issued'],
    [`${DRAFT}/files/bulletin.en.pdf`, PARTICIPANT, 'bulletin-not-issued'],
    [DRAFT, PARTICIPANT, 'bulletin-not-issued'],
    ['chemical-check-1/bulletins/3/revisions/0', HEAD, 'bulletin-unknown'],
    ['chemical-check-1/bulletins/3/revisions/0/files/bulletin.json', HEAD, 'bulletin-unknown'],
    [`${FIRST}/files/bulletin.kk.pdf`, HEAD, 'bulletin-file-unknown'],
    [`${FIRST}/files/bulletin.en.json`, HEAD, 'bulletin-file-unknown'],
    [`${FIRST}/files/..%2Fbulletin.json`, HEAD, 'bulletin-file-unknown'],
  ])('%s is nothing for %s', async (path, as, code) => {
    const response = await service.ask(path, { as });
    expect([response.status, await codeOf(response)]).toEqual([404, code]);
  });

  it('says in Russian that it is not there yet', async () => {
    const response = await service.ask(`${DRAFT}/files/bulletin.ru.pdf`, {
      headers: { 'accept-language': 'ru' },
    });
    expect(await response.json()).toMatchObject({
      title: 'Бюллетень не издан',
      detail: expect.stringContaining('№ 2/Rev.0'),
    });
  });
});

describe('the preview of a draft', () => {
  it.each([
    ['en', 'Draft, not issued'],
    ['ru', 'Проект, не\u00a0издан'],
  ])('says in %s that it is a draft', async (language, words) => {
    const response = await service.ask(`${DRAFT}/preview.${language}.html`, { as: ANALYST });
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain(`<html lang="${language}">`);
    for (const [tag, place] of [
      [`<title>${words} · `, 'title of the page'],
      [`<p class="marking">${words} · `, 'marking'],
      [` · ${words}</h1>`, 'heading'],
      [`<dd>${words}</dd>`, 'instant of issue'],
    ]) {
      expect([place, page.includes(tag ?? '')]).toEqual([place, true]);
    }
    expect(response.headers.get('content-disposition')).toBe(`inline; filename="draft-002.${language}.html"`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toContain(STYLESHEET_CSP_SOURCE);
  });

  it('is for the OCU', async () => {
    const response = await service.ask(`${DRAFT}/preview.en.html`, { as: PARTICIPANT });
    expect([response.status, await codeOf(response)]).toEqual([403, 'not-allowed']);
  });

  it('ends with the issue', async () => {
    const response = await service.ask(`${FIRST}/preview.en.html`);
    expect([response.status, await codeOf(response)]).toEqual([409, 'state-conflict']);
  });

  it('is refused where the figures disagree', async () => {
    const closed = aClosedDay('false-sum');
    const snapshot = { ...closed.snapshot, day: { ...closed.snapshot.day, controls: 1 } };
    await service.consume(aClosedDay('false-sum', snapshot));
    const response = await service.ask('false-sum/bulletins/1/revisions/0/preview.en.html');
    expect([response.status, await codeOf(response)]).toEqual([500, 'bulletin-rendering-failed']);
    const issued = await service.ask('false-sum/bulletins/1/revisions/0/issue', { method: 'POST' });
    expect(await issued.json()).toMatchObject({ detail: expect.stringContaining('figures-disagree') });
  });
});
