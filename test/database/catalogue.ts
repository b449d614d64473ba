import type pg from 'pg';
import { SERVICES } from '#libs/contracts/topics.js';
import { type SchemaRights, type TableRights } from '#libs/persistence/rights/table-rights.js';

interface Table {
  readonly name: string;
  readonly isSecured: boolean;
  readonly isForced: boolean;
  /** Columns, and those of tables that it hangs on, that tell whose a row is. */
  readonly tells: string[];
  /** Verbs that a policy reaches, by role. */
  readonly policies: Record<string, string[]> | null;
  readonly grants: Record<string, string[]> | null;
}

const TABLES = `
  with recursive tables as (
    select c.oid, c.relname as name, c.relrowsecurity as "isSecured", c.relforcerowsecurity as "isForced"
    from pg_class c where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migration'
  ), path (oid, ends) as (
    select oid, oid from tables
    union select path.oid, f.confrelid from path join pg_constraint f on f.conrelid = path.ends and f.contype = 'f'
  )
  select name, "isSecured", "isForced",
    array(select distinct a.attname::text from path join pg_attribute a on a.attrelid = path.ends
      where path.oid = tables.oid and a.attname in ('country', 'unit') order by 1) as tells,
    (select jsonb_object_agg(role, verbs) from (
      select r.rolname as role, jsonb_agg(distinct p.polcmd::text) as verbs
      from pg_policy p cross join unnest(p.polroles) as of_role join pg_roles r on r.oid = of_role
      where p.polrelid = tables.oid group by 1) as held) as policies,
    (select jsonb_object_agg(role, verbs) from (
      select g.grantee as role, jsonb_agg(lower(g.privilege_type) order by 1) as verbs
      from (select a.privilege_type, coalesce(r.rolname, 'public') as grantee
            from pg_class c cross join aclexplode(c.relacl) a left join pg_roles r on r.oid = a.grantee
            where c.oid = tables.oid and a.grantee <> c.relowner) g group by 1) as held) as grants
  from tables order by name`;

const COMMAND: Readonly<Record<string, string>> = { r: 'select', a: 'insert', w: 'update', d: 'delete' };

/** Everything about the tables of a schema that is not as declared; must be empty. */
export async function problemsOf(
  client: pg.Client,
  service: string,
  rights: SchemaRights,
): Promise<string[]> {
  const { rows } = await client.query<Table>(TABLES, [service]);
  const names = new Set(rows.map(({ name }) => name));
  const absent = Object.keys(rights).filter((name) => !names.has(name));
  return [
    ...absent.map((name) => `${service}.${name} is declared and not there`),
    ...rows.flatMap((table) =>
      problemsIn(service, table, rights).map((problem) => `${service}.${table.name} ${problem}`),
    ),
  ];
}

function problemsIn(service: string, table: Table, rights: SchemaRights): string[] {
  const { isSecured, isForced, tells, policies } = table;
  const own = [`${service}_web`, `${service}_worker`].flatMap((role) => policies?.[role] ?? []);
  return [
    ...(isSecured && isForced ? [] : ['has no row-level security, or not by force']),
    ...(table.name in rights ? [] : ['is not declared']),
    ...(tells.length > 0 && own.length === 0
      ? [`tells whose its rows are (${tells.join(', ')}) and has no policy`]
      : []),
    ...problemsOfGrants(service, table, rights[table.name] ?? {}),
  ];
}

function problemsOfGrants(service: string, { policies, grants }: Table, declared: TableRights): string[] {
  const held = new Map(Object.entries(grants ?? {}));
  const wanted = wantedGrants(service, declared);
  const stray = [...held].flatMap(([role, verbs]) => {
    const reached = (policies?.[role] ?? []).map((command) => COMMAND[command]);
    const allowed = wanted.get(role) ?? [];
    return verbs.flatMap((verb) => [
      ...(allowed.includes(verb) ? [] : [`lets ${role} ${verb}, which is not declared`]),
      ...(reached.includes(verb) ? [] : [`lets ${role} ${verb} and has no policy for it`]),
    ]);
  });
  const lacking = [...wanted].flatMap(([role, verbs]) =>
    verbs.filter((verb) => !held.get(role)?.includes(verb)).map((verb) => `does not let ${role} ${verb}`),
  );
  return [...stray, ...lacking];
}

function wantedGrants(service: string, declared: TableRights): Map<string, readonly string[]> {
  const { web = [], worker = [], isReadByOthers = false } = declared;
  const others = SERVICES.filter((name) => isReadByOthers && name !== service);
  return new Map<string, readonly string[]>([
    [`${service}_web`, web.flatMap(({ verbs }) => verbs)],
    [`${service}_worker`, worker],
    ...others.map((name): [string, string[]] => [`${name}_worker`, ['select']]),
  ]);
}
