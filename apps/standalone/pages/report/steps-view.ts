import { formatInstant } from '#libs/localization/dates.js';
import { type SheetWords } from './field-in-words.js';
import { type ReportStep } from './report-api.types.js';
import { reportMessage } from './report-messages.js';
import { type ReportInput } from './report-input.js';
import { whoInWords } from './who-in-words.js';

const REASONED = ['return', 'hold', 'withdraw', 'query', 'answer'] as const;
type Reasoned = (typeof REASONED)[number];

const isReasoned = (action: string): action is Reasoned => (REASONED as readonly string[]).includes(action);

/** Whether a step has reasons that the officer has to read. */
export const hasReasons = ({ action, reasons = [] }: ReportStep): boolean =>
  isReasoned(action) && reasons.length > 0;

/** Returns, holds, withdrawals, questions and answers with their reasons, the newest first. */
export function stepsView(input: ReportInput, words: SheetWords): object[] {
  const { language, history, contents, unit } = input;
  return [...(history?.stateChanges ?? [])].reverse().flatMap((step) => {
    const { action, revision, party, at, reasons = [] } = step;
    if (!isReasoned(action) || !hasReasons(step)) return [];
    const content = contents.get(revision);
    return {
      what: reportMessage(language, `report.step.${action}`, { revision: String(revision) }),
      who: whoInWords(party, language),
      when: formatInstant(at, unit.timeZone, language),
      reasons: reasons.map(({ field = '', text, language: written }) => ({
        field: field === '' ? '' : words.field(field, content),
        cell: field === '' ? '' : words.cell(field, content),
        text,
        written,
      })),
    };
  });
}
