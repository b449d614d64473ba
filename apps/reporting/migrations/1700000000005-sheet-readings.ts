import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who is sending a workbook right now, and how many each person sent for a unit and day. */
export class SheetReadings1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row a person while a workbook of theirs is read.
      create table sheet_reading (
        party text primary key,
        token uuid not null,
        -- By the clock of the database: a process that ended in between leaves its row until then.
        until timestamptz not null
      );

      create table sheet_reading_count (
        party text not null,
        operation text not null,
        unit text not null,
        -- Day of the unit's own clocks.
        day date not null,
        readings integer not null check (readings > 0),
        -- By the clock of the database: old rows are removed by it.
        last_at timestamptz not null default clock_timestamp(),
        primary key (party, operation, unit, day)
      );
      create index sheet_reading_count_last_at on sheet_reading_count (last_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sheet_reading_count, sheet_reading');
  }
}
