import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a submission's bytes are: reports come in as JSON and as sheets. */
export class LifeCycle1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table submission add column raw_media_type text not null default 'application/json'`,
    );
    await runner.query('alter table submission alter column raw_media_type drop default');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table submission drop column raw_media_type');
  }
}
