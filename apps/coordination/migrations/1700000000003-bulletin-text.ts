import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the OCU decides about texts. */
export class BulletinText1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Each decision is a row of its own: who decided what and when stays known.
      create table text_decision (
        operation text not null,
        text_id text not null,
        version integer not null check (version > 0),
        chosen boolean not null,
        en text,
        ru text,
        original_only boolean not null,
        substance text,
        released jsonb not null,
        decided_by text not null,
        decided_at timestamptz not null,
        primary key (operation, text_id, version)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table text_decision');
  }
}
