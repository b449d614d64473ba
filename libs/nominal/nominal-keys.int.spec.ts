import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { createDataSource } from '#libs/persistence/data-source.js';
import { SecretBox } from '#libs/security/encryption/secret-box.js';
import { eventually } from '../../test/support/probe.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/postgres.js';
import { KeysDestroyedError, NominalKeys } from './nominal-keys.js';
import { NominalKeys1700000000060 } from './nominal-keys.migration.js';

const keys = new NominalKeys(new SecretBox(randomBytes(32)));
const others = new NominalKeys(new SecretBox(randomBytes(32)));
const DESTROY = `select nominal.destroy_keys('tiny', '2017-09-05T14:00:00Z', 'saidov')`;

let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await createTestDatabase();
  source = createDataSource({ databaseUrl: database.url, schema: 'nominal', migrations: [] });
  await source.initialize();
  const runner = source.createQueryRunner();
  await new NominalKeys1700000000060().up(runner);
  await runner.release();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const left = (): Promise<unknown[]> =>
  source.query('select 1 from nominal.data_key where wrapped is not null');

it('shows whether the master key is the one of the database', async () => {
  expect(await others.fits(source.manager)).toBe(true);
  await keys.forSealing(source.manager, 'tiny', 'UZ');
  expect(await keys.fits(source.manager)).toBe(true);
  expect(await others.fits(source.manager)).toBe(false);
});

it('leaves no key behind that was being made while the keys of its operation were destroyed', async () => {
  let destroying: Promise<unknown> | undefined;
  await source.transaction(async (manager) => {
    await keys.forSealing(manager, 'tiny', 'KZ');
    destroying = source.query(DESTROY);
    await eventually(
      async () => {
        const waiting = 'select 1 from pg_stat_activity where query = $1 and wait_event_type = $2';
        return (await source.query<unknown[]>(waiting, [DESTROY, 'Lock'])).length > 0;
      },
      { describe: 'the wait for the key that is being made' },
    );
  });
  await destroying;
  expect(await left()).toEqual([]);
  await expect(keys.forSealing(source.manager, 'tiny', 'AF')).rejects.toThrow(KeysDestroyedError);
  expect(await left()).toEqual([]);
});
