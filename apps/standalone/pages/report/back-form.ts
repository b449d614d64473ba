import { TEXT_LANGUAGES } from '#libs/contracts/vocabulary.js';
import { labelOf } from '#libs/localization/labels.js';
import { type Language } from '#libs/localization/language.js';
import { SheetWords } from './field-in-words.js';
import { type RevisionHead } from './report-api.types.js';
import { reportMessage } from './report-messages.js';
import { type ReportInput } from './report-input.js';

/** Fields of the head to which a reason can be tied, as the sheet orders them. */
const HEAD = ['kind', 'nilReason', 'preparedAt', 'equipmentOutOfOrder', 'remarks[0].text'];
/** Fields of a line that reasons are mostly about. */
const OF_LINE = [
  'number',
  'regime',
  'destination',
  'outcome',
  'goods[0].declaredText',
  'goods[0].net.amount',
];
/** Lines whose fields are offered one by one. */
const LINES = 30;

/** With the contact point, and neither forwarded nor sent back. */
export const isWaiting = (state: string): boolean => state === 'submitted' || state === 'held';

/** Returning a waiting revision to the unit, or holding it, with a reason. */
export function backForm(input: ReportInput, newest: RevisionHead, action: string): object {
  const { language } = input;
  const say = (key: 'text' | 'field' | 'whole' | 'return') => reportMessage(language, `report.back.${key}`);
  return {
    action: `${action}&do=back&revision=${newest.revision}`,
    heading: reportMessage(language, 'report.back', { revision: String(newest.revision) }),
    labels: { text: say('text'), field: say('field'), whole: say('whole') },
    languageLabel: reportMessage(language, 'report.text_language'),
    fields: fieldOptions(input, newest.revision),
    return: say('return'),
    hold: newest.state === 'held' ? '' : reportMessage(language, 'report.back.hold'),
  };
}

function fieldOptions({ contents, findPlace, language }: ReportInput, revision: number): object[] {
  const content = contents.get(revision);
  if (!content) return [];
  const words = new SheetWords(findPlace, language);
  const ofLines = (content.lines ?? [])
    .slice(0, LINES)
    .flatMap((_, index) => OF_LINE.map((field) => `lines[${index}].${field}`));
  const ofCounters = (content.counters ?? []).flatMap((_, index) =>
    ['profiled', 'examined'].map((field) => `counters[${index}].${field}`),
  );
  const ofCases = (content.cases ?? []).flatMap((_, index) =>
    ['substance', 'quantity.amount'].map((field) => `cases[${index}].${field}`),
  );
  return [...HEAD, ...ofCounters, ...ofLines, ...ofCases]
    .map((value) => ({ value, cell: words.cell(value, content), text: words.field(value, content) }))
    .filter(({ cell }) => cell !== '')
    .map(({ value, cell, text }) => ({ value, text: `${text} · ${cell}` }));
}

/** Languages in which a text can be written; that of the page first chosen. */
export const languageOptions = (language: Language): object[] =>
  TEXT_LANGUAGES.map((code) => ({
    value: code,
    text: labelOf('text_language', code, language),
    selected: code === language,
  }));
