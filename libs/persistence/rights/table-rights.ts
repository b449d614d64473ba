/** What may be done with a row. */
export type Verb = 'select' | 'insert' | 'update' | 'delete';

/** Verbs, and the rows that they reach: those for which the SQL condition over the table's columns holds. */
export interface RowRight {
  readonly verbs: readonly Verb[];
  readonly rows: string;
}

/** Who may do what with one table. Whoever is not named may do nothing. */
export interface TableRights {
  /** `<service>_web`: what requests may do. Each right is a policy; a row is reached when any of them holds. */
  readonly web?: readonly RowRight[];
  /** `<service>_worker`: what consumers, jobs and relays may do, with every row. */
  readonly worker?: readonly Verb[];
  /** Workers of the other services read it: the embedded bus does. */
  readonly isReadByOthers?: boolean;
}

/** The rights on every table of a schema, by name. */
export type SchemaRights = Readonly<Record<string, TableRights>>;

/** A right on the rows of a condition; without a condition on all rows, which is a decision and is written as one. */
export function on(rows: string, ...verbs: Verb[]): RowRight {
  return { verbs, rows };
}

/** For tables whose rows belong to nobody's country or operation. */
export const EVERY_ROW = 'true';

/** Everything: most work of consumers. */
export const ALL_VERBS: readonly Verb[] = ['select', 'insert', 'update', 'delete'];
