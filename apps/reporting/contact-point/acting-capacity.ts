import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { ProblemError } from '#libs/web/problem.js';
import { type Capacity } from '../daily-report/daily-report.records.js';
import { capacityOf } from './capacity.domain.js';

/**
 * The capacity in which a party acts for its country; undefined for one that is no contact point.
 * @throws ProblemError 403 `not-contact-point` for an account of the contact point that the Plan does not name
 */
export function actingCapacity(
  plan: Pick<OperationPlan, 'countries'>,
  { role, country = '', person }: ActingParty,
): Capacity | undefined {
  if (role !== 'contact_point') return undefined;
  const capacity = capacityOf(plan, country, person);
  if (capacity === undefined) throw new ProblemError(403, 'not-contact-point', { person, country });
  return capacity;
}
