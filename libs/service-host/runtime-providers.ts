import { type Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EventLog } from '#libs/messaging/event-log.js';
import { Clock } from '#libs/observability/clock.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { type ServiceRuntime } from './service-definition.js';

/** Injection token of the reference data (an interface has no token of its own). */
export const REFERENCE_DATA = Symbol('reference data');
/** Injection token of the configuration folder. */
export const CONFIG_FOLDER = Symbol('configuration folder');

/** Injection token of the mail configuration (`MailConfig | undefined`). */
export const MAIL_CONFIG = Symbol('mail configuration');

/** Injection token of the signing configuration (`SigningConfig | undefined`). */
export const SIGNING_CONFIG = Symbol('signing configuration');

/** The runtime as providers of a service's module; nothing is global. */
export function runtimeProviders(runtime: ServiceRuntime): Provider[] {
  return [
    { provide: DataSource, useValue: runtime.dataSource },
    { provide: UnitOfWork, useValue: runtime.unitOfWork },
    { provide: EventLog, useValue: runtime.eventLog },
    { provide: Clock, useValue: runtime.clock },
    { provide: REFERENCE_DATA, useValue: runtime.reference },
    { provide: CONFIG_FOLDER, useValue: runtime.configFolder },
    { provide: MAIL_CONFIG, useValue: runtime.mail },
    { provide: SIGNING_CONFIG, useValue: runtime.signing },
  ];
}
