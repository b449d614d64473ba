import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { IdentityBed } from '../testing/identity-bed.js';
import { RolesInOneOperation1700000000003 } from './1700000000003-roles-in-one-operation.js';

let bed: IdentityBed;
beforeAll(async () => {
  bed = await IdentityBed.start();
});
afterAll(() => bed.stop());

it('makes several organisations of the OCU the oldest one, with all their accounts', async () => {
  const migration = new RolesInOneOperation1700000000003();
  const runner = bed.services.dataSource('identity').createQueryRunner();
  await migration.down(runner);
  await bed.query(
    `insert into organisation (id, kind, name_en, name_ru, created_at, created_by)
     select gen_random_uuid(), 'ocu', n::text, n::text, timestamptz '2026-01-09' - n * interval '1 day', 'x'
     from generate_series(1, 3) n`,
  );
  await bed.query(
    `insert into account (id, name, mail, language, organisation, state, created_at, created_by)
     select gen_random_uuid(), name_en, 'a@b.example', 'en', id, 'invited', now(), 'x' from organisation`,
  );
  await migration.up(runner);
  await runner.release();
  expect(await bed.query('select name_en as name from organisation')).toEqual([{ name: '3' }]);
  expect(await bed.query('select count(*)::int as count from account')).toEqual([{ count: 3 }]);
});
