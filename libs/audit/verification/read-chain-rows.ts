import { ENTRY_COLUMNS, entryOf, type EntryRow } from '../entry-row.js';
import { type ChainRow } from './verification.types.js';

/** What runs SQL: a manager or a data source. Tables are named with their schema: a check reads those of all services. */
export interface SqlReader {
  query<T>(sql: string, values?: unknown[]): Promise<T>;
}

const PAGE = 5_000;

type SealedRow = Omit<EntryRow, 'id'> & {
  readonly position: string;
  readonly sealed: string;
  readonly previous: string;
  readonly hash: string;
  readonly id: string | null;
};

/** The seals of a service in the order of their positions, each with its entry. */
export async function* readChainRows(sql: SqlReader, schema: string): AsyncGenerator<ChainRow> {
  let after = '-9223372036854775808';
  for (;;) {
    const rows = await sql.query<SealedRow[]>(
      `select s.position::text, s.entry::text as sealed, s.previous, s.hash, ${ENTRY_COLUMNS}
       from "${schema}".audit_seal s left join "${schema}".audit_entry e on e.id = s.entry
       where s.position > $1 order by s.position limit ${PAGE}`,
      [after],
    );
    for (const row of rows) yield chainRow(row);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.position;
  }
}

function chainRow({ position, sealed, previous, hash, ...entry }: SealedRow): ChainRow {
  const isThere = entry.id !== null;
  return {
    ...{ position: Number(position), entryId: sealed, previous, hash },
    entry: isThere ? entryOf(entry as EntryRow) : undefined,
  };
}

/** Ids of entries that are neither sealed nor wait for it: somebody took the seal or the place in the queue away. */
export async function readStrays(sql: SqlReader, schema: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }[]>(
    `select e.id::text as id from "${schema}".audit_entry e
     where not exists (select 1 from "${schema}".audit_seal s where s.entry = e.id)
       and not exists (select 1 from "${schema}".audit_unsealed u where u.entry = e.id) order by e.id`,
  );
  return rows.map(({ id }) => id);
}
