import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '#libs/persistence/embedded/start-embedded-postgres.js';
import { brokerAvailability } from '#libs/local-broker/broker-availability.js';
import { startLocalBroker, type LocalBroker } from '#libs/local-broker/local-broker.js';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Where a spec reaches PostgreSQL: `admin` makes databases, `service` is the URL of a database that does not exist yet. */
export interface PostgresAddress {
  readonly adminUrl: string;
  readonly serviceUrl: string;
}

/** Where a spec reaches Kafka, or why it cannot. */
export type KafkaAddress = { readonly brokers: string } | { readonly unavailable: string };

// Nothing of a test run must outlive a power cut.
const throwAway = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
};

/** The servers of one test run: each is started when the first spec asks for it, and only then. */
export class TestServers {
  private postgres: Promise<EmbeddedPostgres> | undefined;
  private kafka: Promise<LocalBroker | { unavailable: string }> | undefined;

  constructor(private readonly folder: string) {}

  async postgresAddress(): Promise<PostgresAddress> {
    this.postgres ??= this.startPostgres();
    const server = await this.postgres;
    return { adminUrl: server.adminUrl, serviceUrl: server.url('nowhere') };
  }

  async kafkaAddress(): Promise<KafkaAddress> {
    this.kafka ??= this.startKafka();
    const broker = await this.kafka;
    return 'unavailable' in broker ? broker : { brokers: broker.brokers };
  }

  /** Stops what was started, and deletes its data. A server that had failed to start is nothing to stop. */
  async stop(): Promise<void> {
    await Promise.all([this.stopPostgres().catch(() => undefined), this.stopKafka().catch(() => undefined)]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async stopPostgres(): Promise<void> {
    const server = await this.postgres;
    await server?.stop();
    // Under a closed home the cluster lies elsewhere, in a folder of its own.
    if (server && !server.cluster.startsWith(this.folder))
      rmSync(path.dirname(server.cluster), { recursive: true, force: true });
  }

  private async stopKafka(): Promise<void> {
    const broker = await this.kafka;
    if (broker && 'stop' in broker) await broker.stop();
  }

  private async startPostgres(): Promise<EmbeddedPostgres> {
    mkdirSync(this.folder, { recursive: true });
    chmodSync(this.folder, 0o755);
    return startEmbeddedPostgres({ dataFolder: path.join(this.folder, 'postgres'), settings: throwAway });
  }

  private async startKafka(): Promise<LocalBroker | { unavailable: string }> {
    const answer = await brokerAvailability();
    if (!answer.available) return { unavailable: answer.reason };
    return startLocalBroker({ dataFolder: path.join(this.folder, 'kafka'), heapMb: 384 });
  }
}
