import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { cutOffOf } from '#libs/reference/operation-day.js';
import { HOLDERS } from '../daily-report/life-cycle/daily-report-states.domain.js';
import {
  type CountryDayAnswer,
  type CountryDayUnit,
  type NationalDayAnswer,
} from './country-day.answers.dto.js';
import { type CountryDayKey, type UnitStanding } from './country-day.records.js';
import { type SignedDay } from './sign-national-day.js';

const MINUTE = 60_000;

/** The overview of a day over all units of the country, in the order of the plan. */
export function countryDayAnswer(
  key: CountryDayKey,
  plan: OperationPlan,
  units: readonly PlanUnit[],
  standings: ReadonlyMap<string, UnitStanding>,
  now: string,
): CountryDayAnswer {
  return {
    ...key,
    cutOff: cutOffOf(plan, key.operationDay),
    units: units.map(({ id, closedDays = [] }) => {
      const base = { unit: id, expected: !closedDays.includes(key.operationDay) };
      const standing = standings.get(id);
      if (!standing) return { ...base, state: 'none' as const, warnings: 0 };
      return { ...base, ...standingAnswer(standing, now) };
    }),
  };
}

function standingAnswer(standing: UnitStanding, now: string): Omit<CountryDayUnit, 'unit' | 'expected'> {
  const { state, revision, submittedAt, forwardedRevision, forwardedAt, onTime, since, warnings } = standing;
  const holder = HOLDERS[state];
  return {
    ...{ state, revision, submittedAt, since, warnings },
    ...(forwardedRevision !== null && { forwardedRevision }),
    ...(forwardedAt !== null && { forwardedAt }),
    ...(onTime !== null && { onTime }),
    ...(holder && { holder, waitsMinutes: minutesBetween(since, now) }),
  };
}

/** Not below zero: the clock of a request may be set back. */
function minutesBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / MINUTE));
}

/** The signatures without what stands in them for the event alone. */
export function nationalDayAnswer(
  key: CountryDayKey,
  { signatures, currentHash, waiting, missing }: SignedDay,
): NationalDayAnswer {
  return {
    ...key,
    signatures: signatures.map(({ units, ...signature }) => ({
      ...signature,
      units: units.map(({ toldAs: _toldAs, ...unit }) => unit),
    })),
    matches: signatures.at(-1)?.hash === currentHash,
    waiting: [...waiting],
    missing: [...missing],
  };
}
