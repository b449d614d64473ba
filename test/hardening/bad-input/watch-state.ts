import { type HardeningBed } from '../bed/hardening-bed.js';

/** What changes by itself: deliveries of events, jobs, and when something was used last, and what is counted. */
const OWN_LIFE =
  /_jobs\.|\.(migration|audit\w*|consumer_position|inbox|sign_in_attempt|session|api_key|sheet_reading\w*|rate_limit)$/;

/** A statement that tells one text for the rows of all tables: it differs when any row came, went or has another content. */
export async function stateStatement(bed: HardeningBed): Promise<string> {
  const tables = await bed.query<{ name: string }>(
    'reporting',
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const watched = tables.filter(({ name }) => !OWN_LIFE.test(name));
  const parts = watched.map(
    ({ name }) =>
      `select '${name}' || ' ' || count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as row from ${name} t`,
  );
  return `select string_agg(row, E'\\n' order by row) as state from (${parts.join(' union all ')}) t`;
}

export async function stateOf(bed: HardeningBed, statement: string): Promise<string> {
  const [row] = await bed.query<{ state: string }>('reporting', statement);
  return row?.state ?? '';
}
