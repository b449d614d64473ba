import { type ReminderRule } from '#libs/contracts/operation-plan/operation-plan.dto.js';

const MINUTE = 60_000;
/** A reminder that could not be sent for so long is of no use any more. */
const STALE_AFTER = 24 * 60 * MINUTE;

/**
 * The moment of the rule that is due: the last one that has come, `before-120` or `after-30`; undefined where none has
 * come, or long ago. Before the cut-off and after it are two phases: the last reminder before it is not made up for
 * afterwards.
 */
export function dueMoment(
  { beforeCutOffMinutes, afterCutOffMinutes }: ReminderRule,
  cutOff: string,
  now: string,
): string | undefined {
  const [limit, instant] = [Date.parse(cutOff), Date.parse(now)];
  const isAfter = instant > limit;
  const moments = isAfter
    ? afterCutOffMinutes.map((minutes) => ({ name: `after-${minutes}`, at: limit + minutes * MINUTE }))
    : beforeCutOffMinutes.map((minutes) => ({ name: `before-${minutes}`, at: limit - minutes * MINUTE }));
  const come = moments.filter(({ at }) => at <= instant && instant - at < STALE_AFTER);
  return come.sort((a, b) => b.at - a.at)[0]?.name;
}
