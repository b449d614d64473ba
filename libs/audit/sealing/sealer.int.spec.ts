import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { eventually } from '../../../test/support/probe.js';
import { anEntry, type AuditBed, openAuditBed, SCHEMA, sealAll } from '../audit-fixture.js';
import { appendEntry } from '../recording/append-entry.js';
import { inAuditContext } from '../recording/audit-context.js';
import { aboutChange, needsNoEntry } from '../recording/change-details.js';
import { recordChange } from '../recording/record-change.js';
import { verifyChain } from '../verification/verify-chain.js';
import { type Sealer } from './sealer.js';

let bed: AuditBed;
const sealers: Sealer[] = [];
beforeAll(async () => {
  bed = await openAuditBed();
  await bed.admin.query('create table thing (name text); grant all on thing to public');
});
afterAll(() => bed.close());
beforeEach(async () => {
  await bed.admin.query(`set session_replication_role = replica;
    delete from audit_seal; delete from audit_unsealed; delete from audit_entry; delete from thing;
    set session_replication_role = origin`);
});

const start = (): Sealer => {
  const sealer = bed.sealer();
  sealers.push(sealer);
  sealer.start();
  return sealer;
};
const stopAll = () => Promise.all(sealers.splice(0).map((sealer) => sealer.stop()));
const rows = <T>(sql: string): Promise<T[]> => bed.dataSource.query(sql);
const count = async (table: string) =>
  Number((await rows<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n);
const report = () => verifyChain(bed.dataSource, SCHEMA);

describe('an entry and its change', () => {
  const context = { change: () => anEntry(), is: () => undefined };
  const unitOfWork = () =>
    new UnitOfWork(
      bed.dataSource,
      recordChange(() => undefined),
    );

  it('are there together, with what the change says of itself', async () => {
    await inAuditContext(context, () =>
      unitOfWork().run(async (manager) => {
        await manager.query(`insert into thing values ('one')`);
        aboutChange(manager, { outcome: 'unchanged' });
        aboutChange(manager, { after: 'c'.repeat(64) });
      }),
    );
    expect(await rows('select outcome, actor, after_hash from audit_entry')).toEqual([
      { outcome: 'unchanged', actor: 'saidov', after_hash: 'c'.repeat(64) },
    ]);
  });

  it('are gone together', async () => {
    const failing = inAuditContext(context, () =>
      unitOfWork().run(async (manager) => {
        await manager.query(`insert into thing values ('two')`);
        await appendEntry(manager, anEntry());
        throw new Error('no');
      }),
    );
    await expect(failing).rejects.toThrow('no');
    expect([await count('thing'), await count('audit_entry'), await count('audit_unsealed')]).toEqual([
      0, 0, 0,
    ]);
  });

  it('fail together when the entry cannot be written', async () => {
    const tooLong = { change: () => anEntry({ outcome: 'x'.repeat(81) }), is: () => undefined };
    const failing = inAuditContext(tooLong, () =>
      unitOfWork().run((manager) => manager.query(`insert into thing values ('three')`)),
    );
    await expect(failing).rejects.toThrow(/audit_entry_outcome_check/);
    expect(await count('thing')).toBe(0);
  });

  it('has none outside of a context, and where the code says so', async () => {
    await unitOfWork().run((manager) => manager.query(`insert into thing values ('four')`));
    await inAuditContext(context, () => unitOfWork().run(async (manager) => needsNoEntry(manager)));
    expect(await count('audit_entry')).toBe(0);
  });
});

describe('the sealer', () => {
  it('seals within a second of the commit, without gap', async () => {
    const sealer = start();
    await eventually(() => sealer.read().role === 'active', { describe: 'the lease' });
    const waited: number[] = [];
    for (let n = 1; n <= 10; n++) {
      const begun = performance.now();
      await appendEntry(bed.dataSource.manager, anEntry());
      await eventually(async () => (await count('audit_seal')) === n, { describe: 'the seal', everyMs: 5 });
      waited.push(performance.now() - begun);
    }
    await stopAll();
    expect(Math.max(...waited)).toBeLessThan(1_000);
    expect(await report()).toMatchObject({ count: 10, position: 10, findings: [] });
  });

  it('works alone: a second one stands by and takes over', async () => {
    const first = start();
    await eventually(() => first.read().role === 'active', { describe: 'the lease' });
    const second = start();
    await eventually(() => second.read().role === 'standby', { describe: 'standing by' });
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        for (let n = 0; n < 50; n++) await appendEntry(bed.dataSource.manager, anEntry(), () => first.wake());
      }),
    );
    await first.stop();
    await appendEntry(bed.dataSource.manager, anEntry());
    await eventually(async () => (await count('audit_unsealed')) === 0, { describe: 'all seals' });
    await stopAll();
    expect(second.read().sealed).toBeGreaterThan(0);
    expect(await report()).toMatchObject({ count: 301, position: 301, findings: [] });
  });

  it('seals one that commits late behind those that have higher ids', async () => {
    const late = bed.dataSource.createQueryRunner();
    await late.startTransaction();
    await appendEntry(late.manager, anEntry({ outcome: 'late' }));
    await appendEntry(bed.dataSource.manager, anEntry({ outcome: 'early' }));
    start();
    await eventually(async () => (await count('audit_seal')) === 1, { describe: 'the first seal' });
    await late.commitTransaction();
    await late.release();
    await eventually(async () => (await count('audit_seal')) === 2, { describe: 'the second seal' });
    await stopAll();
    expect(
      await rows(`select outcome from audit_seal s join audit_entry e on e.id = s.entry order by position`),
    ).toEqual([{ outcome: 'early' }, { outcome: 'late' }]);
    expect(await report()).toMatchObject({ position: 2, findings: [] });
  });
});

describe('the tables', () => {
  it.each([
    `update audit_entry set outcome = 'done'`,
    'delete from audit_entry',
    'truncate audit_entry cascade',
    `update audit_seal set hash = hash`,
    'delete from audit_seal',
    'truncate audit_seal',
  ])('take nothing but additions, from their owner too: %s', async (sql) => {
    await expect(bed.dataSource.query(sql)).rejects.toThrow(/audit trail is append-only/);
  });
});

describe('functions with the rights of their owner', () => {
  it('look for nothing in what a caller makes for a moment', async () => {
    expect(
      await rows(`select distinct proname as name from pg_proc
        where prosecdef and pronamespace in ('audit'::regnamespace, '${SCHEMA}'::regnamespace)
          and not (array_to_string(proconfig, ';') ~ 'search_path=.*, pg_temp$')`),
    ).toEqual([]);
  });

  it('read the chains of the services alone', async () => {
    await appendEntry(bed.dataSource.manager, anEntry());
    await sealAll(bed);
    await bed.admin
      .query(`create schema elsewhere; create table elsewhere.audit_seal (position bigint, hash text);
      insert into elsewhere.audit_seal values (1, 'x')`);
    const heads = await rows('select service, position from audit.heads()');
    await bed.admin.query('drop schema elsewhere cascade');
    expect(heads).toEqual([{ service: SCHEMA, position: '1' }]);
  });
});

it('costs an insert and no waiting', async () => {
  const time = async (withEntry: boolean) => {
    const begun = performance.now();
    for (let n = 0; n < 200; n++)
      await bed.dataSource.transaction(async (manager) => {
        await manager.query(`insert into thing values ('x')`);
        if (withEntry) await appendEntry(manager, anEntry());
      });
    return performance.now() - begun;
  };
  await time(true);
  const [without, withEntry] = [await time(false), await time(true)];
  process.stderr.write(`append: ${(withEntry / without).toFixed(2)} times a transaction of one insert\n`);
  expect(withEntry / without).toBeLessThan(4);
});
