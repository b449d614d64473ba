import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Daily or supplementary. Bulletins that are there already are daily ones. */
export class BulletinKind1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table bulletin add column kind text not null default 'daily' check (kind in ('daily', 'supplementary'));
      alter table bulletin alter column kind drop default;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table bulletin drop column kind');
  }
}
