import { type RevisionRecord } from '../daily-report.records.js';

/**
 * A revision as it is told under the number that an earlier one was told under: with that one's times of submission and
 * preparation, basis, reason and change, for nobody abroad knows that it was replaced (docs/counting-rules.md, basis 4).
 */
export function toldAsFirst(record: RevisionRecord, first: RevisionRecord): RevisionRecord {
  const { submittedAt, basedOn, reason, reasonText, change } = first;
  const content = { ...record.content, preparedAt: first.content.preparedAt };
  return { ...record, submittedAt, basedOn, reason, reasonText, change, content };
}
