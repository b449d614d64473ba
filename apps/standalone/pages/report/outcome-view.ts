import { formatDay } from '#libs/localization/dates.js';
import { type Language } from '#libs/localization/language.js';
import { isDone } from './done-step.js';
import { type Place, type SheetOutcome } from './report-api.types.js';
import { reportMessage } from './report-messages.js';
import { type ReportInput } from './report-input.js';

/** What was wrong, with every place. */
export function problemView(outcome: SheetOutcome | undefined, language: Language): object | undefined {
  if (outcome?.kind !== 'refused') return undefined;
  const { text, places, total } = outcome;
  const more = { shown: String(places.length), total: String(total) };
  return {
    heading: reportMessage(language, outcome.isStep ? 'report.problem.step' : 'report.problem.heading'),
    text,
    places: places.map(placeView),
    more: total > places.length ? reportMessage(language, 'report.problem.more', more) : '',
  };
}

/** What became of the sheet, whose and of which day it is, or what was done with the report. */
export function outcomeView(input: ReportInput): object | undefined {
  const { outcome, language, unit, pageDay, day } = input;
  if (outcome === undefined || outcome.kind === 'refused') return undefined;
  const revision = String(outcome.revision);
  if (outcome.kind === 'done') {
    if (!isDone(outcome.step, outcome.revision, input)) return undefined;
    return { ...NOTHING_ELSE, text: reportMessage(language, `report.done.${outcome.step}`, { revision }) };
  }
  const { operationDay, kind, findings, understood } = outcome;
  const [sheet, page] = [formatDay(operationDay, language), formatDay(pageDay ?? day, language)];
  const isOther = operationDay !== (pageDay ?? day);
  return {
    of: reportMessage(language, 'report.of', { unit: unit.name[language], day: sheet }),
    otherDay: isOther ? reportMessage(language, 'report.other_day', { sheet, page }) : '',
    text: reportMessage(language, `report.${kind}`, { revision }),
    lists: [
      { heading: reportMessage(language, 'report.findings'), places: findings.map(placeView) },
      { heading: reportMessage(language, 'report.understood'), places: understood.map(placeView) },
    ].filter(({ places }) => places.length > 0),
  };
}

const NOTHING_ELSE = { of: '', otherDay: '', lists: [] };

const placeView = ({ place, message }: Place): object => ({ place: place ?? '', message });
