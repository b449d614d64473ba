import { createHash } from 'node:crypto';
import pg from 'pg';
import { type DataSource, type EntityManager } from 'typeorm';
import { ensureRoles } from './database-roles.js';
import { forTable, forSchema } from './rights-sql.js';
import { type SchemaRights } from './table-rights.js';

/** Bookkeeping of TypeORM: the owner's alone. */
const MIGRATION_TABLE = 'migration';

/**
 * Gives the roles of a service exactly the rights that are declared, and takes away every other: grants and policies are
 * made anew, as the schema's owner, when declaration or tables differ from what was applied last. A table that is not
 * declared is given to nobody.
 */
export async function applyRights(
  dataSource: DataSource,
  service: string,
  rights: SchemaRights,
): Promise<void> {
  const [{ owner } = { owner: '' }] = await dataSource.query<{ owner: string }[]>(
    'select current_user as owner',
  );
  await ensureRoles(dataSource, owner);
  await dataSource.transaction(async (manager) => {
    // Several processes of a service may start at once.
    await manager.query(`select pg_advisory_xact_lock(hashtext('caravanserai.rights'))`);
    const tables = await tablesOf(manager, service);
    const sql = [
      forSchema(service),
      ...tables.map((table) => forTable(service, owner, table, rights[table] ?? {})),
    ].join('\n');
    const mark = `rights ${createHash('sha256').update(sql).digest('hex')}`;
    if ((await markOf(manager, service)) === mark) return;
    await manager.query(sql);
    await manager.query(`comment on schema ${pg.escapeIdentifier(service)} is ${pg.escapeLiteral(mark)}`);
  });
}

async function tablesOf(manager: EntityManager, schema: string): Promise<string[]> {
  const rows: { name: string }[] = await manager.query(
    `select relname as name from pg_class where relnamespace = $1::regnamespace and relkind in ('r', 'p') and relname <> $2
     order by relname collate "C"`,
    [schema, MIGRATION_TABLE],
  );
  return rows.map(({ name }) => name);
}

async function markOf(manager: EntityManager, schema: string): Promise<string | null> {
  const [row] = await manager.query<{ mark: string | null }[]>(
    `select obj_description($1::regnamespace, 'pg_namespace') as mark`,
    [schema],
  );
  return row?.mark ?? null;
}
