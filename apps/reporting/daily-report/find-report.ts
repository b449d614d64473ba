import { Injectable } from '@nestjs/common';
import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { isCalendarDay } from '#libs/contracts/shapes.js';
import { type ActingParty, nameOfParty } from '#libs/security/acting-party.js';
import { ProblemError } from '#libs/web/problem.js';
import { actingCapacity } from '../contact-point/acting-capacity.js';
import { FindUnit } from '../operation-plan/find-unit.js';
import {
  type Act,
  type Channel,
  type Origin,
  type RevisionKey,
  type UnitDayKey,
} from './daily-report.records.js';

/** Parameters of a route about one report. */
export type RouteParams = Readonly<Record<string, string>>;

/** What the path of a route names. */
export interface NamedUnitDay<K extends UnitDayKey = UnitDayKey> {
  readonly key: K;
  readonly plan: OperationPlan;
  readonly unit: PlanUnit;
}

/** Reads which report or revision a path names. */
@Injectable()
export class FindReport {
  constructor(private readonly findUnit: FindUnit) {}

  /** @throws ProblemError 404 for an operation, unit or day that is none */
  async unitDay(params: RouteParams): Promise<NamedUnitDay> {
    const { operation = '', unit: unitId = '', day = '' } = params;
    const { plan, unit } = await this.findUnit.run(operation, unitId);
    if (!isCalendarDay(day)) throw new ProblemError(404, 'report-unknown', { unit: unitId, day });
    return { plan, unit, key: { operation, unit: unitId, operationDay: day } };
  }

  /** @throws ProblemError 404, also for a revision that is no number */
  async revision(params: RouteParams): Promise<NamedUnitDay<RevisionKey>> {
    const found = await this.unitDay(params);
    const text = params['revision'] ?? '';
    if (!/^[1-9]\d{0,5}$/.test(text)) throw unknownRevision({ ...found.key, revision: text });
    return { ...found, key: { ...found.key, revision: Number(text) } };
  }
}

/** From where a party acts. @throws ProblemError 403 for a contact point that the Plan does not name */
export function originOf(plan: OperationPlan, party: ActingParty, channel: Channel = 'api'): Origin {
  const capacity = actingCapacity(plan, party);
  return { channel, ...(capacity && { capacity }) };
}

/** The act of a person through the API. @throws ProblemError 403 for a contact point that the Plan does not name */
export function actThroughApi({ plan, unit }: NamedUnitDay, party: ActingParty, at: string): Act {
  return { at, party: nameOfParty(party), timeZone: unit.timeZone, origin: originOf(plan, party) };
}

export function unknownRevision(key: {
  readonly unit: string;
  readonly operationDay: string;
  readonly revision: number | string;
}): ProblemError {
  const { unit, operationDay: day, revision } = key;
  return new ProblemError(404, 'revision-unknown', { unit, day, revision });
}
