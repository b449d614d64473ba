import { type Seal } from '../chain.domain.js';
import { ENTRY_COLUMNS, type EntryRow } from '../entry-row.js';

/** What runs SQL: the lease of a sealer. */
export interface Sql {
  query<R extends object>(sql: string, parameters?: unknown[]): Promise<R[]>;
}

/** Entries sealed in one transaction at most. */
const BATCH = 1_000;

/** The end of the chain. */
export async function headOf(sql: Sql): Promise<Pick<Seal, 'position' | 'hash'> | undefined> {
  const rows = await sql.query<{ position: string; hash: string }>(
    `select position, hash from audit_seal order by position desc limit 1`,
  );
  return rows[0] && { position: Number(rows[0].position), hash: rows[0].hash };
}

/**
 * The entries that have committed and are not sealed, in the order of their ids. They are found by what they lack: ids are
 * given before the commit, so that one that commits late has a lower id than some that are sealed.
 */
export function unsealed(sql: Sql): Promise<EntryRow[]> {
  return sql.query<EntryRow>(
    `select ${ENTRY_COLUMNS} from audit_unsealed u join audit_entry e on e.id = u.entry order by u.entry limit $1`,
    [BATCH],
  );
}

/** Adds seals; one statement is one transaction. */
export async function insertSeals(sql: Sql, seals: readonly Seal[]): Promise<void> {
  const done = await sql.query(
    `with sealed as (
       insert into audit_seal (position, entry, previous, hash)
       select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[]) returning entry)
     delete from audit_unsealed u using sealed where u.entry = sealed.entry returning u.entry`,
    [
      seals.map(({ position }) => position),
      seals.map(({ entry }) => entry),
      seals.map(({ previous }) => previous),
      seals.map(({ hash }) => hash),
    ],
  );
  if (done.length !== seals.length)
    throw new Error(`${seals.length} audit entries were to be sealed, but ${done.length} of them waited.`);
}
