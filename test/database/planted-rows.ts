import pg from 'pg';

export const COUNTRIES = ['AM', 'AZ', 'GE', 'IR', 'KG', 'KZ', 'TJ', 'TM', 'UZ'] as const;
export const OPERATIONS = ['own-operation', 'other-operation'] as const;
export const [OWN, OTHER] = OPERATIONS;

/** Of whom a planted row is. */
export interface Whose {
  readonly operation: string;
  readonly country: string;
  /** Every column that may be empty is: for revisions, never forwarded. */
  readonly isBare: boolean;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isNeeded: boolean;
}

/** A table whose rows say of which operation or country they are. */
export interface OwnedTable {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly Column[];
  /** SQL that gives the operation, and the country, of a row; undefined where it does not say. */
  readonly operation: string | undefined;
  readonly country: string | undefined;
}

const COLUMNS = `
  select c.relname as table, array_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
    'isNeeded', a.attnotnull) order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    and a.attgenerated = '' and a.attidentity = ''
  where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migration'
  group by 1 order by 1`;

/** Tables of a service with the rows that it is asked for by operation and country. */
export async function ownedTables(client: pg.Client, schema: string): Promise<OwnedTable[]> {
  const { rows } = await client.query<{ table: string; columns: Column[] }>(COLUMNS, [schema]);
  return rows.flatMap(({ table, columns }) => {
    const has = (name: string) => columns.some((column) => column.name === name);
    const isLog = table === 'event' || table === 'event_key';
    const operation = isLog ? `split_part(key, '|', 1)` : has('operation') ? 'operation' : undefined;
    const byUnit = isLog ? `left(split_part(key, '|', 2), 2)` : has('unit') ? 'left(unit, 2)' : undefined;
    const country = has('country') ? 'country' : byUnit;
    return (operation ?? country) ? [{ schema, table, columns, operation, country }] : [];
  });
}

let counter = 0;

/** An insert of a row of somebody; the other values do not matter. */
export function insertOf({ schema, table, columns }: OwnedTable, whose: Whose): string {
  counter += 1;
  const given = columns.filter(({ name, isNeeded }) => isNeeded || !whose.isBare || name in SAID);
  const values = given.map((column) => `${valueOf(column, whose)}::${column.type}`);
  const names = given.map(({ name }) => pg.escapeIdentifier(name));
  return `insert into "${schema}"."${table}" (${names.join(', ')}) values (${values.join(', ')})`;
}

const SAID: Readonly<Record<string, (whose: Whose) => string>> = {
  operation: ({ operation }) => operation,
  country: ({ country }) => country,
  unit: ({ country }) => `${country}-AAA`,
  recipient: ({ country }) => `${country}-AAA`,
  key: ({ operation, country }) => `${operation}|${country}-${counter}`,
  state: () => 'issued',
};

const HEX = 64;

function valueOf({ name, type }: Column, whose: Whose): string {
  const said = SAID[name];
  if (said) return pg.escapeLiteral(said(whose));
  if (/^(integer|bigint|numeric|smallint)$/.test(type)) return String(counter);
  if (type === 'uuid') return 'gen_random_uuid()';
  if (type === 'boolean') return 'true';
  if (type === 'bytea') return `decode(md5('${counter}'), 'hex')`;
  if (/json/.test(type)) return `'{}'`;
  if (/\[\]$/.test(type)) return `'{}'`;
  if (/^(date|time)/.test(type)) return `(timestamptz '2017-09-01Z' + interval '${counter} days')`;
  return pg.escapeLiteral(String(counter).padStart(HEX, '0'));
}

/** Takes away what a planted row would have to obey besides: checks, references and triggers. Of a throw-away database. */
export async function loosen(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ sql: string | null }>(
    `select string_agg(sql, '; ') as sql from (
       select format('alter table %s drop constraint if exists %I cascade', conrelid::regclass, conname) as sql
       from pg_constraint where contype in ('c', 'f') and conrelid <> 0 and connamespace::regnamespace::text = any ($1)
       union all
       select format('drop trigger if exists %I on %s', tgname, tgrelid::regclass)
       from pg_trigger join pg_class c on c.oid = tgrelid
       where not tgisinternal and c.relnamespace::regnamespace::text = any ($1)) as statements`,
    [['reporting', 'coordination', 'bulletin', 'identity']],
  );
  await admin.query(rows[0]?.sql ?? '');
  await admin.query(ATTEMPT);
}

/** What comes of a statement, as whoever sends it: the number of rows that it reaches, or that it was refused. */
const ATTEMPT = `
  create function public.attempt(statement text) returns text language plpgsql as $$
  declare reached bigint;
  begin
    execute statement;
    get diagnostics reached = row_count;
    return reached::text;
  exception when insufficient_privilege then
    return 'refused';
  end $$;
  grant usage on schema public to public`;
