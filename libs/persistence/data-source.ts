import {
  DataSource,
  type DataSourceOptions,
  type EntitySchema,
  type MigrationInterface,
  type MixedList,
} from 'typeorm';

type Constructor<T> = new () => T;

/** How a service reaches its schema of the one database. */
export interface ServiceDatabaseOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly databaseUrl: string;
  /** Schema of the service; unqualified names in SQL resolve to it. */
  readonly schema: string;
  /** Role that the connections take on; without it they are those of the user who connects. */
  readonly role?: string;
  readonly entities?: MixedList<Constructor<object> | EntitySchema>;
  readonly migrations: readonly Constructor<MigrationInterface>[];
  /** Connections kept at most; 5 unless told. */
  readonly poolSize?: number;
}

/** A data source of its own for each service: nothing global, no default. Never synchronises the schema by itself. */
export function createDataSource(options: ServiceDatabaseOptions): DataSource {
  return new DataSource(dataSourceOptions(options));
}

/** The same as options. */
export function dataSourceOptions(options: ServiceDatabaseOptions): DataSourceOptions {
  return {
    type: 'postgres',
    url: options.databaseUrl,
    schema: options.schema,
    entities: options.entities ?? [],
    migrations: [...options.migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize: options.poolSize ?? 5,
    applicationName: `caravanserai-${options.schema}`,
    extra: {
      options: startOptions({
        search_path: options.schema,
        ...(options.role !== undefined && { role: options.role }),
      }),
      connectionTimeoutMillis: 10_000,
      statement_timeout: 30_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  };
}

/** Settings of a connection from its beginning: they are what RESET leads back to. */
export function startOptions(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

/** Creates the schema when it is missing and runs the migrations that have not run yet. Safe to call from several processes. */
export async function migrate(dataSource: DataSource, schema: string): Promise<readonly string[]> {
  if (!dataSource.isInitialized) await dataSource.initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(`select pg_advisory_lock(hashtext('caravanserai.migrate.' || $1))`, [schema]);
    await runner.query(`create schema if not exists "${schema}"`);
    const done = await dataSource.runMigrations();
    return done.map((migration) => migration.name);
  } finally {
    await runner.query(`select pg_advisory_unlock(hashtext('caravanserai.migrate.' || $1))`, [schema]);
    await runner.release();
  }
}
