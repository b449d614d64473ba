import { IsOptional, IsString } from 'class-validator';
import { type DataSource } from 'typeorm';
import { TOPICS, type EventDefinition } from '#libs/contracts/topics.js';
import { createDataSource, migrate } from '#libs/persistence/data-source.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { type NewEvent } from '../event-log.js';
import { messagingMigrations } from './messaging-migrations.js';
import { PostgresEventLog } from './postgres-event-log.js';

/** An event of the specs. Its fields `key` and `value` are those that careless transports mistake for a message. */
export class Noted {
  @IsString() text!: string;
  @IsOptional() @IsString() key?: string;
  @IsOptional() @IsString() value?: string;
}

export const NOTED: EventDefinition<Noted> = {
  type: 'org.caravanserai.bulletin.Noted.v1',
  topic: TOPICS.bulletin,
  shape: Noted,
  description: 'Something for the specs.',
};

export const SCHEMA = 'service';

export function noted(key: string, text: string): NewEvent<Noted> {
  return { definition: NOTED, key, data: { text }, occurredAt: '2017-09-05T18:00:00.000Z' };
}

export interface LogFixture {
  readonly database: TestDatabase;
  readonly dataSource: DataSource;
  readonly log: PostgresEventLog;
  append(...events: NewEvent[]): Promise<void>;
  /** Appends so many events of the key, with texts `<key>-1`, `<key>-2` … */
  appendMany(key: string, count: number): Promise<void>;
  /** Positions and texts in the order of the positions. */
  positioned(): Promise<{ position: number; text: string }[]>;
  close(): Promise<void>;
}

function dataSourceFor(url: string): DataSource {
  return createDataSource({ databaseUrl: url, schema: SCHEMA, migrations: messagingMigrations, poolSize: 4 });
}

const template = {
  name: 'messaging',
  migrate: async (url: string) => {
    const dataSource = dataSourceFor(url);
    await migrate(dataSource, SCHEMA);
    await dataSource.destroy();
  },
};

/** A fresh database with an empty event log. */
export async function openLog(): Promise<LogFixture> {
  const database = await createTestDatabase({ template });
  const dataSource = await dataSourceFor(database.url).initialize();
  const log = new PostgresEventLog();
  const append = async (...events: NewEvent[]) => {
    await dataSource.transaction((manager) => log.appendAll(manager, events));
  };
  return {
    database,
    dataSource,
    log,
    append,
    appendMany: (key, count) =>
      append(...Array.from({ length: count }, (_none, index) => noted(key, `${key}-${index + 1}`))),
    positioned: async () => {
      const rows = await dataSource.query<{ position: string; value: Buffer }[]>(
        `select position, value from event where position is not null order by position`,
      );
      return rows.map(({ position, value }) => ({
        position: Number(position),
        text: (JSON.parse(value.toString()) as Noted).text,
      }));
    },
    close: async () => {
      await dataSource.destroy();
      await database.drop();
    },
  };
}
