import { type Request } from 'express';
import { type Clock } from '#libs/observability/clock.js';
import { callerOf } from '#libs/web/access/caller.js';
import { type AuditActor, type AuditEntry } from '../audit-entry.js';
import { type AuditContext } from '../recording/audit-context.js';
import { type RequestEntry } from './request-entry.js';

const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);

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
    return HARMLESS.has(this.request.method) ? undefined : this.done('change');
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
