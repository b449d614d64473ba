import { type MigrationInterface } from 'typeorm';
import { AuditTrail1700000000020 } from './1700000000020-audit-trail.js';

/** The tables of the audit trail, which every service has in its own schema. */
export const auditMigrations: readonly (new () => MigrationInterface)[] = [AuditTrail1700000000020];
