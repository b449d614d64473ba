import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The distribution ledger: where each issued bulletin stands in each country, and the countries' signed receipts. */
export class Distribution1700000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LEDGER);
    await runner.query(RECEIPTS);
    await runner.query(GUARDS);
    const [{ schema } = {}] = (await runner.query('select current_schema() as schema')) as {
      schema?: string;
    }[];
    await runner.query(chainEnd(schema ?? ''));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function receipt_chain_end');
    await runner.query('drop table delivery_receipt, delivery_change, delivery_channel, delivery');
    await runner.query('drop function refuse_ledger_change');
  }
}

const LEDGER = `
  create table delivery (
    operation text not null,
    number integer not null,
    revision integer not null,
    country text not null check (country ~ '^[A-Z]{2}$'),
    state text not null check (state in ('queued', 'delivered', 'opened', 'acknowledged', 'refused')),
    queued_at timestamptz not null,
    acknowledge_by timestamptz not null,
    changed_at timestamptz not null,
    primary key (operation, number, revision, country),
    foreign key (operation, number, revision) references bulletin
  );
  create index delivery_of_country on delivery (operation, country, number, revision);

  -- The ways of one bulletin to one country.
  create table delivery_channel (
    operation text not null,
    number integer not null,
    revision integer not null,
    country text not null,
    channel text not null check (channel in ('mailbox', 'email', 'webhook', 'package')),
    state text not null check (state in ('queued', 'delivered', 'undeliverable')),
    attempts integer not null default 0,
    last_error text,
    changed_at timestamptz not null,
    primary key (operation, number, revision, country, channel),
    foreign key (operation, number, revision, country) references delivery
  );
  create index delivery_channel_queued on delivery_channel (operation, number, revision)
    where state = 'queued' and channel in ('email', 'webhook');

  -- Every step, never changed: who, when, from where.
  create table delivery_change (
    id bigint generated always as identity primary key,
    operation text not null,
    number integer not null,
    revision integer not null,
    country text not null,
    channel text,
    step text not null check (step in ('queued', 'delivered', 'opened', 'acknowledged', 'refused', 'undeliverable',
      'sent_again', 'other_hash')),
    at timestamptz not null,
    party text not null,
    origin text not null check (origin in ('issue', 'job', 'api')),
    detail text,
    foreign key (operation, number, revision, country) references delivery
  );
  create index delivery_change_of on delivery_change (operation, number, revision, country, id)`;

/** What a receipt says stands in its record, whose bytes are signed; the columns repeat it. */
const RECEIPTS = `
  create table delivery_receipt (
    operation text not null,
    number integer not null,
    revision integer not null,
    country text not null,
    kind text not null check (kind in ('acknowledged', 'refused')),
    -- In the order in which they came within the operation: 1, 2, 3 …
    place integer not null check (place > 0),
    record bytea not null,
    record_hash text not null,
    previous_place integer generated always as (place - 1) stored,
    previous_hash text,
    signature text not null check (signature ~ '^[A-Za-z0-9_-]+[.][.][A-Za-z0-9_-]{86}$'),
    key_id text not null,
    primary key (operation, place),
    unique (operation, number, revision, country, kind),
    unique (operation, place, record_hash),
    foreign key (operation, number, revision, country) references delivery,
    foreign key (operation, previous_place, previous_hash)
      references delivery_receipt (operation, place, record_hash),
    check ((place = 1) = (previous_hash is null)),
    check (encode(sha256(record), 'hex') = record_hash),
    check ((convert_from(record, 'UTF8')::jsonb ->> 'operation') is not distinct from operation
       and (convert_from(record, 'UTF8')::jsonb ->> 'number') is not distinct from number::text
       and (convert_from(record, 'UTF8')::jsonb ->> 'revision') is not distinct from revision::text
       and (convert_from(record, 'UTF8')::jsonb ->> 'country') is not distinct from country
       and (convert_from(record, 'UTF8')::jsonb ->> 'kind') is not distinct from kind
       and (convert_from(record, 'UTF8')::jsonb ->> 'place') is not distinct from place::text
       and (convert_from(record, 'UTF8')::jsonb ->> 'previousHash') is not distinct from previous_hash
       and (convert_from(record, 'UTF8')::jsonb ->> 'keyId') is not distinct from key_id)
  )`;

/** Steps and receipts are added and stay. */
const GUARDS = `
  create function refuse_ledger_change() returns trigger language plpgsql as $$
  begin
    raise exception 'What table % holds can neither be changed nor deleted.', tg_table_name
      using errcode = 'restrict_violation';
  end $$;

  create trigger delivery_change_guard before update or delete on delivery_change
    for each row execute function refuse_ledger_change();
  create trigger delivery_change_truncate before truncate on delivery_change
    for each statement execute function refuse_ledger_change();
  create trigger delivery_receipt_guard before update or delete on delivery_receipt
    for each row execute function refuse_ledger_change();
  create trigger delivery_receipt_truncate before truncate on delivery_receipt
    for each statement execute function refuse_ledger_change()`;

/** The newest link of an operation's chain may be of another country, which is shown nothing else of it. */
const chainEnd = (schema: string): string => `
  create function receipt_chain_end(of_operation text) returns table (place integer, record_hash text)
  language sql stable security definer set search_path = "${schema}", pg_temp as $$
    select r.place, r.record_hash from delivery_receipt r where r.operation = of_operation order by r.place desc limit 1
  $$`;
