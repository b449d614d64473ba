import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The kept log of a service's events and the last sequence of each key. */
export class CreateEventLog1795500000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table event (
        id bigint generated always as identity primary key,
        event_id uuid not null unique,
        topic text not null,
        key text not null,
        sequence bigint not null check (sequence > 0),
        type text not null,
        time timestamptz not null,
        value bytea not null,
        headers jsonb not null,
        position bigint check (position > 0),
        broker_partition integer,
        broker_offset bigint,
        failed_at timestamptz,
        failure text,
        created_at timestamptz not null default now(),
        unique (topic, key, sequence),
        check ((broker_partition is null) = (broker_offset is null)),
        check (failed_at is null or position is null)
      )`);
    // Values are JSON that the broker compresses anyway; compressing them here costs the relay time.
    await runner.query(`alter table event alter column value set storage external`);
    await runner.query(`create unique index event_position on event (position) where position is not null`);
    await runner.query(`create index event_unpositioned on event (id) where position is null`);
    await runner.query(
      `create index event_failed on event (topic, key) where failed_at is not null and position is null`,
    );
    await runner.query(
      `create index event_broker on event (topic, broker_partition, broker_offset) where broker_offset is not null`,
    );
    await runner.query(
      `create index event_off_broker on event (position) where position is not null and broker_offset is null`,
    );
    await runner.query(`
      create table event_key (
        topic text not null,
        key text not null,
        last_sequence bigint not null,
        primary key (topic, key)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table event_key, event`);
  }
}
