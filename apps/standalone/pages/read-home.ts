import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { ProblemError } from '#libs/web/problem.js';
import { daysAround, hasReports, newestDays } from './coverage-view.js';
import { ownDays, readOwnReports, type OwnReport } from './own-reports.js';
import { isAllowed, partyIn, type Reader } from './reader.js';
import { type PartyApi } from './services-api.js';
import { type BulletinEntry, type DayCoverage } from './services-api.types.js';

/** One operation as the party may see it. */
export interface OperationContent {
  /** Whom the reader stands for in it. */
  readonly party: ActingParty | undefined;
  readonly plan: OperationPlan;
  readonly bulletins: readonly BulletinEntry[];
  /** Undefined when coverage is not for this party. */
  readonly days: readonly DayCoverage[] | undefined;
  /** The reports of the party's own units on the last days; empty for a party without units, undefined where they cannot be read now. */
  readonly own: readonly OwnReport[] | undefined;
}

/** Everything of the home page that comes from the services. @throws ProblemError */
export async function readHome({ api, me }: Pick<Reader, 'api' | 'me'>): Promise<OperationContent[]> {
  const { operations } = await api.operations();
  return Promise.all(operations.map(({ code }) => readOperation(api, partyIn(me, code), code)));
}

async function readOperation(
  api: PartyApi,
  party: ActingParty | undefined,
  code: string,
): Promise<OperationContent> {
  const [{ plan }, { bulletins }] = await Promise.all([api.operation(code), api.bulletins(code)]);
  const days = isAllowed(party, 'operation-day.read')
    ? await readNewestDays(api, plan, bulletins)
    : undefined;
  const units = plan.units.filter(({ id, country }) =>
    isAllowed(party, 'daily-report.submit', { unit: id, country }),
  );
  // Reporting learns of an operation after coordination: until then, or while it is away, the rest can be shown.
  const own = await readOwnReports(api, code, units, ownDays(plan, bulletins)).catch(whereAway);
  return { party, plan, bulletins, days, own };
}

/** Not there yet, or not now; anything else is a fault that must show. */
function whereAway(error: unknown): undefined {
  if (error instanceof ProblemError && (error.status === 404 || error.status === 503)) return undefined;
  throw error;
}

/** The newest days; when none of them has a report, those around the newest that has one. */
async function readNewestDays(
  api: PartyApi,
  plan: OperationPlan,
  bulletins: readonly BulletinEntry[],
): Promise<DayCoverage[]> {
  const { days } = await api.operationDays(plan.code);
  const among = (wanted: readonly string[]): DayCoverage[] =>
    days.filter(({ operationDay }) => wanted.includes(operationDay));
  const newest = among(newestDays(plan, bulletins));
  if (newest.some(hasReports)) return newest;
  const reported = days.findLast(hasReports);
  return reported ? among(daysAround(plan, reported.operationDay)) : newest;
}
