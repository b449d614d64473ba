import { type RevisionRecord } from '../daily-report.records.js';
import { namesWithheld } from './forwarded-content.domain.js';

/**
 * A revision as it is told under the number that an earlier one was told under: with that one's times of submission and
 * preparation, basis, reason and change, for nobody abroad knows that it was replaced (docs/counting-rules.md, basis 4).
 * A reason that names what that one withheld stays in the country, whatever is withheld now.
 */
export function toldAsFirst(record: RevisionRecord, first: RevisionRecord): RevisionRecord {
  const { submittedAt, basedOn, reason, change } = first;
  const staysHome = first.reasonText === null || namesWithheld(first.reasonText, first.content);
  const reasonText = staysHome ? null : first.reasonText;
  const content = { ...record.content, preparedAt: first.content.preparedAt };
  return { ...record, submittedAt, basedOn, reason, reasonText, change, content };
}
