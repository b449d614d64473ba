import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { formatDay, formatDayShort, formatInstant } from '#libs/localization/dates.js';
import { isLabelCode, labelOf } from '#libs/localization/labels.js';
import { type Language } from '#libs/localization/language.js';
import { daysFromTo } from '#libs/reference/operation-day.js';
import { pageMessage } from '../page-messages.js';
import { reportMessage } from './report-messages.js';
import { type Place, type ReportHistory, type SheetOutcome } from './report-api.types.js';

export interface ReportInput {
  readonly language: Language;
  readonly plan: OperationPlan;
  readonly unit: PlanUnit;
  readonly day: string;
  /** Absent where nothing was sent for the day. */
  readonly history: ReportHistory | undefined;
  /** Whether the party is the contact point, who forwards. */
  readonly mayForward: boolean;
  readonly outcome?: SheetOutcome;
}

const LABELS = {
  day: 'report.day',
  show: 'report.show',
  state: 'report.state.heading',
  none: 'report.state.none',
  sheet: 'report.sheet.heading',
  note: 'report.sheet.note',
  file: 'report.file',
  check: 'report.check',
  send: 'report.send',
} as const;
const COLUMNS = ['report.revision', 'report.state', 'report.sent', 'report.sent_by'] as const;

/** Path of the page of a unit. */
export const reportPath = (operation: string, unit: string): string =>
  `/operations/${operation}/units/${unit}/report`;

/** Title of the page; after a refusal it begins with the word for error. */
export function reportTitle({ language, unit, outcome }: ReportInput): string {
  const title = reportMessage(language, 'report.title', { unit: unit.name[language] });
  return outcome?.kind === 'refused' ? reportMessage(language, 'report.title_error', { title }) : title;
}

/** Content of the page; the template prints it as it is. */
export function reportView(input: ReportInput): object {
  const { language, plan, unit, day, outcome } = input;
  const path = reportPath(plan.code, unit.id);
  const query = `lang=${language}&day=${day}`;
  return {
    language,
    path,
    title: reportMessage(language, 'report.title', { unit: unit.name[language] }),
    lead: reportMessage(language, 'report.lead'),
    labels: Object.fromEntries(
      Object.entries(LABELS).map(([name, key]) => [name, reportMessage(language, key)]),
    ),
    days: daysFromTo(plan.firstDay, plan.lastDay).map((value) => ({
      value,
      text: formatDay(value, language),
      selected: value === day,
    })),
    headings: COLUMNS.map((key) => reportMessage(language, key)),
    revisions: revisionRows(input),
    forward: forwardForm(input, `${path}/forward?${query}`),
    template: {
      href: `/api/reporting/operations/${plan.code}/units/${unit.id}/daily-reports/${day}/template.xlsx?lang=${language}`,
      text: reportMessage(language, 'report.sheet.download', { day: formatDayShort(day, language) }),
    },
    send: { action: `${path}?${query}` },
    problem: problemView(outcome, language),
    outcome: outcomeView(outcome, language),
    home: { href: `/?lang=${language}`, text: pageMessage(language, 'page.home') },
  };
}

function revisionRows({ history, language, unit }: ReportInput): object[] {
  return [...(history?.revisions ?? [])].reverse().map(({ revision, state, submittedAt, submittedBy }) => ({
    revision: String(revision),
    state: isLabelCode('report_state', state) ? labelOf('report_state', state, language) : state,
    sent: formatInstant(submittedAt, unit.timeZone, language),
    by: submittedBy.slice(submittedBy.indexOf('/') + 1),
  }));
}

/** The contact point forwards the newest revision where it waits. */
function forwardForm({ history, language, mayForward }: ReportInput, action: string): object | undefined {
  const newest = history?.revisions.at(-1);
  if (!mayForward || !newest || (newest.state !== 'submitted' && newest.state !== 'held')) return undefined;
  return {
    action: `${action}&revision=${newest.revision}`,
    text: reportMessage(language, 'report.forward', { revision: String(newest.revision) }),
    note: reportMessage(language, 'report.forward.note'),
  };
}

function problemView(outcome: SheetOutcome | undefined, language: Language): object | undefined {
  if (outcome?.kind !== 'refused') return undefined;
  const { text, places, total } = outcome;
  return {
    heading: reportMessage(language, 'report.problem.heading'),
    text,
    places: places.map(placeView),
    more:
      total > places.length
        ? reportMessage(language, 'report.problem.more', {
            shown: String(places.length),
            total: String(total),
          })
        : '',
  };
}

function outcomeView(outcome: SheetOutcome | undefined, language: Language): object | undefined {
  if (outcome === undefined || outcome.kind === 'refused') return undefined;
  const { kind } = outcome;
  if (kind === 'checked')
    return { text: reportMessage(language, 'report.checked'), lists: lists(outcome, language) };
  const text = reportMessage(language, `report.${kind}`, { revision: String(outcome.revision) });
  return { text, lists: kind === 'forwarded' ? [] : lists(outcome, language) };
}

function lists(
  { findings, understood }: { readonly findings: readonly Place[]; readonly understood: readonly Place[] },
  language: Language,
): object[] {
  return [
    { heading: reportMessage(language, 'report.findings'), places: findings.map(placeView) },
    { heading: reportMessage(language, 'report.understood'), places: understood.map(placeView) },
  ].filter(({ places }) => places.length > 0);
}

const placeView = ({ place, message }: Place): object => ({ place: place ?? '', message });
