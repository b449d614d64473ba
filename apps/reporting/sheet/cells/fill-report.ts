import { type DailyReportSubmission } from '#libs/contracts/daily-report/daily-report-submission.dto.js';
import { type TableName } from '../columns/column.js';
import { LIST_TABLES, TABLES } from '../columns/tables.js';
import { TABLE_ROWS } from '../template/sheet-layout.js';
import { type FilledRow, type FilledTables } from './cell.js';
import { fillTable } from './fill-table.js';
import { type SheetContext } from './sheet-context.js';

/** The cells that say a report, in the rows of the template. */
export function fillReport(report: Partial<DailyReportSubmission>, context: SheetContext): FilledTables {
  const filled: Partial<Record<TableName, FilledRow[]>> = {
    header: fillTable(TABLES.header, [report], 1, context),
  };
  for (const name of LIST_TABLES)
    filled[name] = fillTable(TABLES[name], report[name] ?? [], TABLE_ROWS[name].first, context);
  return filled;
}
