import { Injectable } from '@nestjs/common';
import { v5 as uuidOf } from 'uuid';
import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { ProblemError } from '#libs/web/problem.js';
import { localInstant } from '../daily-report/life-cycle/act.js';
import { type Act } from '../daily-report/daily-report.records.js';
import { ForwardDailyReport } from '../daily-report/life-cycle/forward-daily-report.js';
import { SubmissionRepository } from '../daily-report/submission/submission.repository.js';
import { SubmitDailyReport } from '../daily-report/submission/submit-daily-report.js';
import { type FoundCountry } from '../operation-plan/find-country.js';
import { type NilReportsRequest } from './nil-reports.dto.js';

/** What became of the nil report of one unit; a problem beside a revision is one of its forwarding. */
export interface NilOutcome {
  readonly unit: string;
  readonly revision?: number;
  /** Given when it was forwarded. */
  readonly onTime?: boolean;
  readonly problem?: ProblemError;
}

/** The contact point reports for several units that there was nothing to control. Each report stands by itself. */
@Injectable()
export class SendNilReports {
  constructor(
    private readonly submit: SubmitDailyReport,
    private readonly submissions: SubmissionRepository,
    private readonly forwardDailyReport: ForwardDailyReport,
  ) {}

  /**
   * What cannot be taken of one unit hinders no other. The same request again changes nothing more.
   * @param act of the contact point, but for the zone, which is that of each unit
   */
  async run(
    found: FoundCountry,
    request: NilReportsRequest,
    act: Omit<Act, 'timeZone'>,
  ): Promise<NilOutcome[]> {
    const outcomes: NilOutcome[] = [];
    for (const id of new Set(request.units)) {
      const unit = found.units.find((known) => known.id === id);
      outcomes.push(
        unit ? await this.report(found.plan, unit, request, act) : { unit: id, problem: unknown(found, id) },
      );
    }
    return outcomes;
  }

  private async report(
    plan: OperationPlan,
    unit: PlanUnit,
    request: NilReportsRequest,
    act: Omit<Act, 'timeZone'>,
  ): Promise<NilOutcome> {
    const sent = await orProblem(this.send(plan, unit, request, { ...act, timeZone: unit.timeZone }));
    if (sent instanceof ProblemError) return { unit: unit.id, problem: sent };
    if (request.forward !== true) return { unit: unit.id, revision: sent };
    const key = { operation: plan.code, unit: unit.id, operationDay: request.operationDay, revision: sent };
    const forwarded = await orProblem(
      this.forwardDailyReport.run(key, plan, { ...act, timeZone: unit.timeZone }),
    );
    return forwarded instanceof ProblemError
      ? { unit: unit.id, revision: sent, problem: forwarded }
      : { unit: unit.id, revision: sent, onTime: forwarded.onTime };
  }

  /** The id of the unit's submission follows from the request, so that a repeated one finds the answer of the first. */
  private async send(
    plan: OperationPlan,
    unit: PlanUnit,
    { submissionId, operationDay, reason }: NilReportsRequest,
    act: Act,
  ): Promise<number> {
    const id = uuidOf(`${unit.id}|${operationDay}|${reason}`, submissionId.toLowerCase());
    const known = await this.submissions.find(plan.code, unit.id, id);
    if (known) return known.answer.revision;
    const submission = {
      ...{ submissionId: id, operationDay, kind: 'nil' as const, nilReason: reason },
      preparedAt: localInstant(act),
    };
    const { answer } = await this.submit.run({
      ...{ operation: plan.code, unit: unit.id, submission },
      raw: Buffer.from(JSON.stringify(submission)),
      rawMediaType: 'application/json',
      ...{ receivedAt: act.at, party: act.party, origin: act.origin },
    });
    return answer.revision;
  }
}

function unknown({ plan }: FoundCountry, unit: string): ProblemError {
  return new ProblemError(404, 'unit-unknown', { unit, operation: plan.code });
}

async function orProblem<T>(work: Promise<T>): Promise<T | ProblemError> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
}
