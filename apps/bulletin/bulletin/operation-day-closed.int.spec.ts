import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '#libs/contracts/canonical-json.js';
import { aClosedDay, openBulletinService, type BulletinFixture } from './testing/bulletin-service.js';

let service: BulletinFixture;

beforeAll(async () => {
  service = await openBulletinService();
});
afterAll(() => service.close());

const kept = (operation: string) =>
  service.rows<Record<string, unknown>>(
    'select number, revision, state, snapshot, snapshot_hash from bulletin where operation = $1 order by 1, 2',
    operation,
  );

describe('a closed day', () => {
  it('becomes a draft with the bytes that were hashed', async () => {
    const event = aClosedDay('kept', { number: 5 });
    await service.consume(event);
    expect(await kept('kept')).toEqual([
      {
        number: 5,
        revision: 0,
        state: 'draft',
        snapshot: Buffer.from(canonicalJson(event.snapshot)),
        snapshot_hash: event.snapshotHash,
      },
    ]);
  });

  it('changes nothing when it is told twice', async () => {
    const event = aClosedDay('twice');
    await service.consume(event);
    const first = await kept('twice');
    await service.consume(event);
    expect(await kept('twice')).toEqual(first);
  });

  it('is kept once for each edition', async () => {
    await service.consume(aClosedDay('editions'));
    await service.consume(aClosedDay('editions', { revision: 1 }));
    expect((await kept('editions')).map(({ revision }) => revision)).toEqual([0, 1]);
  });

  it('is refused for good where another snapshot has its number', async () => {
    await service.consume(aClosedDay('taken'));
    const first = await kept('taken');
    const other = aClosedDay('taken', { basisCount: 72 });
    await expect(service.consume(other)).rejects.toMatchObject({
      name: 'PermanentEventError',
      code: 'bulletin.number-taken',
    });
    expect(await kept('taken')).toEqual(first);
  });

  it('is refused for good when its hash differs', async () => {
    const event = { ...aClosedDay('forged'), snapshotHash: 'a'.repeat(64) };
    await expect(service.consume(event)).rejects.toMatchObject({
      name: 'PermanentEventError',
      code: 'snapshot.hash-differs',
    });
    expect(await kept('forged')).toEqual([]);
  });

  it.each([
    ['operation', { operation: 'elsewhere' }],
    ['day', { operationDay: '2017-09-06' }],
  ])('is refused for good when its snapshot is about another %s', async (_what, part) => {
    await expect(service.consume({ ...aClosedDay('strayed'), ...part })).rejects.toMatchObject({
      name: 'PermanentEventError',
      code: 'snapshot.of-another-day',
    });
  });

  it('is refused for good when its snapshot has no canonical form', async () => {
    const event = aClosedDay('inexact');
    const snapshot = Object.assign(event.snapshot, { basisCount: 2 ** 60 });
    await expect(service.consume({ ...event, snapshot })).rejects.toMatchObject({
      name: 'PermanentEventError',
      code: 'snapshot.not-canonical',
    });
  });
});
