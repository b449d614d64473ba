import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The platform schema `nominal`: the wrapped data keys of each operation and country, in one place, so that destroying one
 * destroys it for every service. Each service that seals nominal data brings this migration; the first one makes it.
 * Services reach the keys through functions alone.
 */
export class NominalKeys1700000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`select pg_advisory_xact_lock(hashtextextended('schema nominal', 0))`);
    await runner.query(TABLE);
    await runner.query(FUNCTIONS);
  }

  /** Nothing: the keys belong to every service that seals, and without them its data is lost. */
  async down(): Promise<void> {}
}

const TABLE = `
  create schema if not exists nominal;
  create table if not exists nominal.data_key (
    operation text not null,
    -- Of the operation itself, for pseudonyms: '--'.
    key_of text not null check (key_of ~ '^([A-Z]{2}|--)$'),
    -- Closed with the master key; null: destroyed.
    wrapped bytea,
    destroyed_at timestamptz,
    destroyed_by text,
    primary key (operation, key_of),
    check ((wrapped is null) = (destroyed_at is not null) and (destroyed_at is null) = (destroyed_by is null))
  );
  -- Once the keys of an operation are destroyed, none is made for it any more.
  create table if not exists nominal.erasure (
    operation text primary key,
    erased_at timestamptz not null,
    erased_by text not null,
    keys integer not null
  )`;

const FUNCTIONS = `
  create or replace function nominal.keys_of(of_operation text)
  returns table (key_of text, wrapped bytea)
  language sql stable security definer set search_path = nominal, pg_temp as $$
    select k.key_of, case when not exists (select 1 from erasure e where e.operation = of_operation) then k.wrapped end
    from data_key k where k.operation = of_operation
  $$;
  create or replace function nominal.keep_key(of_operation text, of_key text, new_wrapped bytea)
  returns void
  language plpgsql volatile security definer set search_path = nominal, pg_temp as $$
  begin
    -- A key that is kept while those of its operation are destroyed would outlive them: one after the other.
    perform pg_advisory_xact_lock(hashtextextended('nominal keys of ' || of_operation, 0));
    insert into data_key (operation, key_of, wrapped) select of_operation, of_key, new_wrapped
    where not exists (select 1 from erasure e where e.operation = of_operation)
    on conflict do nothing;
  end $$;
  -- Any key that is there, to see whether the master key opens it.
  create or replace function nominal.any_key()
  returns table (operation text, key_of text, wrapped bytea)
  language sql stable security definer set search_path = nominal, pg_temp as $$
    select k.operation, k.key_of, k.wrapped from data_key k where k.wrapped is not null limit 1
  $$;
  create or replace function nominal.is_erased(of_operation text)
  returns boolean
  language sql stable security definer set search_path = nominal, pg_temp as $$
    select exists (select 1 from erasure e where e.operation = of_operation)
  $$;
  create or replace function nominal.destroy_keys(of_operation text, at timestamptz, by_party text)
  returns integer
  language plpgsql volatile security definer set search_path = nominal, pg_temp as $$
  declare
    destroyed integer;
  begin
    perform pg_advisory_xact_lock(hashtextextended('nominal keys of ' || of_operation, 0));
    update data_key k set wrapped = null, destroyed_at = at, destroyed_by = by_party
      where k.operation = of_operation and k.wrapped is not null;
    get diagnostics destroyed = row_count;
    insert into erasure values (of_operation, at, by_party, destroyed) on conflict do nothing;
    return destroyed;
  end $$;
  revoke all on function nominal.keys_of(text), nominal.keep_key(text, text, bytea), nominal.is_erased(text),
    nominal.any_key(), nominal.destroy_keys(text, timestamptz, text) from public`;
