import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anEntry, type AuditBed, openAuditBed, SCHEMA, sealAll } from '../audit-fixture.js';
import { appendEntry } from '../recording/append-entry.js';
import { type SqlReader } from './read-chain-rows.js';
import { verifyChain } from './verify-chain.js';
import { type AuditFinding, type NamedPosition } from './verification.types.js';

const ENTRIES = 24;

let bed: AuditBed;
let reader: SqlReader;
let named: NamedPosition[];
beforeAll(async () => {
  bed = await openAuditBed();
  for (let n = 1; n <= ENTRIES; n++) await appendEntry(bed.dataSource.manager, anEntry({ count: n }));
  await sealAll(bed);
  reader = { query: async (sql, values) => (await bed.admin.query(sql, values)).rows as never };
  const { rows } = await bed.admin.query<{ hash: string }>('select hash from audit_seal where position = 20');
  named = [{ service: SCHEMA, position: 20, hash: rows[0]?.hash ?? '', by: 'checkpoint 1' }];
  // Whoever owns the database can take every constraint away.
  const { rows: constraints } = await bed.admin.query<{ drop: string }>(
    `select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as drop
     from pg_constraint where connamespace = '${SCHEMA}'::regnamespace and contype in ('c', 'f', 'u')`,
  );
  for (const { drop } of constraints) await bed.admin.query(drop);
});
afterAll(() => bed.close());

/** What a check finds after statements that the triggers cannot stop, which are undone again. */
async function findings(...statements: readonly string[]): Promise<readonly AuditFinding[]> {
  await bed.admin.query('begin');
  try {
    await bed.admin.query('set local session_replication_role = replica');
    for (const sql of statements) expect((await bed.admin.query(sql)).rowCount).not.toBe(0);
    return (await verifyChain(reader, SCHEMA, named)).findings;
  } finally {
    await bed.admin.query('rollback');
  }
}

const at = (position: number) => `(select entry from audit_seal where position = ${position})`;
const idAt = async (position: number) =>
  (await bed.admin.query<{ id: string }>(`select ${at(position)}::text as id`)).rows[0]?.id;

/** Nobody gives ids by hand as long as the column is an identity. */
const FREE_IDS = 'alter table audit_entry alter id drop identity';

const INSTANTS = ['at', 'recorded_at'];
const TEXTS = [
  ...['kind', 'actor_kind', 'actor', 'role', 'country', 'network', 'operation', 'action', 'route'],
  ...['object_kind', 'object_id', 'outcome', 'before_hash', 'after_hash'],
];
const EMPTY = ['unit'];

/** One bit of a value, whatever its type. */
const flipped = (column: string, bit: number): string => {
  if (INSTANTS.includes(column)) return `${column} + interval '1 millisecond' * (1::bigint << ${bit % 30})`;
  if (column === 'count') return `count # (1 << ${bit % 30})`;
  if (EMPTY.includes(column)) return `chr(${65 + (bit % 26)})`;
  // The lowest bit of a letter, so that the text stays text.
  const place = `(${bit} % length(${column}))`;
  return `overlay(${column} placing chr(ascii(substr(${column}, ${place} + 1, 1)) # 1) from ${place} + 1 for 1)`;
};

const columns = [...INSTANTS, ...TEXTS, ...EMPTY, 'count'];

it('is whole as it was written', async () => {
  expect(await verifyChain(reader, SCHEMA, named)).toMatchObject({ count: ENTRIES, findings: [] });
  const { rows } = await bed.admin.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = '${SCHEMA}' and table_name = 'audit_entry' and column_name <> 'id'`,
  );
  expect(rows.map(({ name }) => name).sort()).toEqual([...columns].sort());
});

describe('a single altered bit', () => {
  it.each(columns)('of %s names the row', async (column) => {
    const cases = fc.sample(fc.tuple(fc.integer({ min: 1, max: ENTRIES }), fc.nat(10_000)), 12);
    for (const [position, bit] of cases) {
      const found = await findings(
        `update audit_entry set ${column} = ${flipped(column, bit)} where id = ${at(position)}`,
      );
      const code = position === ENTRIES ? 'last-altered' : 'entry-altered';
      expect([position, bit, found]).toEqual([
        ...[position, bit, [{ code, service: SCHEMA, position, entry: await idAt(position) }]],
      ]);
    }
  });

  it('of a hash or of the hash before names the seal', async () => {
    const cases = fc.sample(fc.tuple(fc.integer({ min: 2, max: ENTRIES - 1 }), fc.nat(63)), 12);
    for (const [position, bit] of cases) {
      const where = `where position = ${position}`;
      const place = { service: SCHEMA, position, entry: await idAt(position) };
      expect(await findings(`update audit_seal set hash = ${flipped('hash', bit)} ${where}`)).toContainEqual({
        ...place,
        code: 'hash-altered',
      });
      expect(await findings(`update audit_seal set previous = ${flipped('previous', bit)} ${where}`)).toEqual(
        [{ ...place, code: 'previous-altered' }],
      );
    }
  });

  it('of an id, a position or the entry that a seal names is found', async () => {
    for (const [position, bit] of fc.sample(
      fc.tuple(fc.integer({ min: 1, max: ENTRIES }), fc.integer({ min: 5, max: 30 })),
      12,
    )) {
      const place = { service: SCHEMA, position };
      const other = `# (1::bigint << ${bit})`;
      const missing = { ...place, code: 'entry-missing', entry: expect.any(String) };
      expect(
        await findings(FREE_IDS, `update audit_entry set id = id ${other} where id = ${at(position)}`),
      ).toEqual([...[missing, { code: 'entry-unsealed', service: SCHEMA, entry: expect.any(String) }]]);
      expect(
        await findings(`update audit_seal set entry = entry ${other} where position = ${position}`),
      ).toContainEqual(missing);
      expect(
        await findings(`update audit_seal set position = position ${other} where position = ${position}`),
      ).toContainEqual({ ...place, code: 'seal-missing' });
    }
  });
});

describe('more than a bit', () => {
  const entry = () => idAt(7);

  it('a deleted row', async () => {
    expect(await findings(`delete from audit_entry where id = ${at(7)}`)).toEqual([
      { code: 'entry-missing', service: SCHEMA, position: 7, entry: await entry() },
    ]);
  });

  it('a deleted seal, alone and with its row', async () => {
    const gone = { code: 'seal-missing', service: SCHEMA, position: 7 };
    const seal = 'delete from audit_seal where position = 7';
    expect(await findings(seal)).toEqual([
      ...[gone, { code: 'entry-unsealed', service: SCHEMA, entry: await entry() }],
    ]);
    expect(await findings(`delete from audit_entry where id = ${at(7)}`, seal)).toEqual([gone]);
  });

  it.each([
    ['of the rows', `update audit_entry set id = case id when A then B else A end where id in (A, B)`],
    [
      'of the seals',
      `update audit_seal set entry = case entry when A then B else A end where entry in (A, B)`,
    ],
  ])('a changed order %s', async (_what, sql) => {
    const [a, b] = [await idAt(5), await idAt(9)];
    // The key would be hurt between the two rows of one statement.
    const swap = sql.replaceAll('A', a ?? '').replaceAll('B', b ?? '');
    expect(
      (await findings(FREE_IDS, 'alter table audit_entry drop constraint audit_entry_pkey', swap)).map(
        ({ code, position }) => [code, position],
      ),
    ).toEqual([
      ['order-changed', 5],
      ['order-changed', 9],
    ]);
  });

  it('changed positions', async () => {
    const swap = `update audit_seal set position = 11 - position where position in (5, 6)`;
    const found = await findings('alter table audit_seal drop constraint audit_seal_pkey', swap);
    expect(found.map(({ code, position }) => [code, position])).toEqual([
      ['order-changed', 5],
      ['order-changed', 6],
    ]);
  });

  it('a tail that is cut off before a checkpoint', async () => {
    const cut = [
      `delete from audit_entry where id in (select entry from audit_seal where position > 18)`,
      `delete from audit_seal where position > 18`,
    ];
    expect(await findings(...cut)).toEqual([
      { code: 'chain-truncated', service: SCHEMA, position: 20, of: 'checkpoint 1' },
    ]);
  });

  it('a tail that is written anew, with hashes that fit', async () => {
    const { linkHash } = await import('../chain.domain.js');
    const { readChainRows } = await import('./read-chain-rows.js');
    let previous = '';
    const statements: string[] = [];
    for await (const row of readChainRows(reader, SCHEMA)) {
      if (row.position >= 15 && row.entry) {
        const hash = linkHash(previous, { ...row.entry, outcome: 'forged' });
        statements.push(
          `update audit_entry set outcome = 'forged' where id = ${row.entryId}`,
          `update audit_seal set previous = '${previous}', hash = '${hash}' where position = ${row.position}`,
        );
        previous = hash;
      } else previous = row.hash;
    }
    expect(await findings(...statements)).toEqual([
      { code: 'chain-contradicts', service: SCHEMA, position: 20, of: 'checkpoint 1' },
    ]);
  });

  it('an entry that is taken out of the queue before it is sealed', async () => {
    expect(
      await findings(
        `insert into audit_entry (kind, at, actor_kind, actor, action, outcome)
         values ('change', now(), 'account', 'x', 'unknown', 'done')`,
      ),
    ).toEqual([{ code: 'entry-unsealed', service: SCHEMA, entry: expect.any(String) }]);
  });
});

it('is found in a long trail too, page by page', async () => {
  await bed.admin.query(
    `insert into audit_entry (kind, at, actor_kind, actor, operation, action, outcome, object_kind, object_id)
     select 'change', now(), 'account', 'officer-' || n, 'chemical-check-i', 'daily-report.submit', 'done', 'daily-report',
       'UZ-ANG/2017-09-05/' || n from generate_series(1, 6000) n`,
  );
  await sealAll(bed);
  const begun = performance.now();
  const whole = await verifyChain(reader, SCHEMA, named);
  process.stderr.write(`verified ${whole.count} entries in ${Math.round(performance.now() - begun)} ms\n`);
  expect(whole).toMatchObject({ count: ENTRIES + 6_000, findings: [] });
  const position = 5_500;
  expect(await findings(`update audit_entry set outcome = 'dond' where id = ${at(position)}`)).toEqual([
    { code: 'entry-altered', service: SCHEMA, position, entry: await idAt(position) },
  ]);
});
