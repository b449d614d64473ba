import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Requests counted for all processes of a service; nothing that must outlive a crash of the database. */
export class RateLimit1700000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Names, types and order of the columns are those that rate-limiter-flexible writes.
    await runner.query(`
      create unlogged table rate_limit (
        key varchar(255) primary key,
        points integer not null default 0,
        -- Milliseconds since 1970.
        expire bigint
      ) with (fillfactor = 50)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rate_limit');
  }
}
