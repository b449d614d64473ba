import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { type PublishedKeys } from '#libs/signing/published-key.js';
import { type SignedReceipt } from '#libs/signing/receipts/receipt.types.js';
import { verifyReceipts } from '#libs/signing/receipts/verify-receipts.js';
import {
  aClosedDay,
  ANALYST,
  type BulletinFixture,
  codeOf,
  HEAD,
  ISSUED_AT,
  openBulletinService,
} from '../../bulletin/testing/bulletin-service.js';
import { stubFiles } from '../../bulletin/testing/stub-files.js';
import { type CountryDeliveryAnswer, type LedgerAnswer, type MailboxAnswer } from './ledger.dto.js';

const UZ = 'contact_point:UZ/saidov';
const READER = 'participant:UZ/reader';
const KZ = 'contact_point:KZ/akhmetov';
const LATER = '2017-09-06T06:00:00.000Z';
const RECEIVED = stubFiles(ISSUED_AT)[0]?.sha256 ?? '';

let service: BulletinFixture;
beforeAll(async () => {
  service = await openBulletinService();
});
afterAll(() => service.close());
beforeEach(() => {
  jest.spyOn(service.renderer, 'render').mockImplementation(async (_day, at) => stubFiles(at));
});

/** Issues No. 1 of the operation; the address of its distribution. */
async function issued(operation: string, revision = 0): Promise<string> {
  const bulletin = `${operation}/bulletins/1/revisions/${revision}`;
  await service.consume(aClosedDay(operation, { revision }));
  expect((await service.ask(`${bulletin}/issue`, { method: 'POST' })).status).toBe(200);
  return `${bulletin}/distribution`;
}

const get = async <T>(path: string, as = ANALYST, at = LATER) =>
  (await (await service.ask(path, { as, at })).json()) as T;
const post = (path: string, as: string, body: object, at = LATER) =>
  service.ask(path, { as, at, method: 'POST', body });
const acknowledge = (distribution: string, sha256: string, as = UZ, country = 'UZ') =>
  post(`${distribution}/countries/${country}/acknowledge`, as, { sha256 });
const own = (distribution: string, as = UZ) => get<CountryDeliveryAnswer>(`${distribution}/countries/UZ`, as);

describe('the distribution of a bulletin', () => {
  it('begins with its issue: a row for each country, in the mailbox at once', async () => {
    const distribution = await issued('begins');
    const { deliveries } = await get<LedgerAnswer>(distribution);
    expect(deliveries.map(({ country }) => country)).toEqual([
      'AF',
      'AZ',
      'GE',
      'KG',
      'KZ',
      'PK',
      'TJ',
      'TM',
      'UZ',
    ]);
    expect(deliveries[8]).toEqual({
      country: 'UZ',
      state: 'delivered',
      queuedAt: ISSUED_AT,
      acknowledgeBy: '2017-09-07T05:00:00.000Z',
      changedAt: ISSUED_AT,
      channels: [{ channel: 'mailbox', state: 'delivered', attempts: 0, changedAt: ISSUED_AT }],
      receipts: [],
      otherHashes: [],
      warnings: [],
    });
    const { steps } = await own(distribution);
    const by = { channel: 'mailbox', at: ISSUED_AT, by: 'ocu_head', origin: 'issue' };
    expect(steps).toEqual([
      { ...by, step: 'queued' },
      { ...by, step: 'delivered' },
    ]);
    expect(await get<LedgerAnswer>(distribution, ANALYST, '2017-09-07T05:00:00.001Z')).toMatchObject({
      deliveries: Array(9).fill({ warnings: ['overdue'] }),
    });
  });

  it('has a row for each edition', async () => {
    await issued('editions');
    await issued('editions', 1);
    const { entries } = await get<MailboxAnswer>('editions/mailboxes/UZ', READER);
    expect(entries).toMatchObject([
      { number: 1, revision: 1, operationDay: '2017-09-05', state: 'delivered', superseded: false },
      { number: 1, revision: 0, superseded: true },
    ]);
  });

  it('tells of the first reading by somebody of the country', async () => {
    const distribution = await issued('opened');
    const file = 'opened/bulletins/1/revisions/0/files/bulletin.ru.html';
    await service.ask(file, { as: READER, method: 'HEAD' });
    await service.ask(file, { as: HEAD });
    await service.ask(file, { as: KZ });
    expect((await own(distribution)).delivery.state).toBe('delivered');
    for (const at of [LATER, '2017-09-06T07:00:00.000Z']) await service.ask(file, { as: READER, at });
    const { delivery, steps } = await own(distribution);
    expect(delivery).toMatchObject({ state: 'opened', changedAt: LATER });
    expect(steps.slice(2)).toEqual([{ step: 'opened', at: LATER, by: 'participant:UZ', origin: 'api' }]);
  });
});

describe('a receipt', () => {
  it('names what was received; again it is the first answer', async () => {
    const distribution = await issued('receipts');
    const first = await (await acknowledge(distribution, RECEIVED)).json();
    expect(first).toMatchObject({
      delivery: {
        state: 'acknowledged',
        receipts: [
          {
            kind: 'acknowledged',
            sha256: RECEIVED,
            file: 'bulletin.en.html',
            by: 'contact_point:UZ',
            at: LATER,
          },
        ],
        warnings: [],
      },
    });
    const [other] = await service.rows<{ hash: string }>(
      `select manifest_hash as hash from bulletin_manifest where operation = 'receipts'`,
    );
    const again = await post(
      `${distribution}/countries/UZ/acknowledge`,
      READER,
      { sha256: other?.hash },
      '2017-09-06T09:00:00.000Z',
    );
    expect([again.status, await again.json()]).toEqual([200, first]);
  });

  it.each(['f'.repeat(64), stubFiles(LATER)[0]?.sha256 ?? ''])(
    'that names another hash is refused and told: %s',
    async (sha256) => {
      const distribution = await issued(`other-${sha256.slice(0, 8)}`);
      for (const times of [1, 2]) {
        const refused = await acknowledge(distribution, sha256);
        expect([times, refused.status, await codeOf(refused)]).toEqual([times, 409, 'received-hash-differs']);
      }
      const { deliveries } = await get<LedgerAnswer>(distribution);
      expect(deliveries[8]).toMatchObject({
        state: 'delivered',
        otherHashes: [{ sha256, at: LATER }],
        warnings: ['other_hash'],
      });
    },
  );

  it('of another country is neither given nor told of, whether or not there is one', async () => {
    const distribution = await issued('foreign');
    for (const country of ['UZ', 'XX', 'uz', 'DE'])
      for (const bulletin of [distribution, distribution.replace('/1/', '/99/')]) {
        const row = `${bulletin}/countries/${country}`;
        const answers = [
          await service.ask(row, { as: KZ }),
          await acknowledge(bulletin, RECEIVED, KZ, country),
          await post(`${row}/refuse`, KZ, { reason: 'x' }),
          await service.ask(`foreign/mailboxes/${country}`, { as: KZ }),
        ];
        const told = await Promise.all(answers.map(async (one) => [one.status, await codeOf(one)]));
        expect(told).toEqual(Array(4).fill([403, 'not-allowed']));
      }
    for (const path of [distribution, 'foreign/receipts'])
      expect((await service.ask(path, { as: KZ })).status).toBe(403);
    expect((await acknowledge(distribution, RECEIVED, ANALYST)).status).toBe(403);
    expect((await acknowledge(distribution, RECEIVED, 'pcu_officer:UZ-ANG/x')).status).toBe(403);
    const stranger = await acknowledge(distribution, RECEIVED, 'contact_point:DE/x', 'DE');
    expect([stranger.status, await codeOf(stranger)]).toEqual([404, 'delivery-unknown']);
    expect((await get<LedgerAnswer>(distribution)).deliveries.map(({ state }) => state)).toEqual(
      Array(9).fill('delivered'),
    );
  });

  it('may refuse with a reason; acknowledging settles it, and then it stays', async () => {
    const distribution = await issued('refused');
    const refuse = (reason: string) => post(`${distribution}/countries/UZ/refuse`, UZ, { reason });
    expect((await refuse('  ')).status).toBe(400);
    expect(await (await refuse(' Page 2 is blank ')).json()).toMatchObject({
      delivery: {
        state: 'refused',
        receipts: [{ kind: 'refused', reason: 'Page 2 is blank' }],
        warnings: ['refused'],
      },
    });
    expect(await (await acknowledge(distribution, RECEIVED)).json()).toMatchObject({
      delivery: { state: 'acknowledged', receipts: [{ kind: 'refused' }, { kind: 'acknowledged' }] },
    });
    const after = await refuse('Second thoughts');
    expect([after.status, await codeOf(after)]).toEqual([409, 'receipt-given-already']);
  });

  it('that names another hash is refused to eight countries at once', async () => {
    const distribution = await issued('at-once');
    const countries = ['AF', 'AZ', 'GE', 'KG', 'KZ', 'PK', 'TJ', 'UZ'];
    const answers = await Promise.all(
      countries.map((country) =>
        acknowledge(distribution, 'f'.repeat(64), `contact_point:${country}/x`, country),
      ),
    );
    expect(answers.map((one) => one.status)).toEqual(Array(8).fill(409));
  });

  it('of eight countries at once makes one chain', async () => {
    const distribution = await issued('together');
    const countries = ['AF', 'AZ', 'GE', 'KG', 'KZ', 'PK', 'TJ', 'UZ'];
    const answers = await Promise.all(
      countries.map((country) => acknowledge(distribution, RECEIVED, `contact_point:${country}/x`, country)),
    );
    expect(answers.map((one) => one.status)).toEqual(Array(8).fill(200));
    const links = await service.rows<{ place: number }>(
      `select place from delivery_receipt where operation = 'together' order by place`,
    );
    expect(links.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('needs an issued bulletin', async () => {
    await service.consume(aClosedDay('draft'));
    const refused = await acknowledge('draft/bulletins/1/revisions/0/distribution', RECEIVED);
    expect([refused.status, await codeOf(refused)]).toEqual([404, 'bulletin-not-issued']);
  });
});

describe('the receipts of an operation', () => {
  const read = async (operation: string) =>
    (await get<{ receipts: SignedReceipt[] }>(`${operation}/receipts`)).receipts;
  const keys = async () =>
    ((await (await fetch(`${await service.app.getUrl()}/api/bulletin/keys`)).json()) as PublishedKeys).keys;
  async function asAdmin(...statements: string[]): Promise<void> {
    const admin = new pg.Client({ connectionString: service.adminUrl });
    await admin.connect();
    for (const sql of ['set session_replication_role = replica', ...statements]) await admin.query(sql);
    await admin.end();
  }

  it('follow each other, are signed, and are detected when they were altered in the database', async () => {
    const distribution = await issued('chain');
    await Promise.all(
      ['UZ', 'KZ', 'KG'].map((country) =>
        acknowledge(distribution, RECEIVED, `contact_point:${country}/x`, country),
      ),
    );
    const good = await read('chain');
    expect([good.length, await verifyReceipts(good, await keys())]).toEqual([3, []]);
    await asAdmin(
      `alter table bulletin.delivery_receipt drop constraint delivery_receipt_operation_previous_place_previous_hash_fkey`,
      `update bulletin.delivery_receipt set record = convert_to(replace(convert_from(record, 'UTF8'), '06:00', '07:00'), 'UTF8'),
         record_hash = encode(sha256(convert_to(replace(convert_from(record, 'UTF8'), '06:00', '07:00'), 'UTF8')), 'hex')
       where operation = 'chain' and country = 'UZ'`,
      `delete from bulletin.delivery_receipt where operation = 'chain' and country = 'KG'`,
    );
    const { deliveries } = await get<LedgerAnswer>(distribution);
    const warnings = Object.fromEntries(deliveries.map((one) => [one.country, one.warnings]));
    expect(warnings).toMatchObject({ UZ: ['receipt_not_genuine'], KZ: [], KG: ['receipt_missing'] });
    const again = await acknowledge(distribution, RECEIVED);
    expect([again.status, await codeOf(again)]).toEqual([409, 'receipt-not-genuine']);
    const codes = (await verifyReceipts(await read('chain'), await keys())).map(({ code }) => code);
    expect(codes).toContain('receipt-altered');
    expect(codes.some((code) => code === 'receipt-missing' || code === 'receipt-out-of-chain')).toBe(true);
  });

  it('cannot be changed by the service itself, nor can the steps', async () => {
    await acknowledge(await issued('kept'), RECEIVED);
    for (const table of ['delivery_receipt', 'delivery_change']) {
      await expect(service.rows(`delete from ${table} where operation = 'kept'`)).rejects.toThrow(/neither/);
      await expect(service.rows(`update ${table} set country = 'KZ'`)).rejects.toThrow(/neither/);
    }
  });
});
