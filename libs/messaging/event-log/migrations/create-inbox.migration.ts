import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a service's consumers have taken in, how far they are, and what they could not take. */
export class CreateInbox1795500000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table inbox (
        consumer text not null,
        event_id uuid not null,
        primary key (consumer, event_id)
      )`);
    await runner.query(`
      create table consumer_position (
        consumer text not null,
        source text not null,
        position bigint not null,
        primary key (consumer, source)
      )`);
    await runner.query(`
      create table dead_letter (
        id bigint generated always as identity primary key,
        consumer text not null,
        topic text not null,
        key text,
        event_id uuid,
        value bytea,
        headers jsonb not null,
        reason_code text not null,
        reason text not null,
        failed_at timestamptz not null default now(),
        redriven_at timestamptz
      )`);
    await runner.query(
      `create index dead_letter_waiting on dead_letter (consumer, id) where redriven_at is null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table dead_letter, consumer_position, inbox`);
  }
}
