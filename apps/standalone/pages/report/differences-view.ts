import { type SheetWords } from './field-in-words.js';
import { reportMessage } from './report-messages.js';
import { type ReportInput } from './report-input.js';

/** Differences that the page shows. */
const MOST = 100;
/** Characters of a value; a whole record is told shortly. */
const LONGEST = 160;

/** What changed since the revision before, by field. */
export function differencesView(input: ReportInput, words: SheetWords): object | undefined {
  const { language, history, contents, differences } = input;
  const [before, after] = (history?.revisions ?? []).slice(-2).map(({ revision }) => contents.get(revision));
  if (!differences || !before || !after) return undefined;
  const more = { shown: MOST, total: differences.length };
  return {
    heading: reportMessage(language, 'report.differences'),
    none: differences.length === 0 ? reportMessage(language, 'report.differences.none') : '',
    more: differences.length > MOST ? reportMessage(language, 'report.differences.more', more) : '',
    columns: (['field', 'before', 'after'] as const).map((key) =>
      reportMessage(language, `report.column.${key}`),
    ),
    rows: differences.slice(0, MOST).map((difference) => {
      const content = difference.kind === 'removed' ? before : after;
      const told = (value: unknown): string =>
        value === undefined ? '–' : shortened(words.value(difference.path, content, value));
      return {
        field: words.field(difference.path, content),
        before: told(difference.before),
        after: told(difference.after),
      };
    }),
  };
}

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
