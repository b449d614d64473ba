import { type Sheet, type Workbook } from '#libs/spreadsheet/read-workbook.js';
import { type FieldProblem } from '#libs/web/problem.js';
import { SHEETS, type SheetName } from '../columns/column.js';
import { TABLES } from '../columns/tables.js';
import { FIXED_CELLS } from '../template/fixed-cells.js';
import { LIST_SHEET } from '../template/list-sheet.js';
import { HEADER_VALUES, TABLE_ROWS, titleOf } from '../template/sheet-layout.js';
import { IDENTITY_SHEET } from '../template/template-identity.js';
import { columnLetters } from '../cells/cell.js';

/** Sheets without which there is no report. */
const INPUT_SHEETS = ['report', 'lines', 'cases', 'followUps'] as const satisfies SheetName[];
const KNOWN = new Set<string>([...Object.values(SHEETS), LIST_SHEET, IDENTITY_SHEET]);

/** What the form of a workbook has other than the template it was made from: nothing, for a form that was filled in. */
export function formProblems({ sheets }: Workbook): FieldProblem[] {
  const foreign = sheets.filter(({ name, rows }) => !KNOWN.has(name) && rows.size > 0);
  return [
    ...foreign.map(({ name }) => problem('sheet-foreign', name)),
    ...INPUT_SHEETS.flatMap((name) => {
      const sheet = sheets.find((candidate) => candidate.name === titleOf(name));
      return sheet ? sheetProblems(name, sheet) : [problem('sheet-missing', titleOf(name))];
    }),
  ];
}

function problem(code: string, sheet: string, cell?: string, more: Partial<FieldProblem> = {}): FieldProblem {
  return { path: '', code, sheet, ...(cell !== undefined && { cell }), ...more };
}

function sheetProblems(name: SheetName, sheet: Sheet): FieldProblem[] {
  // With the labels somewhere else nothing that is said of other cells would help.
  const labels = labelProblems(name, sheet);
  return labels.length > 0
    ? labels
    : [...hiddenProblems(name, sheet), ...mergedProblems(sheet), ...outside(name, sheet)];
}

const LABEL_TEXTS = new Set(FIXED_CELLS.map(({ text }) => folded(text)));

function labelProblems(name: SheetName, sheet: Sheet): FieldProblem[] {
  return FIXED_CELLS.filter((fixed) => fixed.sheet === name).flatMap(({ cell, text }) => {
    const written = textAt(sheet, cell);
    if (folded(written) === folded(text)) return [];
    const code = LABEL_TEXTS.has(folded(written)) ? 'cell-column-moved' : 'cell-label-changed';
    return [problem(code, sheet.name, cell, { params: { expected: text.replace('\n', ' / ') }, written })];
  });
}

/** LibreOffice and Excel write the line break of a cell in their own ways. */
function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function textAt({ rows }: Sheet, cell: string): string {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  return rows.get(Number(row))?.get(letters)?.text ?? '';
}

/** Values that the sender did not see are none of the report, and none that may be dropped silently. */
function hiddenProblems(name: SheetName, sheet: Sheet): FieldProblem[] {
  const fixed = new Set(FIXED_CELLS.filter((cell) => cell.sheet === name).map(({ cell }) => cell));
  const filled = [...sheet.rows].flatMap(([row, cells]) =>
    [...cells.keys()]
      .filter((letters) => !fixed.has(`${letters}${row}`))
      .map((letters) => ({ row, letters })),
  );
  if (sheet.state !== 'visible') return [problem('cell-hidden', sheet.name)];
  const rows = new Set(filled.map(({ row }) => row).filter((row) => sheet.hiddenRows.has(row)));
  const columns = new Set(
    filled.map(({ letters }) => letters).filter((found) => sheet.hiddenColumns.has(found)),
  );
  return [...[...rows].map((row) => `A${row}`), ...[...columns].map((letters) => `${letters}1`)].map((cell) =>
    problem('cell-hidden', sheet.name, cell),
  );
}

function mergedProblems({ name, merged }: Sheet): FieldProblem[] {
  return merged.map((range) => problem('cell-merged', name, range));
}

/** Values to the right of the columns or below the rows of the form. */
function outside(name: SheetName, sheet: Sheet): FieldProblem[] {
  const belongs = cellsOf(name);
  return [...sheet.rows].flatMap(([row, cells]) =>
    [...cells].flatMap(([letters, { ref, text }]) =>
      belongs(letters, row) || text.trim() === ''
        ? []
        : [problem('cell-outside', sheet.name, ref, { written: text })],
    ),
  );
}

/** Whether the form has a cell there. */
function cellsOf(name: SheetName): (letters: string, row: number) => boolean {
  const fixed = new Set(FIXED_CELLS.filter(({ sheet }) => sheet === name).map(({ cell }) => cell));
  const areas = Object.values(TABLES)
    .filter(({ sheet }) => sheet === name)
    .map((table) => {
      const { first } = TABLE_ROWS[table.name];
      if (table.name === 'header')
        return { first: 2, last: first + table.columns.length - 1, letters: new Set([HEADER_VALUES]) };
      return {
        first,
        last: first + table.rows - 1,
        letters: new Set(table.columns.map((_, index) => columnLetters(index))),
      };
    });
  return (letters, row) =>
    fixed.has(`${letters}${row}`) ||
    areas.some((area) => row >= area.first && row <= area.last && area.letters.has(letters));
}
