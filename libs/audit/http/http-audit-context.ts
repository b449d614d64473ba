import { type Request } from 'express';
import { type Clock } from '#libs/observability/clock.js';
import { callerOf } from '#libs/web/access/caller.js';
import { type AuditActor, type AuditEntry } from '../audit-entry.js';
import { type AuditContext } from '../recording/audit-context.js';
import { type RequestEntry } from './request-entry.js';

const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A draft is nobody's statement and is saved at every pause in writing; what is sent of it is recorded. */
const DRAFT = 'daily-report.draft';

/** The context of one request. */
export class HttpAuditContext implements AuditContext {
  private actor: AuditActor | undefined;

  constructor(
    private readonly request: Request,
    private readonly describe: (request: Request) => RequestEntry,
    private readonly machine: Clock,
  ) {}

  is(actor: AuditActor): void {
    this.actor = actor;
  }

  change(): AuditEntry | undefined {
    if (HARMLESS.has(this.request.method)) return undefined;
    const entry = this.done('change');
    return entry.action === DRAFT ? undefined : entry;
  }

  disclosure(): AuditEntry {
    return this.done('disclosure');
  }

  /** By the machine's clock: a request that is refused sets no clock. */
  refusal(code: string): AuditEntry {
    return { ...this.common(), kind: 'refusal', at: this.machine.now(), outcome: code };
  }

  private done(kind: 'change' | 'disclosure'): AuditEntry {
    return { ...this.common(), kind, at: callerOf(this.request).clock.now(), outcome: 'done' };
  }

  private common(): RequestEntry {
    const described = this.describe(this.request);
    return { ...described, ...(this.actor && { actor: this.actor }) };
  }
}
