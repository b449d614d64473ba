import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type FollowUp } from '#libs/contracts/daily-report/follow-up.dto.js';
import { addDays } from '#libs/reference/operation-day.js';
import { localText, minutesMs } from './local-instants.js';
import { LATE_FOLLOW_UPS, PREPARED_FOLLOW_UPS, type PreparedFollowUp } from './prepared-follow-ups.js';
import { Random } from './random.js';
import { type PlanUnit, type ScenarioInput, type UnitDayKey, unitDayKey } from './scenario.types.js';
import { type UnitDesk } from './step-list.js';
import { reportLanguage } from './unit-languages.js';

/** How many pending controls are decided some days later. */
const DECIDED = 16;

type Reports = Map<UnitDayKey, DailyReportContent>;

/** Adds to reports with controls what they tell of lines and cases of earlier days. */
export function addFollowUps(input: ScenarioInput, reports: Reports): void {
  for (const { unit, from, followUp } of [...PREPARED_FOLLOW_UPS, ...drawDecisions(input, reports)]) {
    const carrier = [...reports].find(
      ([key, { operationDay, kind }]) =>
        kind === 'report' && operationDay >= from && key === unitDayKey(unit, operationDay),
    );
    if (!carrier) continue;
    const [key, report] = carrier;
    reports.set(key, { ...report, followUps: [...(report.followUps ?? []), followUp] });
  }
}

/** Decisions about lines that were pending, two to five days later. */
function drawDecisions(input: ScenarioInput, reports: Reports): PreparedFollowUp[] {
  const random = Random.stream(input.seed, 'decisions');
  const latest = addDays(input.plan.lastDay, -6);
  const pending = [...reports].flatMap(([key, { operationDay, lines = [], cases }]) =>
    cases || operationDay > latest
      ? []
      : lines
          .filter(({ outcome, handling }) => outcome === 'pending' && handling !== 'withheld')
          .map(({ lineId }) => ({ unit: key.slice(0, key.indexOf('|')), lineDay: operationDay, lineId })),
  );
  return random
    .shuffle(pending)
    .slice(0, DECIDED)
    .map(({ unit, lineDay, lineId }) => {
      const outcome = random.pick(['released', 'released', 'released', 'detained'] as const);
      const followUpId = `${unit}-${lineDay}-${lineId}`;
      const followUp: FollowUp = { followUpId, kind: 'decision', lineDay, lineId, outcome };
      return { unit, from: addDays(lineDay, random.int(2, 5)), followUp };
    });
}

/** The unit sends what became known after the operation, as far as the plan takes it. */
export function tellLateFollowUps(input: ScenarioInput, desk: UnitDesk): void {
  for (const { unit, from, followUp } of LATE_FOLLOW_UPS) {
    if (unit !== desk.unit.id || from > (input.plan.followUpsUntil ?? input.plan.lastDay)) continue;
    const content = followUpReport(desk.unit, from, followUp);
    const sentMs = Date.parse(content.preparedAt) + minutesMs(10);
    desk.submit(sentMs, '1', content, { about: 'what became known after the operation' });
    desk.forward(sentMs + minutesMs(60), from, 1, 'follow-up forwarded');
  }
}

function followUpReport(unit: PlanUnit, operationDay: string, followUp: FollowUp): DailyReportContent {
  const language = reportLanguage(unit.country);
  return {
    operationDay,
    kind: 'follow_up',
    preparedAt: localText(operationDay, 11 * 60, unit.timeZone),
    authorFunction: language === 'en' ? 'Head of shift' : 'Старший смены',
    language,
    followUps: [followUp],
  };
}
