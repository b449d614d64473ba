import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type ServiceJob } from '#libs/jobs/service-job.js';
import { ProblemError } from '#libs/web/problem.js';
import { OperationPlanRepository } from '../../operation-plan/operation-plan.repository.js';
import { type RevisionKey } from '../daily-report.records.js';
import { ForwardDailyReport } from './forward-daily-report.js';

const PARTY = 'system/silent-contact-point';
const HOUR = 3_600_000;

/**
 * Forwards what the contact point left without an answer for the hours that the Plan gives it. Held reports wait on, and
 * timeliness is decided as for every forwarding. Revisions that differ in withheld records alone are one
 * (docs/counting-rules.md, basis 4): they have the hours of the first of them, and wait on where any of them was held.
 * Where nominal data was erased nothing can be forwarded any more.
 */
@Injectable()
export class ForwardSilently implements ServiceJob {
  readonly name = 'silent-contact-point';

  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: OperationPlanRepository,
    private readonly forwardDailyReport: ForwardDailyReport,
  ) {}

  /** One report that cannot be forwarded holds up no other. @throws Error that names those, once the others are done */
  async run(now: string): Promise<void> {
    const failures: Error[] = [];
    for (const plan of await this.plans.all()) {
      if (plan.forwardAfterHours === undefined) continue;
      const submittedUntil = new Date(Date.parse(now) - plan.forwardAfterHours * HOUR).toISOString();
      for (const key of await this.waitingSince(plan, submittedUntil))
        await this.forward(key, plan, now).catch((error: unknown) => failures.push(failureOf(key, error)));
    }
    if (failures.length > 0)
      throw new AggregateError(failures, failures.map(({ message }) => message).join('; '));
  }

  private waitingSince({ code }: OperationPlan, submittedUntil: string): Promise<RevisionKey[]> {
    return this.dataSource.query(
      `select operation, unit, to_char(operation_day, 'YYYY-MM-DD') as "operationDay", revision
       from revision waiting
       cross join lateral (
         select least(min(submitted_at), waiting.submitted_at) as since
         from revision where (operation, operation_day, unit, told_as)
           = (waiting.operation, waiting.operation_day, waiting.unit, waiting.told_as)) first
       where operation = $1 and not nominal.is_erased($1) and state = 'submitted' and since <= $2 and not exists (
         select 1 from state_change s join revision held using (operation, operation_day, unit, revision)
         where s.action = 'hold' and (operation, operation_day, unit, held.told_as)
           = (waiting.operation, waiting.operation_day, waiting.unit, waiting.told_as))
       order by since, unit, operation_day`,
      [code, submittedUntil],
    );
  }

  private async forward(key: RevisionKey, plan: OperationPlan, at: string): Promise<void> {
    const unit = plan.units.find(({ id }) => id === key.unit);
    // A newer version of the plan may no longer have the unit.
    if (!unit) return;
    const act = { at, party: PARTY, timeZone: unit.timeZone, origin: { channel: 'system' } as const };
    try {
      await this.forwardDailyReport.run(key, plan, act);
    } catch (error) {
      // Somebody took a step meanwhile: the contact point is not silent any more.
      if (!(error instanceof ProblemError && error.code === 'state-conflict')) throw error;
    }
  }
}

function failureOf({ unit, operationDay, revision }: RevisionKey, cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new Error(`${unit} ${operationDay}/${revision} was not forwarded: ${why}`, { cause });
}
