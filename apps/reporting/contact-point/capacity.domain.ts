import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type Capacity } from '../daily-report/daily-report.records.js';

/**
 * In which capacity a person acts for the contact point of a country, by the Plan; undefined for a person whom it does
 * not name. Where it names no holder, every account of the contact point is one.
 */
export function capacityOf(
  { countries }: Pick<OperationPlan, 'countries'>,
  country: string,
  person: string,
): Capacity | undefined {
  const { holders = [], deputies = [] } = countries.find(({ code }) => code === country)?.contactPoint ?? {};
  if (holders.includes(person)) return 'contact_point';
  if (deputies.includes(person)) return 'deputy';
  return holders.length === 0 ? 'contact_point' : undefined;
}
