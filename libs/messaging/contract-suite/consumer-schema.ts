import { type DataSource } from 'typeorm';
import { createDataSource, migrate } from '#libs/persistence/data-source.js';
import { messagingMigrations } from '../event-log/messaging-migrations.js';

const TABLES = `
  create table if not exists effect (
    n bigint generated always as identity primary key,
    consumer text not null, event_id uuid not null, key text not null, sequence bigint not null
  );
  create table if not exists parent (id integer primary key);
  create table if not exists deferred (parent integer references parent deferrable initially deferred);`;

/** A service's schema with the messaging tables and a table for the effects of test handlers. */
export async function consumerSchema(databaseUrl: string, schema: string): Promise<DataSource> {
  const dataSource = createDataSource({ databaseUrl, schema, migrations: messagingMigrations });
  await migrate(dataSource, schema);
  await dataSource.query(TABLES);
  return dataSource;
}

/** Forgets everything of the test before. */
export async function clearConsumerSchema(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    'truncate event, event_key, inbox, consumer_position, dead_letter, effect, deferred',
  );
}
