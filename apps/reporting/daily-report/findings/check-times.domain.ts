import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { epochOf } from '#libs/reference/local-time.js';
import { localDayOf } from '#libs/reference/operation-day.js';
import { found, type Check } from './finding-check.js';

export const checkOrderOfTimes: Check<ControlLine> = ({ startedAt, endedAt }, path) =>
  startedAt !== undefined && endedAt !== undefined && epochOf(endedAt) < epochOf(startedAt)
    ? [found(`${path}.endedAt`, 'time.ended-before-started')]
    : [];

/** A control belongs to the day in which it ended: by the unit's clocks of that date, from the plan's day start on. */
export const checkDayOfEnd: Check<ControlLine> = ({ endedAt }, path, { content, plan, unit }) => {
  if (endedAt === undefined || !plan || !unit) return [];
  const day = localDayOf(endedAt, unit.timeZone, plan.dayStartsAt);
  return day === content.operationDay ? [] : [found(`${path}.endedAt`, 'time.other-day', day)];
};

export const checkPreparedAt: Check<DailyReportContent> = ({ preparedAt, lines = [] }) => {
  const prepared = epochOf(preparedAt);
  const isLater = lines.some(({ endedAt }) => endedAt !== undefined && epochOf(endedAt) > prepared);
  return isLater ? [found('preparedAt', 'time.prepared-before-end')] : [];
};
