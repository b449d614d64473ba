import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createProposalTable, dropProposalTable } from '#libs/proposals/proposal-table.js';

/** Versions of plans that wait for two persons, and their proposals. */
export class HeldPlan1700000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createProposalTable(runner);
    await runner.query(`
      create table held_plan (
        operation text primary key,
        plan_hash text not null,
        plan jsonb not null,
        changes text[] not null check (cardinality(changes) > 0),
        held_at timestamptz not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table held_plan');
    await dropProposalTable(runner);
  }
}
