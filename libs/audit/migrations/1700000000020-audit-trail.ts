import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { SERVICES } from '#libs/contracts/topics.js';

/**
 * The audit trail of a service: entries, the chain that seals them, and what is not sealed yet. Entries and seals are only
 * ever added: a trigger refuses everything else, also to the owner of the tables.
 */
export class AuditTrail1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENTRY);
    // What the sealer has to do is found by its presence: a cursor over ids would pass late commits by.
    await runner.query(`create table audit_unsealed (entry bigint primary key)`);
    await runner.query(SEAL);
    await runner.query(`create index audit_entry_operation on audit_entry (operation, id)`);
    const [{ schema }] = (await runner.query(`select current_schema() as schema`)) as [{ schema: string }];
    await runner.query(waitForSeal(schema));
    await runner.query(`create trigger audit_entry_waits after insert on audit_entry
      for each row execute function audit_wait_for_seal()`);
    await runner.query(REFUSE);
    for (const table of ['audit_entry', 'audit_seal'])
      await runner.query(`create trigger ${table}_stays before update or delete or truncate on ${table}
        for each statement execute function audit_refuse()`);
    await runner.query(`select pg_advisory_xact_lock(hashtext('caravanserai.audit.heads'))`);
    for (const statement of HEADS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table audit_seal, audit_unsealed, audit_entry`);
    await runner.query(`drop function audit_wait_for_seal(), audit_refuse()`);
  }
}

const ENTRY = `
  create table audit_entry (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('change', 'disclosure', 'refusal')),
    at timestamptz(3) not null,
    recorded_at timestamptz(3) not null default clock_timestamp(),
    actor_kind text not null check (actor_kind in ('account', 'program', 'system', 'header', 'nobody')),
    actor text not null check (char_length(actor) <= 100),
    role text check (char_length(role) <= 40),
    unit text check (char_length(unit) <= 40),
    country text check (char_length(country) <= 10),
    network text check (char_length(network) <= 50),
    operation text check (char_length(operation) <= 100),
    action text not null check (char_length(action) <= 60),
    route text check (char_length(route) <= 200),
    object_kind text check (char_length(object_kind) <= 60),
    object_id text check (char_length(object_id) <= 300),
    outcome text not null check (char_length(outcome) <= 80),
    count integer not null default 1 check (count > 0),
    before_hash text check (before_hash ~ '^[0-9a-f]{64}$'),
    after_hash text check (after_hash ~ '^[0-9a-f]{64}$'),
    check ((object_kind is null) = (object_id is null))
  )`;

const SEAL = `
  create table audit_seal (
    position bigint primary key check (position > 0),
    entry bigint not null unique references audit_entry,
    previous text not null check (previous ~ '^[0-9a-f]{64}$'),
    hash text not null check (hash ~ '^[0-9a-f]{64}$')
  )`;

/** Whoever may add an entry need not be able to touch what waits for the sealer. */
const waitForSeal = (schema: string): string => `
  create function audit_wait_for_seal() returns trigger language plpgsql security definer
  set search_path = "${schema}", pg_temp as $$
  begin
    insert into audit_unsealed (entry) values (new.id);
    return null;
  end $$`;

const REFUSE = `
  create function audit_refuse() returns trigger language plpgsql as $$
  begin
    raise exception 'The audit trail is append-only: % on % is refused.', tg_op, tg_table_name
      using errcode = 'insufficient_privilege';
  end $$`;

/** The ends of all services' chains, for whoever signs checkpoints: no service reads the tables of another. */
const HEADS = [
  `create schema if not exists audit`,
  `grant usage on schema audit to public`,
  `create or replace function audit.heads() returns table (service text, "position" bigint, hash text)
   language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
   declare chain record;
   begin
     for chain in select schemaname::text as name from pg_tables where tablename = 'audit_seal'
       and schemaname in (${SERVICES.map((name) => `'${name}'`).join(', ')}) order by schemaname loop
       return query execute format(
         'select %L::text, s.position, s.hash from %I.audit_seal s order by s.position desc limit 1',
         chain.name, chain.name);
     end loop;
   end $$`,
  `grant execute on function audit.heads() to public`,
];
