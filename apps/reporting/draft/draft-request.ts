import { Injectable } from '@nestjs/common';
import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { isCalendarDay } from '#libs/contracts/shapes.js';
import { nameOfParty, type ActingParty } from '#libs/security/acting-party.js';
import { ProblemError } from '#libs/web/problem.js';
import { type UnitDayKey } from '../daily-report/daily-report.records.js';
import { originOf } from '../daily-report/find-report.js';
import { FindUnit } from '../operation-plan/find-unit.js';
import { type Change } from './draft.records.js';
import { type Sender } from './look-at-draft.js';

/** A request about a draft, its address and its party looked up. */
export interface DraftRequest {
  readonly key: UnitDayKey;
  readonly plan: OperationPlan;
  readonly unit: PlanUnit;
  readonly change: Change;
  readonly sender: Sender;
}

/** Looks up what the address names and whether the party may act for it. */
@Injectable()
export class ReadDraftRequest {
  constructor(private readonly findUnit: FindUnit) {}

  /**
   * @throws ProblemError 403 for a contact point that the Plan does not name, 404 for an unknown operation, unit or day
   */
  async run(params: Record<string, string>, party: ActingParty, at: string): Promise<DraftRequest> {
    const { operation = '', unit: unitId = '', day = '' } = params;
    const { plan, unit } = await this.findUnit.run(operation, unitId);
    if (!isCalendarDay(day)) throw new ProblemError(404, 'draft-unknown', { unit: unitId, day });
    const name = nameOfParty(party);
    return {
      key: { operation, unit: unitId, operationDay: day },
      plan,
      unit,
      change: { at, party: name },
      sender: { party: name, receivedAt: at, origin: originOf(plan, party) },
    };
  }
}
