import { formatInstant } from '#libs/localization/dates.js';
import { type SheetWords } from './field-in-words.js';
import { type ReportFindings } from './report-api.types.js';
import { reportMessage } from './report-messages.js';
import { type ReportInput } from './report-input.js';

/** Findings with forms that one page shows; the rest follows when these are settled. */
const MOST = 50;

type Finding = ReportFindings['findings'][number];
type Entry = Finding['entries'][number];

const KINDS = ['answer', 'confirmation', 'closing'] as const;
const ROLES = ['pcu_officer', 'contact_point', 'ocu_analyst', 'ocu_head'] as const;

/** The findings of the newest revision that are not closed, with a form for whoever may answer or close them. */
export function findingsView(input: ReportInput, words: SheetWords, action: string): object | undefined {
  const { language, findings, rights } = input;
  const open = (findings?.findings ?? []).filter(({ state }) => state !== 'closed');
  if (open.length === 0) return undefined;
  return {
    heading: reportMessage(language, 'report.findings.open'),
    more:
      open.length > MOST
        ? reportMessage(language, 'report.findings.more', { shown: MOST, total: open.length })
        : '',
    textLabel: reportMessage(language, rights.close ? 'report.finding.reason' : 'report.finding.answer'),
    languageLabel: reportMessage(language, 'report.text_language'),
    answer: rights.answer && reportMessage(language, 'report.finding.do_answer'),
    confirm: rights.answer && reportMessage(language, 'report.finding.do_confirm'),
    close: rights.close && reportMessage(language, 'report.finding.do_close'),
    mayAct: rights.answer || rights.close,
    list: open.slice(0, MOST).map((finding) => ({
      ...findingView(finding, input, words),
      action: `${action}&do=say&finding=${finding.findingId}`,
    })),
  };
}

function findingView(
  { findingId, field, message, state, entries }: Finding,
  input: ReportInput,
  words: SheetWords,
) {
  const { language, history, contents } = input;
  const content = contents.get(history?.revisions.at(-1)?.revision ?? 0);
  return {
    id: findingId,
    cell: words.cell(field, content),
    field: words.field(field, content),
    message,
    state: state === 'answered' ? reportMessage(language, 'report.finding.answered') : '',
    entries: entries.filter(({ ofEarlierValue }) => !ofEarlierValue).map((entry) => entryView(entry, input)),
  };
}

function entryView(
  { kind, at, role, text = '', language: written = '' }: Entry,
  { language, unit }: ReportInput,
) {
  const known = KINDS.find((one) => one === kind) ?? 'answer';
  const who = ROLES.find((one) => one === role) ?? 'system';
  return {
    said: reportMessage(language, `report.finding.said.${known}`, {
      who: reportMessage(language, `report.who.${who}`),
      when: formatInstant(at, unit.timeZone, language),
    }),
    text,
    written: written || language,
  };
}
