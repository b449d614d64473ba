import { type RevisionRecord } from '../daily-report.records.js';
import { namesWithheld } from './forwarded-content.domain.js';

/**
 * A revision as it is told under the number that an earlier one was told under: with that one's times of submission and
 * preparation, basis, reason and change, for nobody abroad knows that it was replaced (docs/counting-rules.md, basis 4).
 * Its reason stays in the country where it names what any of them withheld, whatever is withheld now.
 * @param sharing the revisions with that number, oldest first
 */
export function toldAsFirst(record: RevisionRecord, sharing: readonly RevisionRecord[]): RevisionRecord {
  const first = sharing[0] ?? record;
  const { submittedAt, basedOn, reason, change, reasonText: text } = first;
  const staysHome = text !== null && sharing.some(({ content }) => namesWithheld(text, content));
  const reasonText = staysHome ? null : text;
  const content = { ...record.content, preparedAt: first.content.preparedAt };
  return { ...record, submittedAt, basedOn, reason, reasonText, change, content };
}
