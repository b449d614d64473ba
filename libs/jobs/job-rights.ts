import pg from 'pg';
import { type DataSource } from 'typeorm';
import { webRole, workerRole } from '#libs/persistence/rights/database-roles.js';
import { jobSchema } from './job-schema.js';

/**
 * Lets the workers of a service do its jobs and its requests put work into the queue, by graphile-worker's one function,
 * which runs with the owner's rights. Its tables have row-level security already: the workers get a policy on each.
 */
export async function grantJobs(dataSource: DataSource, service: string): Promise<void> {
  const [schema, web, worker] = [jobSchema(service), webRole(service), workerRole(service)].map((name) =>
    pg.escapeIdentifier(name),
  );
  await dataSource.query(`
    do $jobs$ declare part record; begin
      for part in select oid::regclass as name from pg_class
          where relnamespace = ${pg.escapeLiteral(jobSchema(service))}::regnamespace and relkind in ('r', 'p') loop
        execute format('alter table %s enable row level security', part.name);
        execute format('drop policy if exists worker on %s', part.name);
        execute format('create policy worker on %s to ${worker} using (true) with check (true)', part.name);
      end loop;
    end $jobs$;
    grant usage on schema ${schema} to ${worker}, ${web};
    grant select, insert, update, delete on all tables in schema ${schema} to ${worker};
    grant usage on all sequences in schema ${schema} to ${worker};
    revoke all on all functions in schema ${schema} from public;
    grant execute on all functions in schema ${schema} to ${worker};
    alter function ${schema}.add_job(text, json, text, timestamptz, integer, text, integer, text[], text)
      security definer set search_path = pg_catalog, pg_temp;
    grant execute on function ${schema}.add_job(text, json, text, timestamptz, integer, text, integer, text[], text) to ${web};
  `);
}
