import { type TransportDocument } from '#libs/contracts/daily-report/control-line.dto.js';
import { type TransportKind } from '#libs/contracts/vocabulary.js';
import { ERASED } from './erased.js';
import { type Pseudonyms } from './pseudonyms.js';

/** What stands in the open for a value that is sealed. */
const SEALED = '*';

/** What stands in the open for the value of one field. */
type Rule = (value: string, record: object, pseudonyms: Pseudonyms | undefined) => string;

const hidden: Rule = () => SEALED;

/** The number of a transport unit or of its document; with pseudonyms, distinct ones can still be counted. */
const number: Rule = (value, record, pseudonyms) => {
  if (!pseudonyms) return SEALED;
  if ('transportKind' in record)
    return pseudonyms.transportUnit(record.transportKind as TransportKind, value);
  return pseudonyms.document(record as TransportDocument);
};

/** Without pseudonyms, in the country's own tables, a line keeps its id: follow-ups refer to it. */
const lineId: Rule = (value, _record, pseudonyms) => pseudonyms?.line(value) ?? value;

/** Fields that are sealed: names, plates, numbers that lead to them, and free texts that no bulletin prints as they are. */
const RULES: ReadonlyMap<string, Rule> = new Map([
  ['lineId', lineId],
  ['lineIds', lineId],
  ['number', number],
  ...[
    'author',
    'authorFunction',
    'concealment',
    'declaredText',
    'equipmentOutOfOrder',
    'name',
    'parent',
    'plates',
    'postOfExit',
    'preExportNotification',
    'reloadedFrom',
    'reloadedTo',
    'riskIndicator',
    'sealsApplied',
    'sealsFound',
    'text',
    'wanted',
    'warningNumber',
  ].map((field): [string, Rule] => [field, hidden]),
]);

/** A report in two parts. */
export interface Detached<T> {
  /** Of the same shape, for the open. */
  readonly bare: T;
  /** The values that were taken out, in the order of their places. */
  readonly values: readonly string[];
}

/** Takes the nominal values out of a report's content. */
export function detach<T extends object>(content: T, pseudonyms?: Pseudonyms): Detached<T> {
  const values: string[] = [];
  const bare = walk(content, (value, rule, record) => {
    values.push(value);
    return rule(value, record, pseudonyms);
  });
  return { bare, values };
}

/** Puts the values back. @throws Error for values of another report */
export function attach<T extends object>(bare: T, values: readonly string[]): T {
  let next = 0;
  const whole = walk(bare, () => values[next++] ?? SEALED);
  if (next !== values.length)
    throw new Error(`The report has ${next} sealed values, and ${values.length} were kept.`);
  return whole;
}

/** The report as it reads when its values cannot be had any more. */
export function withErased<T extends object>(bare: T): T {
  return walk(bare, (value, rule) => (rule === lineId ? value : ERASED));
}

type Visit = (value: string, rule: Rule, record: object) => string;

function walk<T extends object>(record: T, visit: Visit): T {
  return walked(record, undefined, record, visit) as T;
}

/** Fields in code unit order: PostgreSQL gives them back in another one. */
function walked(value: unknown, field: string | undefined, record: object, visit: Visit): unknown {
  if (typeof value === 'string') {
    const rule = field === undefined ? undefined : RULES.get(field);
    return rule ? visit(value, rule, record) : value;
  }
  if (Array.isArray(value)) return value.map((entry) => walked(entry, field, record, visit));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, of]) => [name, walked(of, name, value, visit)]));
}
