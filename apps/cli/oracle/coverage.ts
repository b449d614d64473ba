import { forwardingsOf, type UnitDay } from './basis.js';
import { type ExpectedCoverage, type OraclePlan } from './oracle.types.js';

/** State and marks of one unit on the day that is being closed. */
function coverageOf(
  one: UnitDay,
  closed: boolean,
  moment: { cutOffMs: number; closedMs: number },
): ExpectedCoverage {
  const base = { unit: one.unit, country: one.country, nil: false, corrected: false };
  const forwarded = forwardingsOf(one);
  const [first] = forwarded;
  if (one.counted && first) {
    return {
      ...base,
      state: first.atMs <= moment.cutOffMs ? 'on_time' : 'late',
      nil: one.counted.told.kind === 'nil',
      corrected: forwarded.length > 1,
      revision: one.counted.number,
    };
  }
  const last = one.happenings.at(-1)?.what;
  if (last === 'submitted' || last === 'held') return { ...base, state: 'with_contact_point' };
  if (last === 'returned') return { ...base, state: 'returned' };
  if (closed) return { ...base, state: 'not_expected' };
  return { ...base, state: moment.closedMs < moment.cutOffMs ? 'not_due' : 'missing' };
}

/** Coverage of the day, ordered by unit. */
export function coverage(
  plan: OraclePlan,
  ofDay: readonly UnitDay[],
  moment: { cutOffMs: number; closedMs: number },
): ExpectedCoverage[] {
  return ofDay.map((one) => {
    const unit = plan.units.find(({ id }) => id === one.unit);
    return coverageOf(one, (unit?.closedDays ?? []).includes(one.day), moment);
  });
}
