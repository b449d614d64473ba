import { type MigrationInterface } from 'typeorm';
import { CreateEventLog1795500000001 } from './migrations/create-event-log.migration.js';
import { CreateInbox1795500000002 } from './migrations/create-inbox.migration.js';

/** Tables that every service with events has in its own schema; a service puts them before its own migrations. */
export const messagingMigrations: readonly (new () => MigrationInterface)[] = [
  CreateEventLog1795500000001,
  CreateInbox1795500000002,
];
