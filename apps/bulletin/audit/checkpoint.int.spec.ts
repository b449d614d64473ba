import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { Sealer } from '#libs/audit/sealing/sealer.js';
import { auditFindingInWords } from '#libs/audit/verification/audit-messages.js';
import { databaseSource } from '#libs/audit/verification/audit-source.js';
import { exportLines, fileSource } from '#libs/audit/verification/export-file.js';
import { verifyAudit } from '#libs/audit/verification/verify-audit.js';
import { type BulletinManifest } from '#libs/contracts/bulletin/bulletin-manifest.dto.js';
import { SystemClock } from '#libs/observability/clock.js';
import { createLogger } from '#libs/observability/logger.js';
import { type PublishedKey, readPublishedKeys } from '#libs/signing/published-key.js';
import { eventually } from '../../../test/support/probe.js';
import {
  aClosedDay,
  type BulletinFixture,
  ISSUED_AT,
  openBulletinService,
} from '../bulletin/testing/bulletin-service.js';
import { stubFiles } from '../bulletin/testing/stub-files.js';
import { AuditCheckpoints } from './audit-checkpoint.job.js';

let service: BulletinFixture;
let admin: pg.Client;
let keys: readonly PublishedKey[];
let folder: string;
const manifests: BulletinManifest[] = [];

/** Entries that are sealed. */
async function record(count: number): Promise<void> {
  for (let n = 0; n < count; n++)
    await service.rows(
      `insert into audit_entry (kind, at, actor_kind, actor, action, outcome)
       values ('change', now(), 'account', 'akhmetov', 'bulletin.issue', 'done')`,
    );
  const sealer = new Sealer({
    ...{ databaseUrl: service.adminUrl, schema: 'bulletin', log: createLogger('audit', 'silent') },
  });
  sealer.start();
  const waiting = () => service.rows('select 1 from audit_unsealed');
  await eventually(async () => (await waiting()).length === 0, { describe: 'all seals' });
  await sealer.stop();
}

async function issue(number: number): Promise<void> {
  await service.consume(aClosedDay('audited', { number }));
  const edition = `audited/bulletins/${number}/revisions/0`;
  expect(await service.ask(`${edition}/issue`, { method: 'POST', at: ISSUED_AT })).toMatchObject({
    status: 200,
  });
  manifests.push((await (await service.ask(`${edition}/files/manifest.json`)).json()) as BulletinManifest);
}

beforeAll(async () => {
  service = await openBulletinService();
  jest.spyOn(service.renderer, 'render').mockImplementation(async (_snapshot, at) => stubFiles(at));
  folder = await mkdtemp(path.join(tmpdir(), 'trail-'));
  admin = new pg.Client({ connectionString: service.adminUrl, options: '-c search_path=bulletin' });
  await admin.connect();
  await issue(1);
  await record(3);
  await issue(2);
  await record(4);
  await issue(3);
  const keysFile = path.join(service.keyFolder, 'keys.json');
  keys = (await readPublishedKeys(await readFile(keysFile, 'utf8'), keysFile)).keys;
});
afterAll(async () => {
  await admin.end();
  await service.close();
  await rm(folder, { recursive: true });
});

const source = () =>
  databaseSource({ query: async (sql, values) => (await admin.query(sql, values)).rows as never });

async function findings(...statements: readonly string[]) {
  await admin.query('begin');
  try {
    await admin.query('set local session_replication_role = replica');
    for (const sql of statements) expect((await admin.query(sql)).rowCount).not.toBe(0);
    return (await verifyAudit(source(), keys)).findings;
  } finally {
    await admin.query('rollback');
  }
}

describe('a bulletin', () => {
  it('names in its manifest how far the audit trail went', async () => {
    const heads = await service.rows<{ position: string; hash: string }>(
      'select position, hash from audit_seal where position in (3, 7) order by position',
    );
    expect(manifests.map(({ auditCheckpoint }) => auditCheckpoint)).toEqual([
      undefined,
      ...heads.map(({ position, hash }) => ({ sequence: Number(position), hash })),
    ]);
  });

  it('makes a signed checkpoint, and the whole trail is verified with the published key', async () => {
    expect(await verifyAudit(source(), keys)).toMatchObject({
      ...{ checkpoints: 2, manifests: 3, findings: [] },
      chains: [{ service: 'bulletin', count: 7, position: 7 }],
    });
  });
});

it('an exported trail says the same, and a changed line of it is found', async () => {
  const file = path.join(folder, 'trail.jsonl');
  const lines: string[] = [];
  for await (const line of exportLines(source())) lines.push(line);
  await writeFile(file, lines.join(''));
  expect(await verifyAudit(fileSource(file), keys)).toEqual(await verifyAudit(source(), keys));
  await writeFile(file, lines.join('').replace('"actor":"akhmetov"', '"actor":"akhmetow"'));
  expect((await verifyAudit(fileSource(file), keys)).findings).toMatchObject([
    { code: 'entry-altered', position: 1 },
  ]);
  await writeFile(file, `${lines.join('')}{"type":"seal"}\n`);
  await expect(verifyAudit(fileSource(file), keys)).rejects.toThrow(/line 13 is no line of an exported/);
});

describe('what is found', () => {
  it('that no checkpoint is left of a trail that is older than two hours', async () => {
    const later = (hours: number) =>
      new Date(Date.parse(new SystemClock().now()) + hours * 3_600_000).toISOString();
    await admin.query('begin');
    try {
      await admin.query('set local session_replication_role = replica; delete from audit_checkpoint');
      expect((await verifyAudit(source(), keys, [], later(1))).findings).toEqual([]);
      const { findings: some } = await verifyAudit(source(), keys, [], later(3));
      expect(some).toEqual([{ code: 'checkpoints-missing', service: 'bulletin' }]);
      expect(some.map((one) => auditFindingInWords(one, 'en'))[0]).toMatch(/not one checkpoint/);
    } finally {
      await admin.query('rollback');
    }
    expect((await verifyAudit(source(), keys, [], later(3))).findings).toEqual([]);
  });

  it.each([
    [
      `update audit_checkpoint set statement = replace(statement, '"position":3', '"position":2')`,
      'checkpoint-altered',
      '1',
    ],
    [
      `update audit_checkpoint set signature = overlay(signature placing 'AA' from length(signature) - 6) where number = 2`,
      'checkpoint-altered',
      '2',
    ],
    ['delete from audit_checkpoint where number = 1', 'checkpoint-missing', '1'],
    [
      `update bulletin_manifest set signature = overlay(signature placing 'AA' from length(signature) - 6) where number = 2`,
      'manifest-altered',
      'audited 2/0',
    ],
  ])('%s', async (sql, code, of) => {
    expect(await findings(sql)).toContainEqual({ code, service: 'bulletin', of });
  });

  it('a tail that is cut off with its checkpoint: the manifest names it still', async () => {
    const found = await findings(
      'delete from audit_entry where id in (select entry from audit_seal where position > 5)',
      'delete from audit_seal where position > 5',
      'delete from audit_checkpoint where number = 2',
    );
    expect(found).toEqual([{ code: 'chain-truncated', service: 'bulletin', position: 7, of: 'audited 3/0' }]);
    expect(found.map((one) => auditFindingInWords(one, 'en'))).toEqual([
      'bulletin, position 7: the manifest of audited 3/0 names this position, but the chain ends before it; its end was cut off.',
    ]);
  });

  it('has words of its own in both languages, with service, position and row', async () => {
    const [altered] = await findings(
      `update audit_entry set outcome = 'dond' where id = (select min(id) from audit_entry)`,
    );
    const words = (['en', 'ru'] as const).map(
      (language) => altered && auditFindingInWords(altered, language),
    );
    expect(words).toEqual([
      'bulletin, position 1: row 1 of audit_entry was altered after it was sealed.',
      'bulletin, позиция 1: строка 1 таблицы audit_entry изменена после запечатывания.',
    ]);
  });
});

it('a checkpoint is made once an hour, where there is something new', async () => {
  const job = service.app.get(AuditCheckpoints);
  const count = async () => (await service.rows('select 1 from audit_checkpoint')).length;
  const before = await count();
  const inTwoHours = new Date(Date.parse(new Date().toISOString()) + 7_200_000).toISOString();
  await job.run(inTwoHours);
  expect(await count()).toBe(before);
  await record(1);
  await job.run(new Date().toISOString());
  expect(await count()).toBe(before);
  await job.run(inTwoHours);
  expect(await count()).toBe(before + 1);
});
