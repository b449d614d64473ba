import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { isMatchable, matchingKey } from '#libs/reference/identifiers/matching-key.js';
import { type TableName } from '../columns/column.js';
import { LIST_TABLES, TABLES } from '../columns/tables.js';
import { type FilledTables } from './cell.js';
import { type CellProblem, type UnderstoodCell } from './cell-remark.js';
import { readTable, type TableReading } from './read-table.js';
import { type SheetContext } from './sheet-context.js';

/** A report as its cells say it: not validated yet. */
export interface ReportReading {
  /** Of the shape of a `DailyReportSubmission`, as far as the cells could be read. */
  readonly report: Record<string, unknown>;
  readonly tables: Readonly<Partial<Record<TableName, TableReading>>>;
  readonly problems: readonly CellProblem[];
  readonly understood: readonly UnderstoodCell[];
}

/** Reads the tables of a sheet. A table without a record is left out of the report. */
export function readReport(filled: FilledTables, context: SheetContext): ReportReading {
  const names = (['header', ...LIST_TABLES] as const).filter((name) => filled[name]);
  const tables = Object.fromEntries(
    names.map((name) => [name, readTable(TABLES[name], filled[name] ?? [], context)]),
  ) as Partial<Record<TableName, TableReading>>;
  const report: Record<string, unknown> = { ...tables.header?.records[0], submissionId: context.reportId };
  for (const name of LIST_TABLES) {
    const records = tables[name]?.records ?? [];
    if (records.length > 0) report[name] = records;
  }
  nameLinesById(report);
  const all = Object.values(tables);
  return {
    report,
    tables,
    problems: all.flatMap(({ problems }) => problems),
    understood: all.flatMap(({ understood }) => understood),
  };
}

/** A case may name its lines by the numbers of the transport units: an officer does not know ids not made yet. */
function nameLinesById({ lines, cases }: Record<string, unknown>): void {
  const known = (lines ?? []) as Partial<ControlLine>[];
  const ids = new Set(known.map(({ lineId }) => lineId));
  const byNumber = new Map<string, string | undefined>();
  for (const { lineId, number = '' } of known) {
    const key = matchingKey('other', number);
    if (!isMatchable(key)) continue;
    byNumber.set(key, byNumber.has(key) ? undefined : lineId);
  }
  const idOf = (text: string): string =>
    ids.has(text) ? text : (byNumber.get(matchingKey('other', text)) ?? text);
  for (const entry of (cases ?? []) as { lineIds?: string[] }[])
    if (entry.lineIds) entry.lineIds = entry.lineIds.map(idOf);
}
