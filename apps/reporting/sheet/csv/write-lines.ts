import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { fillTable } from '../cells/fill-table.js';
import { type SheetContext } from '../cells/sheet-context.js';
import { TABLES } from '../columns/tables.js';
import { csvNameOf } from './csv-columns.js';
import { guarded } from './formula-guard.js';

/** Excel takes a file for UTF-8 by its byte order mark alone. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What Excel expects in the countries of the operation; reading takes comma and tabulator as well. */
const SEPARATOR = ';';

/** Lines as a table: a first row of names, then codes and plain values. Without lines it is the template. */
export function writeLines(lines: readonly ControlLine[], context: SheetContext): string {
  const { columns } = TABLES.lines;
  const rows = fillTable(TABLES.lines, lines, 2, { ...context, isPlain: true });
  const texts = rows.map(({ cells }) => columns.map(({ path }) => guarded(cells.get(path)?.text ?? '')));
  return BYTE_ORDER_MARK + [columns.map(csvNameOf), ...texts].map(rowOf).join('');
}

const rowOf = (cells: readonly string[]): string => `${cells.map(quoted).join(SEPARATOR)}\r\n`;

const quoted = (text: string): string =>
  /[";,\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
