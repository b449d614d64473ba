import { type NamedNumbers } from './named-numbers.domain.js';

/** Texts that a record can do without: left out where they name a withheld record. */
export const DISPENSABLE_TEXTS: ReadonlySet<string> = new Set([
  'authorFunction',
  'riskIndicator',
  'warningNumber',
  'preExportNotification',
  'postOfExit',
  'nextUnit',
  'instrument',
  'hsAsWritten',
  'unNumber',
  'cas',
  'concealment',
  'wanted',
  'bulletinText',
]);

/** Texts that a record cannot do without: the number alone is taken out. */
export const NEEDED_TEXTS: ReadonlySet<string> = new Set(['declaredText', 'substance', 'name']);

/** A record, and what it consists of, without texts that name a withheld record. */
export function withoutNames<T extends object>(record: T, named: NamedNumbers): T {
  return named.isEmpty ? record : (cleaned(record, named) as T);
}

function cleaned(value: unknown, named: NamedNumbers): unknown {
  if (Array.isArray(value)) return value.map((entry) => cleaned(entry, named));
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [field, of] of Object.entries(value)) {
    if (DISPENSABLE_TEXTS.has(field) && textsOf(of).some((text) => named.areIn(text))) continue;
    kept[field] =
      NEEDED_TEXTS.has(field) && typeof of === 'string' ? named.takenOutOf(of) : cleaned(of, named);
  }
  return kept;
}

/** The text itself, or those of its languages. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsOf);
  return typeof value === 'string' ? [value] : [];
}
