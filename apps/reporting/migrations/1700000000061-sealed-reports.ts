import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Nominal values leave the open: each report keeps them beside its content, sealed under the key of its country. Texts of
 * drafts, reasons and answers to findings are sealed as a whole in their own columns.
 */
export class SealedReports1700000000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table revision
        add column nominal bytea,
        -- Of what left the country.
        add column forwarded_nominal bytea;
      alter table submission
        add column answer_nominal bytea,
        -- Whether the bytes as received are sealed; those of earlier versions are not.
        add column raw_sealed boolean not null default false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table submission drop column answer_nominal, drop column raw_sealed');
    await runner.query('alter table revision drop column nominal, drop column forwarded_nominal');
  }
}
