import { formatDay, formatDayShort, formatInstant } from '#libs/localization/dates.js';
import { isLabelCode, labelOf } from '#libs/localization/labels.js';
import { daysFromTo } from '#libs/reference/operation-day.js';
import { pageMessage } from '../page-messages.js';
import { backForm, isWaiting, languageOptions } from './back-form.js';
import { SheetWords } from './field-in-words.js';
import { findingsView } from './findings-view.js';
import { outcomeView, problemView } from './outcome-view.js';
import { type ReportInput } from './report-input.js';
import { reportMessage } from './report-messages.js';
import { stepsView } from './steps-view.js';
import { summaryView } from './summary-view.js';
import { whoInWords } from './who-in-words.js';

const LABELS = {
  day: 'report.day',
  show: 'report.show',
  state: 'report.state.heading',
  none: 'report.state.none',
  sheet: 'report.sheet.heading',
  note: 'report.sheet.note',
  file: 'report.file',
  check: 'report.check',
  checkNotes: 'report.check_notes',
  steps: 'report.steps',
  decision: 'report.decision',
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
  const action = `${path}?${query}`;
  const words = new SheetWords(input.findPlace, language);
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
    steps: stepsView(input, words),
    decision: decisionForms(input, action),
    summary: summaryView(input, words),
    findings: findingsView(input, words, action),
    languages: languageOptions(language),
    clock: input.isDemonstration ? reportMessage(language, 'report.clock') : '',
    template: {
      href: `/api/reporting/operations/${plan.code}/units/${unit.id}/daily-reports/${day}/template.xlsx?lang=${language}`,
      text: reportMessage(language, 'report.sheet.download', { day: formatDayShort(day, language) }),
    },
    send: { action },
    problem: problemView(outcome, language),
    outcome: outcomeView(input),
    home: { href: `/?lang=${language}`, text: pageMessage(language, 'page.home') },
  };
}

function revisionRows({ history, language, unit }: ReportInput): object[] {
  return [...(history?.revisions ?? [])].reverse().map(({ revision, state, submittedAt, submittedBy }) => ({
    revision: String(revision),
    state: isLabelCode('report_state', state) ? labelOf('report_state', state, language) : state,
    sent: formatInstant(submittedAt, unit.timeZone, language),
    by: whoInWords(submittedBy, language),
  }));
}

/** The contact point forwards, returns or holds the newest revision where it waits. */
function decisionForms(input: ReportInput, action: string): object | undefined {
  const newest = input.history?.revisions.at(-1);
  if (!input.rights.forward || !newest || !isWaiting(newest.state)) return undefined;
  return {
    forward: {
      action: `${action}&do=forward&revision=${newest.revision}`,
      text: reportMessage(input.language, 'report.forward', { revision: String(newest.revision) }),
      note: reportMessage(input.language, 'report.forward.note'),
    },
    back: backForm(input, newest, action),
  };
}
