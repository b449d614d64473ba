import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Plans, what is known of the daily reports, seals, closings, closed days and the counter of bulletin numbers. */
export class Coordination1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table operation_plan (
        operation text primary key,
        version integer not null check (version > 0),
        plan_hash text not null,
        plan jsonb not null
      );

      -- What reporting told of each unit-day, in the order of the unit's key. Forwarded ones carry content and tally.
      create table daily_report_event (
        operation text not null,
        operation_day date not null,
        unit text not null,
        sequence bigint not null,
        state text not null check (state in ('submitted', 'returned', 'forwarded')),
        revision integer not null,
        kind text not null,
        at timestamptz not null,
        on_time boolean,
        reason text,
        content_hash text,
        content jsonb,
        findings jsonb,
        tally jsonb,
        primary key (operation, operation_day, unit, sequence),
        check ((state = 'forwarded') = (tally is not null))
      );
    `);
    await createClosing(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table closed_day, bulletin_number, seal, closing, daily_report_event, operation_plan',
    );
  }
}

async function createClosing(runner: QueryRunner): Promise<void> {
  await runner.query(`
      create table closing (
        operation text not null,
        operation_day date not null,
        attempt integer not null check (attempt > 0),
        state text not null check (state in ('sealing', 'closed')),
        requested_at timestamptz not null,
        requested_by text not null,
        assessment jsonb,
        override jsonb,
        overridden_by text,
        primary key (operation, operation_day)
      );

      create table seal (
        operation text not null,
        operation_day date not null,
        unit text not null,
        attempt integer not null,
        last_sequence bigint not null,
        -- The seal's own place on the unit's key: with it every sequence up to the next seal is accounted for.
        sequence bigint not null,
        primary key (operation, operation_day, attempt, unit)
      );

      -- A row per operation: numbers without gaps, because it is raised in the closing transaction.
      create table bulletin_number (
        operation text primary key,
        last_number integer not null check (last_number >= 0)
      );

      create table closed_day (
        operation text not null,
        operation_day date not null,
        revision integer not null check (revision >= 0),
        number integer not null check (number > 0),
        closed_at timestamptz not null,
        snapshot_hash text not null,
        snapshot jsonb not null,
        basis jsonb not null,
        primary key (operation, operation_day, revision),
        unique (operation, number, revision)
      );
    `);
}
