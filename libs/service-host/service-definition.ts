import { type BlockList } from 'node:net';
import { type DynamicModule, type Type } from '@nestjs/common';
import { type DataSource, type MigrationInterface } from 'typeorm';
import { type Service } from '#libs/contracts/topics.js';
import { type QueuedTask, type ServiceJob } from '#libs/jobs/service-job.js';
import { type EventLog } from '#libs/messaging/event-log.js';
import { type Clock } from '#libs/observability/clock.js';
import { type UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { type SchemaRights } from '#libs/persistence/rights/table-rights.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { type MailConfig } from './mail-config.js';
import { type NominalConfig } from './nominal-config.js';
import { type SigningConfig } from './signing-config.js';

/** What the host hands to a service's module. */
export interface ServiceRuntime {
  readonly dataSource: DataSource;
  readonly unitOfWork: UnitOfWork;
  readonly eventLog: EventLog;
  readonly clock: Clock;
  readonly reference: ReferenceData;
  readonly isProduction: boolean;
  /** Folder with the product's configuration (`config/`). */
  readonly configFolder: string;
  /** Absent: the service sends no mail. */
  readonly mail?: MailConfig;
  /** File with the key under which identity keeps second factors; absent for the other services. */
  readonly identityKeyFile?: string;
  /** Reverse proxies whose word on the sender's address is taken; absent: none. */
  readonly trustedProxies?: BlockList;
  /** Absent: the service signs nothing. */
  readonly signing?: SigningConfig;
  /** Absent: the service keeps no nominal data. */
  readonly nominal?: NominalConfig;
}

/** A deployable bounded context: its schema is named like the service. */
export interface ServiceDefinition {
  readonly name: Service;
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** What requests and workers may do with each table. */
  readonly rights?: SchemaRights;
  /** Requests and workers take on the roles that the rights are given to; otherwise all is done as DATABASE_URL names. */
  readonly takesRoles?: boolean;
  /** Providers of the module that work once a minute. */
  readonly jobs?: readonly Type<ServiceJob>[];
  /** Providers of the module that do what is put into the service's queue. */
  readonly tasks?: readonly Type<QueuedTask>[];
  register(runtime: ServiceRuntime): DynamicModule;
  /** Why the service cannot serve yet, or undefined when it can (shown by the readiness probe). */
  notReadyBecause?(runtime: ServiceRuntime): Promise<string | undefined>;
}
