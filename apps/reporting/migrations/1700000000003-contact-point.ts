import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Drafts with their lines, signatures of national days, and notifications. */
export class ContactPoint1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createDrafts(runner);
    await createSignatures(runner);
    await createNotifications(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notification, national_day_signature, draft_line, draft');
  }
}

async function createDrafts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- Its row is locked by every change. The versions go on when a draft was sent and the next one begins.
    create table draft (
      operation text not null,
      unit text not null,
      operation_day date not null,
      draft_id uuid not null,
      version integer not null check (version > 0),
      -- Everything of the report but the lines.
      rest jsonb not null,
      changed_at timestamptz not null,
      changed_by text not null,
      -- The submission that it became: such a draft is gone, and a repeated send gets its answer.
      sent_submission uuid,
      primary key (operation, operation_day, unit)
    );

    create table draft_line (
      operation text not null,
      unit text not null,
      operation_day date not null,
      line_id text not null,
      place bigint generated always as identity,
      version integer not null check (version > 0),
      author text not null,
      line jsonb not null,
      primary key (operation, operation_day, unit, line_id),
      foreign key (operation, operation_day, unit) references draft
    );
  `);
}

async function createSignatures(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table national_day_signature (
      operation text not null,
      country text not null,
      operation_day date not null,
      number integer not null check (number > 0),
      signed_at timestamptz not null,
      signed_by text not null,
      capacity text not null check (capacity in ('contact_point', 'deputy')),
      -- SHA-256 over the units with their newest forwarded revisions and content hashes.
      hash text not null,
      units jsonb not null,
      primary key (operation, country, operation_day, number)
    );
  `);
}

async function createNotifications(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table notification (
      id uuid primary key,
      operation text not null,
      operation_day date not null,
      unit text not null,
      -- A unit or the contact point of a country.
      recipient text not null,
      kind text not null,
      -- When it is due, told by the rule: 'before-120' is two hours before the cut-off.
      moment text not null,
      cut_off timestamptz not null,
      created_at timestamptz not null,
      read_at timestamptz,
      read_by text,
      unique (operation, operation_day, unit, recipient, moment)
    );
    create index notification_of_recipient on notification (operation, recipient, created_at);
  `);
}
