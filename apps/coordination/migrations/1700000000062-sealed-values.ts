import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Nominal values of forwarded reports, sealed. Before this they stood in the open; such a table is replaced by an empty
 * one, because a migration has no keys.
 */
export class SealedValues1700000000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table daily_report_event add column nominal text;

      drop table if exists nominal_value;
      -- Names, plates and numbers that must not stand in a bulletin: of all forwarded reports, each once.
      create table nominal_value (
        operation text not null,
        kind text not null,
        -- Pseudonym of what is compared of the value: it tells that a value is there already, and nothing else.
        folded text not null,
        -- Sealed under the key of the unit's country.
        value bytea not null,
        -- Unit whose report held it first.
        unit text not null,
        primary key (operation, kind, folded)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table nominal_value');
    await runner.query('alter table daily_report_event drop column nominal');
  }
}
