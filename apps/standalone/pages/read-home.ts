import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { may, type Action } from '#libs/security/policy.js';
import { parseActingParty } from '#libs/security/acting-party.js';
import { newestDays } from './coverage-view.js';
import { type PartyApi } from './services-api.js';
import { type BulletinEntry, type OperationDayAnswer } from './services-api.types.js';

/** One operation as the party may see it. */
export interface OperationContent {
  readonly plan: OperationPlan;
  readonly bulletins: readonly BulletinEntry[];
  /** Undefined when coverage is not for this party. */
  readonly days: readonly OperationDayAnswer[] | undefined;
}

/** Everything of the home page that comes from the services. @throws ProblemError */
export async function readHome(api: PartyApi, party: string): Promise<OperationContent[]> {
  const { operations } = await api.operations();
  return Promise.all(operations.map(({ code }) => readOperation(api, party, code)));
}

async function readOperation(api: PartyApi, party: string, code: string): Promise<OperationContent> {
  const [{ plan }, { bulletins }] = await Promise.all([api.operation(code), api.bulletins(code)]);
  return { plan, bulletins, days: await readDays(api, party, plan, bulletins) };
}

async function readDays(
  api: PartyApi,
  party: string,
  plan: OperationPlan,
  bulletins: readonly BulletinEntry[],
): Promise<OperationDayAnswer[] | undefined> {
  if (!isAllowed(party, 'operation-day.read')) return undefined;
  return Promise.all(newestDays(plan, bulletins).map((day) => api.operationDay(plan.code, day)));
}

/** Whether to ask at all; the service decides all the same. */
export function isAllowed(partyText: string, action: Action): boolean {
  const party = parseActingParty(partyText);
  return party !== undefined && may(party, action);
}
