import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type Finding } from '#libs/contracts/finding.dto.js';
import { RECORD, recordName, type NamedList } from '../daily-report/record-name.domain.js';

/** A finding with what makes it the same over revisions of its unit-day. */
export interface IdentifiedFinding {
  readonly finding: Finding;
  /** 24 hexadecimal digits, made of code and subject. */
  readonly findingId: string;
  /** The field with ids of records in the place of their positions, e.g. `lines[l1].number`. */
  readonly subject: string;
  /** SHA-256 of what stands in the field: what was said of another value does not hold for this one. */
  readonly valueHash: string;
}

/** Names each finding by the record that it is about; one that stands twice is told once. */
export function identified(findings: readonly Finding[], content: DailyReportContent): IdentifiedFinding[] {
  const byId = new Map<string, IdentifiedFinding>();
  for (const finding of findings) {
    const subject = subjectOf(finding.field, content);
    const findingId = sha256Hex(`${finding.code}|${subject}`).slice(0, 24);
    const valueHash = sha256Hex(canonicalJson(valueAt(content, finding.field) ?? null));
    if (!byId.has(findingId)) byId.set(findingId, { finding, findingId, subject, valueHash });
  }
  return [...byId.values()];
}

/** Parts of a record have no ids: goods and substances found keep their position within the line. */
function subjectOf(field: string, content: DailyReportContent): string {
  return field.replace(RECORD, (place, list: NamedList, index: string) => {
    const id = recordName(content, list, Number(index));
    return id === undefined ? place : `${list}[${id}]`;
  });
}

function valueAt(content: object, field: string): unknown {
  let value: unknown = content;
  for (const name of field.match(/[^.[\]]+/g) ?? []) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}
