import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { formatInstant } from '#libs/localization/dates.js';
import { type Language } from '#libs/localization/language.js';
import { formatQuantity } from '#libs/localization/quantities.js';
import { isWaiting } from './back-form.js';
import { differencesView } from './differences-view.js';
import { type SheetWords } from './field-in-words.js';
import { type RevisionHead } from './report-api.types.js';
import { type ReportInput } from './report-input.js';
import { reportMessage } from './report-messages.js';
import { countsView, linesView } from './summary-tables.js';

/** The newest revision as a person reads it before forwarding it. */
export function summaryView(input: ReportInput, words: SheetWords): object | undefined {
  const { language, history, contents, rights } = input;
  const head = history?.revisions.at(-1);
  const content = head && contents.get(head.revision);
  if (!content) return undefined;
  return {
    heading: reportMessage(language, 'report.summary.heading', { revision: String(head.revision) }),
    isOpen: rights.forward && isWaiting(head.state),
    facts: facts(head, content, input, words),
    counts: countsView(content, language, reportMessage(language, 'report.summary.counts')),
    lines: linesView(content, words, language, reportMessage(language, 'report.summary.lines')),
    lists: [
      { heading: reportMessage(language, 'report.summary.cases'), entries: cases(content, words, language) },
      {
        heading: reportMessage(language, 'report.summary.follow_ups'),
        entries: followUps(content, words, language),
      },
      {
        heading: reportMessage(language, 'report.summary.remarks'),
        entries: (content.remarks ?? []).map(({ text }) => text),
      },
    ].filter(({ entries }) => entries.length > 0),
    differences: differencesView(input, words),
  };
}

function facts(
  { change, reason, reasonText }: RevisionHead,
  content: DailyReportContent,
  { language, unit }: ReportInput,
  words: SheetWords,
): object[] {
  const word = (field: string, value: string | undefined) => value && words.value(field, content, value);
  const told = {
    kind: word('kind', content.kind),
    nil_reason: word('nilReason', content.nilReason),
    prepared: formatInstant(content.preparedAt, unit.timeZone, language),
    change: word('change', change),
    reason: word('reason', reason),
    reason_text: reasonText,
    equipment: content.equipmentOutOfOrder?.join('; '),
  };
  return (Object.keys(told) as (keyof typeof told)[]).flatMap((name) => {
    const text = told[name] ?? '';
    return text === '' ? [] : [{ term: reportMessage(language, `report.fact.${name}`), text }];
  });
}

type Amount = NonNullable<NonNullable<DailyReportContent['cases']>[number]['quantity']>;

const amount = (quantity: Amount | undefined, language: Language): string =>
  quantity ? formatQuantity(quantity.amount, quantity.unit, language) : '';

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(', ');

const cases = (content: DailyReportContent, words: SheetWords, language: Language): string[] =>
  (content.cases ?? []).map(({ kind, substance, quantity, handling }, index) =>
    joined(
      words.value(`cases[${index}].kind`, content, kind),
      substance,
      amount(quantity, language),
      words.handling(`cases[${index}]`, content, handling),
    ),
  );

const followUps = (content: DailyReportContent, words: SheetWords, language: Language): string[] =>
  (content.followUps ?? []).map((entry, index) => {
    const word = (field: 'kind' | 'result' | 'outcome') =>
      entry[field] && words.value(`followUps[${index}].${field}`, content, entry[field]);
    const about = entry.caseId ?? joined(entry.lineDay, entry.lineId);
    return joined(
      ...[word('kind'), about, word('result'), word('outcome'), amount(entry.quantity, language)],
      words.handling(`followUps[${index}]`, content, entry.handling),
    );
  });
