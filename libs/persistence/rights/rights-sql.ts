import pg from 'pg';
import { SERVICES } from '#libs/contracts/topics.js';
import { DATABASE_ROLES, webRole, workerRole } from './database-roles.js';
import { type RowRight, type TableRights, type Verb } from './table-rights.js';

const list = (names: readonly string[]): string => names.map((name) => pg.escapeIdentifier(name)).join(', ');

const othersOf = (service: string): string[] => SERVICES.filter((name) => name !== service).map(workerRole);

/** The schema may be looked into; what a role may do there is said for each table. */
export function forSchema(service: string): string {
  const schema = pg.escapeIdentifier(service);
  return `
    revoke all on schema ${schema} from public;
    revoke all on all tables in schema ${schema} from ${list(DATABASE_ROLES)}, public;
    grant usage on schema ${schema} to ${list([webRole(service), workerRole(service), ...othersOf(service)])};`;
}

/** Grants and policies of one table. Row-level security holds for the owner too, who gets a policy like everybody else. */
export function forTable(service: string, owner: string, table: string, rights: TableRights): string {
  const name = `${pg.escapeIdentifier(service)}.${pg.escapeIdentifier(table)}`;
  const web = rights.web ?? [];
  const parts = [
    dropPolicies(name),
    `alter table ${name} enable row level security, force row level security;`,
    policy(name, 'owner', 'all', owner, 'true'),
    ...grant(name, webRole(service), [...new Set(web.flatMap(({ verbs }) => verbs))]),
    ...web.flatMap((right, index) => policies(name, `web_${index + 1}`, webRole(service), right)),
    ...grant(name, workerRole(service), rights.worker ?? []),
    ...policies(name, 'worker', workerRole(service), { verbs: rights.worker ?? [], rows: 'true' }),
  ];
  if (rights.isReadByOthers)
    for (const role of othersOf(service))
      parts.push(...grant(name, role, ['select']), policy(name, `read_by_${role}`, 'select', role, 'true'));
  return parts.join('\n');
}

function dropPolicies(name: string): string {
  return `do $policies$ declare known record; begin
    for known in select polname from pg_policy where polrelid = ${pg.escapeLiteral(name)}::regclass loop
      execute format('drop policy %I on ${name}', known.polname);
    end loop; end $policies$;`;
}

const grant = (name: string, role: string, verbs: readonly Verb[]): string[] =>
  verbs.length === 0 ? [] : [`grant ${verbs.join(', ')} on ${name} to ${pg.escapeIdentifier(role)};`];

const policies = (name: string, as: string, role: string, { verbs, rows }: RowRight): string[] =>
  verbs.map((verb) => policy(name, `${as}_${verb}`, verb, role, rows));

/** Rows that may be written are those that may be reached. */
function policy(name: string, as: string, verb: Verb | 'all', role: string, rows: string): string {
  const using = verb === 'insert' ? '' : ` using (${rows})`;
  const check = verb === 'select' || verb === 'delete' ? '' : ` with check (${rows})`;
  return `create policy ${pg.escapeIdentifier(as)} on ${name} for ${verb} to ${pg.escapeIdentifier(role)}${using}${check};`;
}
