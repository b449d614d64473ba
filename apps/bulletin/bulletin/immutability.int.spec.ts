import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { aClosedDay, openBulletinService, type BulletinFixture } from './testing/bulletin-service.js';
import { stubFiles } from './testing/stub-files.js';

let service: BulletinFixture;
let admin: pg.Client;

beforeAll(async () => {
  service = await openBulletinService();
  jest.spyOn(service.renderer, 'render').mockImplementation(async (_snapshot, at) => stubFiles(at));
  await service.consume(aClosedDay('fixed'));
  await service.consume(aClosedDay('fixed', { number: 2 }));
  const answer = await service.ask('fixed/bulletins/1/revisions/0/issue', { method: 'POST' });
  expect(answer.status).toBe(200);
  admin = new pg.Client({ connectionString: service.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await service.close();
});

const RESTRICT_VIOLATION = { code: '23001' };

const allTables = async () => [
  await service.rows('select * from bulletin_manifest'),
  await service.rows('select * from bulletin order by number'),
  await service.rows('select * from bulletin_file order by language, format'),
];

/** Even for a superuser, whose search path leads elsewhere. */
async function refused(sql: string): Promise<void> {
  const before = await allTables();
  await expect(admin.query(sql)).rejects.toMatchObject(RESTRICT_VIOLATION);
  expect(await allTables()).toEqual(before);
}

describe('an issued bulletin', () => {
  it.each([
    `update bulletin.bulletin set issued_at = issued_at + interval '1 hour' where number = 1`,
    `update bulletin.bulletin set issued_by = 'ocu_head/other' where number = 1`,
    `update bulletin.bulletin set state = 'draft', issued_at = null, issued_by = null, reference_version = null,
       renderer_version = null where number = 1`,
    `delete from bulletin.bulletin where number = 1`,
    `truncate bulletin.bulletin cascade`,
  ])('refuses: %s', refused);
});

describe('the files of an issued bulletin', () => {
  it.each([
    `update bulletin.bulletin_file set characters_without_glyph = '{}'`,
    `update bulletin.bulletin_file set bytes = 'x', size = 1, sha256 = encode(sha256('x'), 'hex')`,
    `delete from bulletin.bulletin_file where format = 'json'`,
    `truncate bulletin.bulletin_file`,
    `insert into bulletin.bulletin_file
       values ('fixed', 1, 0, 'mul', 'pdf', 'x', encode(sha256('x'), 'hex'), 1, '{}')`,
  ])('refuse: %s', refused);
});

/** Adds a manifest for a bulletin; its text is of No. 2. */
const manifest = ({ number = 2, place = 2, previous = FIRST_HASH, hash = `encode(sha256(m), 'hex')` } = {}) =>
  `insert into bulletin.bulletin_manifest
     (operation, number, revision, place, manifest, manifest_hash, previous_hash, signature, key_id)
   select 'fixed', ${number}, 0, ${place}, m, ${hash}, ${previous}, 'e30..' || repeat('A', 86), 'k'
   from (select convert_to(jsonb_build_object('operation', 'fixed', 'number', 2, 'revision', 0, 'keyId', 'k',
     'previous', jsonb_build_object('manifestHash', ${previous}))::text, 'UTF8') as m) as made`;
const FIRST_HASH = '(select manifest_hash from bulletin.bulletin_manifest limit 1)';

describe('the manifest of an issued bulletin', () => {
  it.each([
    `update bulletin.bulletin_manifest set signature = 'e30..' || repeat('A', 86)`,
    `delete from bulletin.bulletin_manifest`,
    `truncate bulletin.bulletin_manifest cascade`,
    manifest({ number: 1 }),
  ])('refuses: %s', refused);

  it.each([
    ['a hash of other bytes', manifest({ hash: `repeat('0', 64)` }), '23514'],
    ['another number than its text says', manifest({ number: 3 }), '23514'],
    ['no manifest before it but the first', manifest({ previous: 'null' }), '23514'],
    ['the first place behind another', manifest({ place: 1 }), '23514'],
    ['a gap before it', manifest({ place: 3 }), '23503'],
    ['a hash before it that no manifest has', manifest({ previous: `repeat('1', 64)` }), '23503'],
  ])('cannot have %s', async (_what, sql, code) => {
    const before = await allTables();
    await expect(admin.query(sql)).rejects.toMatchObject({ code });
    expect(await allTables()).toEqual(before);
  });
});

describe('a draft', () => {
  it.each([
    `update bulletin.bulletin set snapshot = 'x', snapshot_hash = encode(sha256('x'), 'hex') where number = 2`,
    `update bulletin.bulletin set number = 3 where number = 2`,
    `update bulletin.bulletin set closed_at = closed_at - interval '1 day' where number = 2`,
  ])('refuses: %s', refused);

  it.each([
    `insert into bulletin.bulletin (operation, number, revision, operation_day, kind, state, closed_at, snapshot, snapshot_hash)
       values ('fixed', 9, 0, '2017-09-05', 'daily', 'draft', '2017-09-06', 'x', repeat('0', 64))`,
    `insert into bulletin.bulletin_file values ('fixed', 2, 0, 'en', 'pdf', 'x', repeat('0', 64), 1, '{}')`,
    `insert into bulletin.bulletin_file
       values ('fixed', 2, 0, 'en', 'pdf', 'x', encode(sha256('x'), 'hex'), 2, '{}')`,
    `update bulletin.bulletin set state = 'issued' where number = 2`,
    `update bulletin.bulletin set state = 'issued', issued_at = closed_at, issued_by = 'a', reference_version = 'b',
       renderer_version = 'c' where number = 2`,
    `${manifest()};
     update bulletin.bulletin set state = 'issued', issued_at = closed_at, issued_by = 'a', reference_version = 'b',
       renderer_version = 'c' where number = 2`,
    `update bulletin.bulletin set state = 'issued', issued_at = closed_at - interval '1 second', issued_by = 'a',
       reference_version = 'b', renderer_version = 'c' where number = 2`,
  ])('keeps to what its hashes, sizes and instants say: %s', async (sql) => {
    const before = await allTables();
    await expect(admin.query(sql)).rejects.toMatchObject({ code: '23514' });
    expect(await allTables()).toEqual(before);
  });
});
