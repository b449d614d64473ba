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

const bothTables = async () => [
  await service.rows('select * from bulletin order by number'),
  await service.rows('select * from bulletin_file order by language, format'),
];

/** Even for a superuser, whose search path leads elsewhere. */
async function refused(sql: string): Promise<void> {
  const before = await bothTables();
  await expect(admin.query(sql)).rejects.toMatchObject(RESTRICT_VIOLATION);
  expect(await bothTables()).toEqual(before);
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
    `update bulletin.bulletin set state = 'issued', issued_at = closed_at - interval '1 second', issued_by = 'a',
       reference_version = 'b', renderer_version = 'c' where number = 2`,
  ])('keeps to what its hashes, sizes and instants say: %s', async (sql) => {
    const before = await bothTables();
    await expect(admin.query(sql)).rejects.toMatchObject({ code: '23514' });
    expect(await bothTables()).toEqual(before);
  });
});
