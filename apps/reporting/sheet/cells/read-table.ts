import { type TransportKind } from '#libs/contracts/vocabulary.js';
import { groupOf, innerPathOf, type Column, type Table } from '../columns/column.js';
import { type Cell, type FilledRow } from './cell.js';
import { type CellProblem, type UnderstoodCell } from './cell-remark.js';
import { type RowHints } from './cell-reading.js';
import { readCell } from './read-cell.js';
import { putAt, valueAt } from './record-paths.js';
import { type SheetContext } from './sheet-context.js';

type Fields = Record<string, unknown>;

/** Where the fields of one record stand. */
export interface RecordRows {
  /** Its first row. */
  readonly row: number;
  /** Rows of the entries of its lists, by group. */
  readonly groups: Readonly<Record<string, readonly number[]>>;
  /** Rows of fields that stand elsewhere than in the first row, by path. */
  readonly elsewhere: ReadonlyMap<string, number>;
}

/** The records of a table, and what was said of its cells on the way. */
export interface TableReading {
  readonly records: readonly Fields[];
  readonly rows: readonly RecordRows[];
  readonly problems: readonly CellProblem[];
  readonly understood: readonly UnderstoodCell[];
}

interface Value {
  readonly value: unknown;
  readonly unit?: string;
}

interface Draft {
  readonly record: Fields;
  readonly row: number;
  readonly groups: Record<string, number[]>;
  readonly elsewhere: Map<string, number>;
}

/**
 * Reads the rows of a table. Rows with one id are one record: each adds entries to its lists, and what it says of the
 * record itself must agree with the rows before. A row that holds nothing but what the template filled in is no record.
 */
export function readTable(table: Table, rows: readonly FilledRow[], context: SheetContext): TableReading {
  const reader = new TableReader(table, context);
  for (const row of rows) reader.read(row);
  return reader;
}

class TableReader implements TableReading {
  readonly records: Fields[] = [];
  readonly rows: Draft[] = [];
  readonly problems: CellProblem[] = [];
  readonly understood: UnderstoodCell[] = [];
  private readonly byId = new Map<string, Draft>();
  private readonly idColumn: Column | undefined;

  constructor(
    private readonly table: Table,
    private readonly context: SheetContext,
  ) {
    this.idColumn = table.columns.find(({ kind }) => kind === 'id');
  }

  read(row: FilledRow): void {
    if (![...row.cells.keys()].some((path) => !this.table.prefilled.includes(path))) return;
    const draft = this.draftOf(row);
    const entries = new Map<string, Fields>();
    for (const column of this.table.columns) {
      const cell = row.cells.get(column.path);
      if (!cell || column === this.idColumn) continue;
      const group = groupOf(column);
      // An entry with a cell that cannot be read is still an entry: its other fields are checked as well.
      const target = group === '' ? undefined : entryOf(entries, group);
      const put = (into: Column, value: unknown): void =>
        target ? putInto(target, into, value) : this.putOnce(draft, into, value, row);
      const { value, unit } = this.valueOf(column, cell, row, draft);
      put(column, value);
      if (unit !== undefined) put(this.unitOf(column), unit);
    }
    for (const [group, entry] of entries) {
      ((draft.record[group] ??= []) as Fields[]).push(entry);
      (draft.groups[group] ??= []).push(row.row);
    }
  }

  private draftOf({ row, cells }: FilledRow): Draft {
    if (!this.idColumn) return this.newDraft(row, {});
    const id = cells.get(this.idColumn.path)?.text.trim() ?? madeId(this.table, this.context.reportId, row);
    const known = this.table.groups.length > 0 ? this.byId.get(id) : undefined;
    if (known) return known;
    const draft = this.newDraft(row, { [this.idColumn.path]: id });
    this.byId.set(id, draft);
    return draft;
  }

  private newDraft(row: number, record: Fields): Draft {
    const draft = { record, row, groups: {}, elsewhere: new Map<string, number>() };
    this.records.push(record);
    this.rows.push(draft);
    return draft;
  }

  private valueOf(column: Column, cell: Cell, { row, cells }: FilledRow, { record }: Draft): Value {
    const hints = hintsOf(column, cells, record);
    const reading = readCell(column, cell, this.context, hints);
    const place = { table: this.table.name, row, path: column.path };
    if ('problem' in reading) {
      const { problem: code, params } = reading;
      this.problems.push({ ...place, code, ...(params && { params }), written: cell.text });
      return { value: undefined };
    }
    const { understood } = reading;
    if (understood !== undefined) this.understood.push({ ...place, written: cell.text, understood });
    return reading;
  }

  /** The column beside the amount: `68.25 t` in one cell says both. */
  private unitOf({ path }: Column): Column {
    const unit = this.table.columns.find((column) => column.path === path.replace(/\.amount$/, '.unit'));
    if (!unit) throw new Error(`The amount ${path} has no unit beside it.`);
    return unit;
  }

  /** A field of the record itself may stand in several of its rows, but only with one value. */
  private putOnce(draft: Draft, column: Column, value: unknown, { row, cells }: FilledRow): void {
    const known = valueAt(draft.record, column.path);
    if (value === undefined) return;
    if (known === undefined) {
      putInto(draft.record, column, value);
      if (row !== draft.row) draft.elsewhere.set(column.path, row);
    } else if (JSON.stringify(known) !== JSON.stringify(value)) {
      const written = cells.get(column.path)?.text ?? '';
      const first = draft.elsewhere.get(column.path) ?? draft.row;
      const code = 'cell-differs-in-line';
      this.problems.push({
        table: this.table.name,
        row,
        path: column.path,
        code,
        params: { first },
        written,
      });
    }
  }
}

function entryOf(entries: Map<string, Fields>, group: string): Fields {
  const entry = entries.get(group) ?? {};
  entries.set(group, entry);
  return entry;
}

function putInto(target: Fields, column: Column, value: unknown): void {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return;
  putAt(target, innerPathOf(column), value);
}

function hintsOf(column: Column, cells: FilledRow['cells'], record: Fields): RowHints {
  if (column.kind !== 'amount' && column.kind !== 'counter') return {};
  const unit = cells.get(column.path.replace(/\.amount$/, '.unit'))?.text;
  return { transportKind: record['transportKind'] as TransportKind | undefined, unit };
}

/** The same sheet gives the same ids again. A case must be told from those of other reports of the operation. */
function madeId({ name }: Table, reportId: string, row: number): string {
  if (name === 'cases') return `${reportId}-c${row}`;
  return `${reportId.slice(0, 8)}-${name === 'followUps' ? 'f' : ''}${row}`;
}
