import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type DataSource } from 'typeorm';
import { type DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { type OperationDayClosed } from '#libs/contracts/operation-day/operation-day-events.dto.js';
import { EVENTS } from '#libs/contracts/topics.js';
import { auditMigrations } from '#libs/audit/migrations/audit-migrations.js';
import { messagingMigrations } from '#libs/messaging/event-log/messaging-migrations.js';
import { PostgresEventLog } from '#libs/messaging/event-log/postgres-event-log.js';
import { EventContext } from '#libs/messaging/received-event.js';
import { SystemClock } from '#libs/observability/clock.js';
import { createDataSource, migrate } from '#libs/persistence/data-source.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { type MailConfig } from '#libs/service-host/mail-config.js';
import { APP_OPTIONS, configureApp } from '#libs/web/configure-app.js';
import { createTestDatabase } from '../../../../test/support/postgres.js';
import { BulletinModule } from '../../bulletin.module.js';
import { bulletinService } from '../../index.js';
import { aSnapshot } from '../../testing/a-snapshot.js';
import { RENDER_OPTIONS } from '../../testing/render-options.js';
import { BulletinRenderer } from '../bulletin-renderer.js';
import { OperationDayClosedConsumer } from '../operation-day-closed.consumer.js';

const { name: SCHEMA, migrations } = bulletinService;

const dataSourceFor = (databaseUrl: string) =>
  createDataSource({
    databaseUrl,
    schema: SCHEMA,
    migrations: [...messagingMigrations, ...auditMigrations, ...migrations],
  });

const template = {
  name: 'bulletin',
  migrate: async (url: string) => {
    const dataSource = dataSourceFor(url);
    await migrate(dataSource, SCHEMA);
    await dataSource.destroy();
  },
};

export const HEAD = 'ocu_head/akhmetov';
export const ANALYST = 'ocu_analyst/nurlanova';
export const PARTICIPANT = 'participant:GE/beridze';
export const ISSUED_AT = '2017-09-06T05:00:00.000Z';

/** Who asks, when, and how. */
export interface AskOptions {
  readonly as?: string;
  readonly at?: string;
  readonly method?: 'GET' | 'POST' | 'HEAD';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Who proposes before an issue; by default the analyst. `null`: nobody. */
  readonly proposedBy?: string | null;
}

/** One process of the bulletin service over a database of the spec. */
export interface BulletinProcess {
  readonly app: NestExpressApplication;
  readonly renderer: BulletinRenderer;
  readonly dataSource: DataSource;
  /** Path below `/api/bulletin/operations/`; by default the head of the OCU asks at ISSUED_AT. */
  ask(path: string, options?: AskOptions): Promise<Response>;
  /** Hands an event to the consumer, in a transaction of its own. */
  consume(data: OperationDayClosed): Promise<void>;
  /** Rows of a query. */
  rows<T>(sql: string, ...values: unknown[]): Promise<T[]>;
}

export interface BulletinFixture extends BulletinProcess {
  readonly url: string;
  readonly adminUrl: string;
  /** Folder of the signing keys; the processes share it. */
  readonly keyFolder: string;
  /** A second process over the same database. */
  another(): Promise<BulletinProcess>;
  close(): Promise<void>;
}

/** What the processes are told besides. */
export interface Hosted {
  readonly configFolder?: string;
  readonly mail?: MailConfig;
}

/** A fresh database and a process of the service, listening on a free port of this machine. */
export async function openBulletinService(hosted: Hosted = {}): Promise<BulletinFixture> {
  const database = await createTestDatabase({ template });
  const keyFolder = await mkdtemp(path.join(tmpdir(), 'bulletin-keys-'));
  const processes: BulletinProcess[] = [];
  const start = async () => {
    const started = await startProcess(database.url, keyFolder, hosted);
    processes.push(started);
    return started;
  };
  return {
    ...(await start()),
    url: database.url,
    adminUrl: database.adminUrl,
    keyFolder,
    another: start,
    close: async () => {
      for (const { app, dataSource } of processes) {
        await app.close();
        await dataSource.destroy();
      }
      await database.drop();
      await rm(keyFolder, { recursive: true });
    },
  };
}

async function startProcess(
  url: string,
  keyFolder: string,
  { configFolder = '', mail }: Hosted,
): Promise<BulletinProcess> {
  const dataSource = await dataSourceFor(url).initialize();
  const module = BulletinModule.register({
    dataSource,
    unitOfWork: new UnitOfWork(dataSource),
    eventLog: new PostgresEventLog(),
    clock: new SystemClock(),
    isProduction: false,
    reference: RENDER_OPTIONS.referenceData as never,
    configFolder,
    ...(mail && { mail }),
    signing: { keysFile: path.join(keyFolder, 'keys.json'), mayCreate: true },
  });
  const app = await NestFactory.create<NestExpressApplication>(module, { ...APP_OPTIONS, logger: false });
  configureApp(app, 'bulletin');
  await app.listen(0, '127.0.0.1');
  const base = `${await app.getUrl()}/api/bulletin/operations/`;
  return {
    app,
    dataSource,
    renderer: app.get(BulletinRenderer),
    ask: async (path, options = {}) => {
      const { at = ISSUED_AT, proposedBy = ANALYST } = options;
      const proposal = { method: 'POST', as: proposedBy ?? '', at } as const;
      if (path.endsWith('/issue') && proposedBy !== null) await send(`${base}${path}/proposal`, proposal);
      return send(base + path, options);
    },
    consume: (data) =>
      dataSource.transaction((manager) =>
        app.get(OperationDayClosedConsumer).keepDraft(receivedOf(data), new EventContext([manager])),
      ),
    rows: (sql, ...values) => dataSource.query(sql, values),
  };
}

function send(
  url: string,
  { as = HEAD, at = ISSUED_AT, method = 'GET', headers = {}, body }: AskOptions,
): Promise<Response> {
  const ours = { 'x-acting-party': as, 'x-clock': at, ...(body && { 'content-type': 'application/json' }) };
  return fetch(url, {
    method,
    headers: { ...ours, ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
}

const receivedOf = (data: OperationDayClosed) => ({
  id: '0372d2c5-5ba5-5c2d-9490-7e20a6aa2832',
  type: EVENTS.operationDayClosed.type,
  topic: EVENTS.operationDayClosed.topic.name,
  key: data.operation,
  sequence: 1,
  time: data.snapshot.closedAt,
  data,
});

/** The event of a closed day; one operation for each test keeps tests apart. */
export function aClosedDay(operation: string, part: Partial<DaySnapshot> = {}): OperationDayClosed {
  const ordinary = aSnapshot()
    .with({ number: 1, ...part })
    .build();
  const snapshot = { ...ordinary, operation: { ...ordinary.operation, code: operation } };
  const snapshotHash = sha256Hex(canonicalJson(snapshot));
  return { operation, operationDay: snapshot.operationDay, snapshot, snapshotHash };
}

/** The problem code of a refusal. */
export async function codeOf(response: Response): Promise<string> {
  const { type } = (await response.json()) as { type: string };
  return type.replace('urn:caravanserai:problem:', '');
}
