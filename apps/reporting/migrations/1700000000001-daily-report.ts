import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Plans, unit-days, revisions, submissions with their raw bytes, and every change of state. */
export class DailyReport1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table operation_plan (
        operation text primary key,
        version integer not null check (version > 0),
        plan jsonb not null
      );

      -- The aggregate: its row is locked by every command about this unit and day.
      create table unit_day (
        operation text not null,
        unit text not null,
        operation_day date not null,
        newest_revision integer not null default 0,
        newest_forwarded_revision integer,
        first_forwarded_at timestamptz,
        on_time boolean,
        primary key (operation, operation_day, unit),
        check ((first_forwarded_at is null) = (on_time is null))
      );

      create table revision (
        operation text not null,
        unit text not null,
        operation_day date not null,
        revision integer not null check (revision > 0),
        kind text not null check (kind in ('report', 'nil', 'void')),
        state text not null check (state in ('submitted', 'superseded', 'returned', 'forwarded')),
        submission_id uuid not null,
        content_hash text not null,
        content jsonb not null,
        findings jsonb not null,
        based_on integer,
        reason text,
        reason_text text,
        submitted_at timestamptz not null,
        submitted_by text not null,
        forwarded_at timestamptz,
        primary key (operation, operation_day, unit, revision),
        foreign key (operation, operation_day, unit) references unit_day
      );
    `);
    await createSubmission(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table state_change, submission, revision, unit_day, operation_plan');
  }
}

async function createSubmission(runner: QueryRunner): Promise<void> {
  await runner.query(`
      -- Each accepted request: the bytes as received and the first answer, so that a repeated send gets it again.
      create table submission (
        operation text not null,
        unit text not null,
        submission_id uuid not null,
        request_hash text not null,
        operation_day date not null,
        revision integer not null,
        answer jsonb not null,
        raw bytea not null,
        received_at timestamptz not null,
        primary key (operation, unit, submission_id)
      );

      create table state_change (
        id bigint generated always as identity primary key,
        operation text not null,
        unit text not null,
        operation_day date not null,
        revision integer not null,
        from_state text,
        to_state text not null,
        action text not null,
        at timestamptz not null,
        party text not null,
        reasons jsonb
      );
      create index state_change_unit_day on state_change (operation, operation_day, unit, id);
    `);
}
