import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The number of seals of an attempt, so that none is counted again, and the way to the events before a seal. */
export class SealsArrived1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table closing add column seals_arrived integer not null default 0 check (seals_arrived >= 0);
      update closing set seals_arrived = (
        select count(*) from seal
        where seal.operation = closing.operation and seal.operation_day = closing.operation_day
          and seal.attempt = closing.attempt);
      create index daily_report_event_of_unit on daily_report_event (operation, unit, sequence);
      create index seal_of_unit on seal (operation, unit, sequence);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index daily_report_event_of_unit, seal_of_unit;
      alter table closing drop column seals_arrived;
    `);
  }
}
