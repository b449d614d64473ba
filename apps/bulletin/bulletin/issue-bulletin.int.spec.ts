import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { type DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { eventually } from '../../../test/support/probe.js';
import { BulletinRenderingError } from '../rendering/bulletin-rendering.error.js';
import { type RenderedFile } from '../rendering/rendering.types.js';
import { BulletinRepository } from './bulletin.repository.js';
import {
  aClosedDay,
  ANALYST,
  type AskOptions,
  type BulletinFixture,
  type BulletinProcess,
  codeOf,
  ISSUED_AT,
  openBulletinService,
  PARTICIPANT,
} from './testing/bulletin-service.js';
import { stubFiles } from './testing/stub-files.js';

let service: BulletinFixture;
let other: BulletinProcess;

beforeAll(async () => {
  service = await openBulletinService();
  other = await service.another();
});
afterAll(() => service.close());
beforeEach(() => {
  for (const { renderer } of [service, other]) renders(renderer, async (at) => stubFiles(at));
});
afterEach(() => void jest.restoreAllMocks());

function renders(renderer: BulletinProcess['renderer'], make: (at: string) => Promise<RenderedFile[]>) {
  return jest
    .spyOn(renderer, 'render')
    .mockImplementation((_snapshot: DaySnapshot, issuedAt: string) => make(issuedAt));
}

async function drafted(operation: string, ...parts: Partial<DaySnapshot>[]): Promise<void> {
  for (const part of parts) await service.consume(aClosedDay(operation, part));
}

const issue = (path: string, options: AskOptions = {}, by: BulletinProcess = service) =>
  by.ask(`${path}/issue`, { method: 'POST', ...options });

const eventsOf = (operation: string) =>
  service.rows<{ value: Buffer; headers: Record<string, string> }>(
    'select value, headers from event where key = $1 order by sequence',
    operation,
  );

const stateOf = async (operation: string) =>
  (await service.rows<{ state: string }>('select state from bulletin where operation = $1', operation))[0]
    ?.state;

const filesOf = (operation: string) =>
  service.rows<{ language: string }>('select language from bulletin_file where operation = $1', operation);

const manifestsOf = (operation: string) =>
  service.rows('select place from bulletin_manifest where operation = $1', operation);

describe('issuing', () => {
  it('stores the files, marks the bulletin and announces it', async () => {
    const closed = aClosedDay('issued');
    await service.consume(closed);
    const response = await issue('issued/bulletins/1/revisions/0');
    expect(response.status).toBe(200);
    const answer = (await response.json()) as { files: { size: number }[] };
    const files = stubFiles(ISSUED_AT).map(({ language, format, sha256, bytes }) => ({
      language,
      format,
      sha256,
      size: bytes.length,
    }));
    expect(answer).toMatchObject({
      operation: 'issued',
      number: 1,
      revision: 0,
      state: 'issued',
      issuedAt: ISSUED_AT,
      snapshotHash: closed.snapshotHash,
      rendererVersion: service.renderer.version,
      referenceVersion: service.renderer.referenceVersion,
      files: expect.arrayContaining(files.map((file) => expect.objectContaining(file))),
    });
    expect(JSON.stringify(answer)).not.toContain('akhmetov');
    const [event, ...more] = await eventsOf('issued');
    expect(more).toEqual([]);
    expect(JSON.parse(event?.value.toString() ?? '')).toEqual({
      operation: 'issued',
      operationDay: '2017-09-05',
      number: 1,
      revision: 0,
      issuedAt: ISSUED_AT,
      snapshotHash: closed.snapshotHash,
      files,
      manifestHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      keyId: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(await service.rows(`select issued_by from bulletin where operation = 'issued'`)).toEqual([
      { issued_by: 'ocu_head/akhmetov' },
    ]);
  });

  it('names the characters that no font has', async () => {
    await drafted('glyphs', {});
    const answer = (await (await issue('glyphs/bulletins/1/revisions/0')).json()) as {
      files: Record<string, unknown>[];
    };
    expect(answer.files.map(({ name, charactersWithoutGlyph }) => [name, charactersWithoutGlyph])).toEqual([
      ['bulletin.en.html', undefined],
      ['bulletin.en.pdf', undefined],
      ['bulletin.json', undefined],
      ['bulletin.ru.html', undefined],
      ['bulletin.ru.pdf', ['𓀀']],
    ]);
  });

  it('gives the first answer when it is asked again, whenever that is', async () => {
    await drafted('again', {});
    const first: unknown = await (await issue('again/bulletins/1/revisions/0')).json();
    for (const at of ['2017-09-07T00:00:00Z', '2017-09-01T00:00:00Z']) {
      const again = await issue('again/bulletins/1/revisions/0', { at });
      expect([again.status, await again.json()]).toEqual([200, first]);
    }
    expect(await eventsOf('again')).toHaveLength(1);
    expect(service.renderer.render).toHaveBeenCalledTimes(1);
  });
});

describe('two at once', () => {
  const instants = ['2017-09-06T05:00:00.000Z', '2017-09-06T05:00:01.000Z'] as const;

  it('in one process render once and get one answer', async () => {
    await drafted('one-process', {});
    const answers = await Promise.all(
      instants.map(async (at) => (await issue('one-process/bulletins/1/revisions/0', { at })).json()),
    );
    expect(answers[0]).toMatchObject({ state: 'issued' });
    expect(answers[1]).toEqual(answers[0]);
    expect(await eventsOf('one-process')).toHaveLength(1);
    expect(service.renderer.render).toHaveBeenCalledTimes(1);
  });

  it('in two processes, both rendering, get the answer of the first to commit', async () => {
    await drafted('two-processes', {});
    const both = [service, other] as const;
    let rendering = 0;
    for (const { renderer } of both) {
      renders(renderer, async (at) => {
        rendering += 1;
        await eventually(() => rendering === 2, { describe: 'both processes to render' });
        return stubFiles(at);
      });
    }
    const answers = await Promise.all(
      both.map(async (by, place) =>
        (await issue('two-processes/bulletins/1/revisions/0', { at: instants[place] ?? '' }, by)).json(),
      ),
    );
    expect(answers[0]).toMatchObject({ state: 'issued' });
    expect(answers[1]).toEqual(answers[0]);
    expect(await eventsOf('two-processes')).toHaveLength(1);
    expect(await filesOf('two-processes')).toHaveLength(5);
  });

  it('commit files, manifest, state and event together or not at all', async () => {
    await drafted('together', {});
    const store = jest.spyOn(BulletinRepository.prototype, 'issue');
    store.mockImplementationOnce(async function (this: BulletinRepository, ...args) {
      await this.issue(...args);
      throw new Error('the process ends here');
    });
    expect((await issue('together/bulletins/1/revisions/0')).status).toBe(500);
    const kept = [filesOf('together'), manifestsOf('together'), eventsOf('together')];
    expect([await stateOf('together'), ...(await Promise.all(kept))]).toEqual(['draft', [], [], []]);
    expect((await issue('together/bulletins/1/revisions/0')).status).toBe(200);
  });
});

describe('the order', () => {
  it('of numbers is kept', async () => {
    await drafted('order', { number: 1 }, { number: 2 }, { number: 3 });
    const early = await issue('order/bulletins/2/revisions/0');
    expect([early.status, await codeOf(early)]).toEqual([409, 'bulletin-out-of-order']);
    const statuses = [];
    for (const number of [1, 2, 3])
      statuses.push((await issue(`order/bulletins/${number}/revisions/0`)).status);
    expect(statuses).toEqual([200, 200, 200]);
  });

  it('is kept before anything is rendered', async () => {
    await drafted('cheap', { number: 2 });
    await issue('cheap/bulletins/2/revisions/0');
    expect(service.renderer.render).not.toHaveBeenCalled();
  });

  it('of editions is kept: a revised one follows the one it replaces, also after the next number', async () => {
    await drafted('edition', { number: 1 }, { number: 1, revision: 1 }, { number: 2 });
    const early = await issue('edition/bulletins/1/revisions/1');
    expect([early.status, await codeOf(early)]).toEqual([409, 'bulletin-edition-out-of-order']);
    const statuses = [];
    for (const edition of ['1/revisions/0', '2/revisions/0', '1/revisions/1'])
      statuses.push((await issue(`edition/bulletins/${edition}`)).status);
    expect(statuses).toEqual([200, 200, 200]);
  });

  it('of instants is kept', async () => {
    await drafted('instants', {});
    const early = await issue('instants/bulletins/1/revisions/0', { at: '2017-09-06T04:31:11.999Z' });
    expect([early.status, await codeOf(early)]).toEqual([409, 'bulletin-before-closing']);
    expect((await issue('instants/bulletins/1/revisions/0', { at: '2017-09-06T04:31:12Z' })).status).toBe(
      200,
    );
  });
});

describe('a chosen text', () => {
  it('keeps the bulletin from being issued while it lacks a language without being marked', async () => {
    const text = { country: 'UZ', unit: 'UZ-ANG', operationDay: '2017-09-05', ru: 'Замечаний нет.' };
    await drafted('texts', { texts: [text] });
    const refused = await issue('texts/bulletins/1/revisions/0');
    expect([refused.status, await codeOf(refused)]).toEqual([409, 'bulletin-texts-incomplete']);
    expect([await stateOf('texts'), await filesOf('texts')]).toEqual(['draft', []]);
    expect(service.renderer.render).not.toHaveBeenCalled();
  });
});

describe('a refusal', () => {
  it.each([
    [ANALYST, 403, 'not-allowed'],
    [PARTICIPANT, 403, 'not-allowed'],
  ])('answers %s', async (as, status, code) => {
    await drafted('rights', {});
    const response = await issue('rights/bulletins/1/revisions/0', { as });
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
    expect(await stateOf('rights')).toBe('draft');
  });

  it.each([
    '2/revisions/0',
    '1/revisions/1',
    '0/revisions/0',
    '01/revisions/0',
    '1e3/revisions/0',
    '1/revisions/-1',
  ])('answers for bulletin %s, which does not exist', async (which) => {
    await drafted('unknown', {});
    const response = await issue(`unknown/bulletins/${which}`);
    expect([response.status, await codeOf(response)]).toEqual([404, 'bulletin-unknown']);
  });
});

describe('a rendering that fails', () => {
  it.each([
    [
      new BulletinRenderingError('figures-disagree', 'controls: 1 + 1 = 2, not 3'),
      500,
      'bulletin-rendering-failed',
    ],
    [
      new BulletinRenderingError('pdf-time-limit', 'not ready within 20000 ms'),
      503,
      'bulletin-rendering-unavailable',
    ],
    [new TypeError('no such template'), 500, 'bulletin-rendering-failed'],
  ])('with %p leaves the draft, says so and logs why', async (error, status, code) => {
    const operation = `fails-${error.message.length}`;
    await drafted(operation, {});
    renders(service.renderer, () => Promise.reject(error));
    const log = jest.spyOn(Logger.prototype, 'error');
    const response = await issue(`${operation}/bulletins/1/revisions/0`);
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
    expect([await stateOf(operation), await filesOf(operation), await eventsOf(operation)]).toEqual([
      'draft',
      [],
      [],
    ]);
    expect(log).toHaveBeenCalledWith(
      expect.objectContaining({ operation, number: 1, code, error: error.message }),
    );
    renders(service.renderer, async (at) => stubFiles(at));
    expect((await issue(`${operation}/bulletins/1/revisions/0`)).status).toBe(200);
  });

  it('lets eight wait at most, and renders one at a time', async () => {
    await drafted('crowd', {});
    let [running, most, release] = [0, 0, false];
    renders(service.renderer, async () => {
      most = Math.max(most, (running += 1));
      await eventually(() => release, { describe: 'the crowd to have come' });
      running -= 1;
      throw new BulletinRenderingError('pdf-program-failed', 'it ended');
    });
    let refusedAtOnce = 0;
    const asked = Array.from({ length: 12 }, async () => {
      const { status } = await issue('crowd/bulletins/1/revisions/0');
      if (!release) refusedAtOnce += 1;
      return status;
    });
    await eventually(() => refusedAtOnce === 4, { describe: 'four of twelve to be refused at once' });
    release = true;
    expect(new Set(await Promise.all(asked))).toEqual(new Set([503]));
    expect([most, refusedAtOnce]).toEqual([1, 4]);
  });
});
