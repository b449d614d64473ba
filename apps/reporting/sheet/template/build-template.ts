import { type Workbook, type Worksheet } from 'exceljs';
import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type Cell, type FilledTables } from '../cells/cell.js';
import { SHEETS, type SheetName } from '../columns/column.js';
import { TABLES } from '../columns/tables.js';
import { type WordLists } from '../columns/word-list.js';
import { FIXED_CELLS } from './fixed-cells.js';
import { annotate, type SheetNotes } from './notes.js';
import { writeInstructions } from './instructions.js';
import { writeLists } from './list-sheet.js';
import { layOutReport, layOutTable } from './lay-out-sheets.js';
import { sheetCellOf } from './sheet-layout.js';
import { IDENTITY_SHEET, identityRows, type TemplateIdentity } from './template-identity.js';

/** What a workbook is made of. */
export interface TemplateParts {
  readonly identity: TemplateIdentity;
  readonly plan: OperationPlan;
  readonly unit: PlanUnit;
  readonly lists: WordLists;
  /** What stands in its cells. */
  readonly filled: FilledTables;
  /** Remarks that go onto the cells. */
  readonly notes?: SheetNotes;
}

/** The workbook of one operation, unit and day. Every text is typed as text: nothing in it is ever a formula. */
export async function buildTemplate(parts: TemplateParts): Promise<Buffer> {
  // Loading it takes longer than anything else of the service's start, and few days ask for a sheet first.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const sheets = {} as Record<SheetName, Worksheet>;
  for (const name of ['report', 'lines', 'cases', 'followUps'] as const)
    sheets[name] = workbook.addWorksheet(SHEETS[name]);
  writeInstructions(workbook);
  const ranges = writeLists(workbook, parts.lists);
  writeIdentity(workbook, parts.identity);
  layOutReport(sheets.report, parts, ranges);
  for (const name of ['lines', 'cases', 'followUps'] as const)
    layOutTable(sheets[name], TABLES[name], parts.plan, ranges);
  writeLabels(sheets);
  fill(sheets, parts.filled);
  if (parts.notes) annotate(workbook, parts.notes);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function writeIdentity(workbook: Workbook, identity: TemplateIdentity): void {
  const sheet = workbook.addWorksheet(IDENTITY_SHEET, { state: 'veryHidden' });
  identityRows(identity).forEach((row) => sheet.addRow(row));
}

function writeLabels(sheets: Readonly<Record<SheetName, Worksheet>>): void {
  for (const { sheet, cell, text } of FIXED_CELLS) sheets[sheet].getCell(cell).value = text;
}

function fill(sheets: Readonly<Record<SheetName, Worksheet>>, filled: FilledTables): void {
  for (const table of Object.values(TABLES)) {
    for (const { row, cells } of filled[table.name] ?? []) {
      for (const [path, cell] of cells) {
        const place = sheetCellOf({ table: table.name, row, path });
        sheets[place.sheet].getCell(place.cell).value = valueOf(cell);
      }
    }
  }
}

/** A number that Excel keeps exactly stays a number; everything else is text. */
const valueOf = ({ type, text }: Cell): string | number =>
  type === 'number' && String(Number(text)) === text ? Number(text) : text;
