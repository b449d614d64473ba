import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DataSource } from 'typeorm';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type Service } from '#libs/contracts/topics.js';
import { type NewEvent } from '#libs/messaging/event-log.js';
import { PostgresEventLog } from '#libs/messaging/event-log/postgres-event-log.js';
import { createLogger } from '#libs/observability/logger.js';
import { createDataSource } from '#libs/persistence/data-source.js';
import { listen } from '#libs/service-host/listen.js';
import { type ServiceDefinition } from '#libs/service-host/service-definition.js';
import {
  migrateService,
  startService,
  type RunningService,
  type StartOptions,
} from '#libs/service-host/start-service.js';
import { createTestDatabase, type TestDatabase } from './postgres.js';

/** A request as a spec writes it. */
export interface Sent {
  readonly party: string;
  /** The clock of the request. */
  readonly at?: string;
  /** Sent as JSON; text and bytes as they are. */
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly text: string;
  readonly headers: Headers;
}

/** An event as it lies in a log. */
export interface LoggedRow {
  readonly type: string;
  readonly key: string;
  readonly sequence: number;
  readonly data: Record<string, unknown>;
}

export interface TestBed {
  readonly services: ReadonlyMap<Service, RunningService>;
  post<T = Record<string, unknown>>(path: string, sent: Sent): Promise<Answer<T>>;
  put<T = Record<string, unknown>>(path: string, sent: Sent): Promise<Answer<T>>;
  get<T = Record<string, unknown>>(path: string, sent: Sent): Promise<Answer<T>>;
  delete<T = Record<string, unknown>>(path: string, sent: Sent): Promise<Answer<T>>;
  /** SQL in the schema of a service. */
  query<T>(service: Service, sql: string, values?: unknown[]): Promise<T[]>;
  /** The log of a service in the order of its rows; of one event where the name is given, e.g. `DailyReportForwarded`. */
  events(service: Service, name?: string): Promise<LoggedRow[]>;
  /** Appends events as a service that does not run here would have published them. */
  publish(service: Service, ...events: NewEvent[]): Promise<void>;
  dataSource(service: Service): DataSource;
  /** Stops the services and starts them again, with these plans. */
  restart(plans: readonly OperationPlan[]): Promise<void>;
  stop(): Promise<void>;
}

type HostOptions = Pick<
  StartOptions,
  'isProduction' | 'jobs' | 'mail' | 'identityKeyFile' | 'trustedProxies' | 'signing'
>;

export interface BedOptions {
  /** Services that run. */
  readonly run: readonly ServiceDefinition[];
  /** Services that do not run: their schema holds the event log alone. */
  readonly logs?: readonly Service[];
  readonly plans?: readonly OperationPlan[];
  /** How the services are hosted; without jobs and mail unless told. */
  readonly host?: HostOptions;
}

/** Services on the embedded bus in one fresh database, reached through real HTTP. */
export async function startTestBed({ run, logs = [], plans = [], host = {} }: BedOptions): Promise<TestBed> {
  const all = [...run, ...logs.map(logAlone)];
  const database = await freshDatabase(all);
  const configFolder = await mkdtemp(path.join(tmpdir(), 'config-'));
  const sources = new Map<Service, DataSource>();
  for (const { name } of all) {
    const source = createDataSource({ databaseUrl: database.url, schema: name, migrations: [] });
    sources.set(name, await source.initialize());
  }
  const bed = new Bed(run, database, configFolder, sources, host);
  await bed.start(plans);
  return bed;
}

function logAlone(name: Service): ServiceDefinition {
  const register = () => {
    throw new Error(`${name} has a log alone and does not run here`);
  };
  return { name, migrations: [], rights: {}, register };
}

function freshDatabase(definitions: readonly ServiceDefinition[]): Promise<TestDatabase> {
  const parts = definitions.map(({ name: service, migrations }) => `${service}:${migrations.length}`);
  const name = `services ${parts.sort().join(' ')}`;
  const migrate = async (url: string) => {
    for (const definition of definitions) await migrateService(definition, url);
  };
  return createTestDatabase({ template: { name, migrate } });
}

/** Writes the plans of a configuration folder: JSON is YAML too. */
async function writePlans(folder: string, plans: readonly OperationPlan[]): Promise<void> {
  await mkdir(path.join(folder, 'operations'), { recursive: true });
  for (const plan of plans) {
    await writeFile(path.join(folder, 'operations', `${plan.code}.yaml`), JSON.stringify(plan, null, 2));
  }
}

class Bed implements TestBed {
  readonly services = new Map<Service, RunningService>();
  private readonly ports = new Map<string, number>();
  private readonly log = new PostgresEventLog();

  constructor(
    private readonly run: readonly ServiceDefinition[],
    private readonly database: TestDatabase,
    private readonly configFolder: string,
    private readonly sources: ReadonlyMap<Service, DataSource>,
    private readonly host: HostOptions,
  ) {}

  async start(plans: readonly OperationPlan[]): Promise<void> {
    await writePlans(this.configFolder, plans);
    for (const definition of this.run) {
      const service = await startService(definition, {
        databaseUrl: this.database.url,
        nominal: { keyFile: path.join(this.configFolder, 'nominal.key'), mayCreate: true },
        ...this.host,
        messaging: { kind: 'embedded' },
        configFolder: this.configFolder,
        log: createLogger(definition.name, 'silent'),
        onFatal: () => undefined,
        positioned: () => this.services.forEach((other) => other.wake()),
      });
      this.services.set(definition.name, service);
      this.ports.set(definition.name, await listen(service.app, '127.0.0.1', 0));
    }
  }

  async restart(plans: readonly OperationPlan[]): Promise<void> {
    await this.stopServices();
    await this.start(plans);
  }

  post<T>(where: string, sent: Sent): Promise<Answer<T>> {
    return this.send('POST', where, sent);
  }

  put<T>(where: string, sent: Sent): Promise<Answer<T>> {
    return this.send('PUT', where, sent);
  }

  get<T>(where: string, sent: Sent): Promise<Answer<T>> {
    return this.send('GET', where, sent);
  }

  delete<T>(where: string, sent: Sent): Promise<Answer<T>> {
    return this.send('DELETE', where, sent);
  }

  dataSource(service: Service): DataSource {
    const source = this.sources.get(service);
    if (!source) throw new Error(`the schema of ${service} is not there`);
    return source;
  }

  query<T>(service: Service, sql: string, values: unknown[] = []): Promise<T[]> {
    return this.dataSource(service).query(sql, values);
  }

  async events(service: Service, name = '%'): Promise<LoggedRow[]> {
    const rows = await this.query<Omit<LoggedRow, 'data'> & { value: Buffer }>(
      service,
      'select type, key, sequence::int as sequence, value from event where type like $1 order by id',
      [`%.${name}.v1`],
    );
    return rows.map(({ value, ...row }) => ({
      ...row,
      data: JSON.parse(value.toString()) as LoggedRow['data'],
    }));
  }

  async publish(service: Service, ...events: NewEvent[]): Promise<void> {
    await this.dataSource(service).transaction(async (manager) => {
      await this.log.appendAll(manager, events);
      await manager.query(
        `update event set position = numbered.position from (
           select id, (select coalesce(max(position), 0) from event) + row_number() over (order by id) as position
           from event where position is null) as numbered where numbered.id = event.id`,
      );
    });
    this.services.forEach((running) => running.wake());
  }

  async stop(): Promise<void> {
    await this.stopServices();
    for (const source of this.sources.values()) await source.destroy();
    await rm(this.configFolder, { recursive: true });
    await this.database.drop();
  }

  private async stopServices(): Promise<void> {
    for (const service of this.services.values()) await service.stop();
    this.services.clear();
  }

  private async send<T>(
    method: string,
    where: string,
    { party, at, body, headers }: Sent,
  ): Promise<Answer<T>> {
    const port = this.ports.get(where.split('/')[2] ?? '');
    if (port === undefined) throw new Error(`no service runs for ${where}`);
    const response = await fetch(`http://127.0.0.1:${port}${where}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-acting-party': party,
        ...(at !== undefined && { 'x-clock': at }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text) as T, text, headers: response.headers };
  }
}
