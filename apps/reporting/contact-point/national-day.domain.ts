import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { type SignedUnit } from '#libs/contracts/daily-report/daily-report-events.dto.js';
import { type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { WAITING_STATES, type RevisionState } from '../daily-report/life-cycle/daily-report-states.domain.js';
import { type SignedUnitRecord, type UnitStanding } from './country-day.records.js';

const WAITING: ReadonlySet<RevisionState> = new Set(WAITING_STATES);

/** Units whose report waits with the contact point: the day is not complete as long as there is one. */
export function waitingUnits(standings: ReadonlyMap<string, UnitStanding>): string[] {
  return [...standings.values()]
    .filter(({ state }) => WAITING.has(state))
    .map(({ unit }) => unit)
    .sort();
}

/** Units that were expected to report, of which nothing was forwarded and nothing waits. */
export function missingUnits(
  units: readonly PlanUnit[],
  standings: ReadonlyMap<string, UnitStanding>,
  operationDay: string,
): string[] {
  const waiting = new Set(waitingUnits(standings));
  return units
    .filter(({ closedDays = [] }) => !closedDays.includes(operationDay))
    .map(({ id }) => id)
    .filter((id) => (standings.get(id)?.forwardedRevision ?? null) === null && !waiting.has(id))
    .sort();
}

/** What a signature would stand under now: every unit with the revision that counts, or none. */
export function unitsToSign(
  units: readonly string[],
  standings: ReadonlyMap<string, UnitStanding>,
): SignedUnitRecord[] {
  return [...units].sort().map((unit) => {
    const standing = standings.get(unit);
    if (!standing || standing.forwardedRevision === null) return { unit };
    const { forwardedRevision: revision, forwardedHash, toldAs } = standing;
    return {
      unit,
      revision,
      ...(forwardedHash !== null && { contentHash: forwardedHash }),
      ...(toldAs !== null && { toldAs }),
    };
  });
}

/** SHA-256 over units, revisions and content hashes. */
export function signatureHash(units: readonly SignedUnitRecord[]): string {
  return sha256Hex(
    canonicalJson(units.map(({ unit, revision, contentHash }) => ({ unit, revision, contentHash }))),
  );
}

/** What of a signature leaves the country: the revisions under the numbers by which they are known abroad. */
export function toldUnits(units: readonly SignedUnitRecord[]): SignedUnit[] {
  return units.map(({ unit, toldAs }) => ({ unit, ...(toldAs !== undefined && { revision: toldAs }) }));
}
