import { BlockList } from 'node:net';
import { type DynamicModule } from '@nestjs/common';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type DataSource, type EntityManager } from 'typeorm';
import { type Log } from '#libs/messaging/log.js';
import { type Clock } from '#libs/observability/clock.js';
import { type AuditEntry } from './audit-entry.js';
import { auditRequests } from './http/audit-requests.js';
import { AuditModule } from './reading/audit.module.js';
import { VerifyRegularly } from './reading/verify-regularly.js';
import { appendEntry } from './recording/append-entry.js';
import { recordChange } from './recording/record-change.js';
import { Refusals } from './recording/refusals.js';
import { Sealer } from './sealing/sealer.js';

export interface ServiceAuditOptions {
  /** Name of the service and of its schema. */
  readonly service: string;
  readonly databaseUrl: string;
  /** Role that the sealer takes on; the user of the URL unless told. */
  readonly role?: string;
  readonly dataSource: DataSource;
  /** The machine's. */
  readonly clock: Clock;
  readonly log: Log;
  readonly trustedProxies?: BlockList | undefined;
}

/** The audit trail of a service that runs: what is recorded, the sealer, and the regular recomputation. */
export class ServiceAudit {
  readonly sealer: Sealer;
  private readonly refusals: Refusals;
  private readonly verifying: VerifyRegularly;

  constructor(private readonly options: ServiceAuditOptions) {
    const { service: schema, databaseUrl, role, dataSource, clock, log } = options;
    this.sealer = new Sealer({ databaseUrl, schema, log, ...(role !== undefined && { role }) });
    this.refusals = new Refusals({ append: (entry) => this.append(entry), log });
    this.verifying = new VerifyRegularly({ dataSource, schema, clock, log });
  }

  /** Last step of every unit of work of the service. */
  readonly finish: (manager: EntityManager) => Promise<void> = recordChange(() => this.sealer.wake());

  /** The route that reads the trail. */
  module(): DynamicModule {
    return AuditModule.register(this.options.dataSource, () => this.verifying.read());
  }

  /** Behind `configureApp`. */
  attach(app: NestExpressApplication): void {
    const { service, clock, trustedProxies } = this.options;
    auditRequests(app, {
      ...{ prefix: `/api/${service}`, clock, refusals: this.refusals },
      proxies: trustedProxies ?? new BlockList(),
      append: (entry) => this.append(entry),
    });
  }

  start(): void {
    this.sealer.start();
    this.verifying.start();
  }

  /** Records what was counted, seals what it can, and ends. */
  async stop(): Promise<void> {
    await this.refusals.stop();
    await this.verifying.stop();
    await this.sealer.stop();
  }

  private append(entry: AuditEntry): Promise<void> {
    return appendEntry(this.options.dataSource.manager, entry, () => this.sealer.wake());
  }
}
