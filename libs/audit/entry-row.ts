import { sqlInstant } from '#libs/persistence/sql-instant.js';

/**
 * An entry as its row says it, every column of it: what the chain is made over. Read as text, so that a value that no
 * service would write is still seen as it is.
 */
export interface EntryRow {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly actorKind: string;
  readonly actor: string;
  readonly role: string | null;
  readonly unit: string | null;
  readonly country: string | null;
  readonly network: string | null;
  readonly operation: string | null;
  readonly action: string;
  readonly route: string | null;
  readonly objectKind: string | null;
  readonly objectId: string | null;
  readonly outcome: string;
  readonly count: number;
  readonly beforeHash: string | null;
  readonly afterHash: string | null;
}

/** The columns of `audit_entry e` under the names of `EntryRow`. */
export const ENTRY_COLUMNS = `e.id::text as id, e.kind, ${sqlInstant('e.at')} as at,
  ${sqlInstant('e.recorded_at')} as "recordedAt", e.actor_kind as "actorKind", e.actor, e.role, e.unit, e.country,
  e.network, e.operation, e.action, e.route, e.object_kind as "objectKind", e.object_id as "objectId", e.outcome,
  e.count, e.before_hash as "beforeHash", e.after_hash as "afterHash"`;

const NAMES = [
  ...([
    'id',
    'kind',
    'at',
    'recordedAt',
    'actorKind',
    'actor',
    'role',
    'unit',
    'country',
    'network',
  ] as const),
  ...(['operation', 'action', 'route', 'objectKind', 'objectId', 'outcome', 'count'] as const),
  ...(['beforeHash', 'afterHash'] as const),
] satisfies readonly (keyof EntryRow)[];

/** The entry alone, of a row that has more columns. */
export function entryOf(row: EntryRow): EntryRow {
  return Object.fromEntries(NAMES.map((name) => [name, row[name]])) as unknown as EntryRow;
}
