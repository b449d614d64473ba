import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Signed statements of how far the audit trails of all services went; they are only ever added. */
export class AuditCheckpoint1700000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_checkpoint (
        number integer primary key check (number > 0),
        statement text not null,
        signature text not null,
        made_at timestamptz(3) not null default clock_timestamp()
      )`);
    await runner.query(`create trigger audit_checkpoint_stays before update or delete or truncate on audit_checkpoint
      for each statement execute function audit_refuse()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table audit_checkpoint`);
  }
}
