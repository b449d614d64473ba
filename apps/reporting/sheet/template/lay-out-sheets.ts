import { type Worksheet } from 'exceljs';
import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { columnLetters } from '../cells/cell.js';
import { type Column, type Table } from '../columns/column.js';
import { TABLES } from '../columns/tables.js';
import { type ListName } from '../columns/word-list.js';
import { inputStyle, widthOf } from './column-style.js';
import { addValidation } from './drop-downs.js';
import { HEADER_VALUES, labelCellOf, TABLE_ROWS } from './sheet-layout.js';
import { STYLES } from './styles.js';

type Ranges = Readonly<Record<ListName, string>>;

const A4 = 9;
const LABEL_HEIGHT = 30;
/** Of labels over narrow columns. */
const TALL_LABELS = 56;
/** Of columns A and B of the first sheet, which hold the labels and values of the head. */
const REPORT_WIDTHS = [30, 40] as const;
/** Kind, number and the line's id stay in view. */
const FROZEN_COLUMNS = 3;

/** The first sheet: head, counters, remarks. */
export function layOutReport(
  sheet: Worksheet,
  { plan, unit }: { readonly plan: OperationPlan; readonly unit: PlanUnit },
  ranges: Ranges,
): void {
  const { counters, remarks, header } = TABLES;
  sheet.columns = counters.columns.map((column, index) => ({
    width: REPORT_WIDTHS[index] ?? widthOf(column),
  }));
  sheet.getRow(1).height = 28;
  sheet.getCell('A1').style = STYLES.title;
  writeFixed(sheet, 2, `${plan.code}: ${plan.name.en} / ${plan.name.ru}`);
  writeFixed(sheet, 3, `${unit.id}: ${unit.name.en} / ${unit.name.ru}`);
  header.columns.forEach((column, index) =>
    layOutField(sheet, column, TABLE_ROWS.header.first + index, ranges),
  );
  for (const table of [counters, remarks]) {
    sheet.getCell(`A${TABLE_ROWS[table.name].labels - 1}`).style = STYLES.caption;
    styleLabels(sheet, table);
    for (const [index, column] of table.columns.entries()) layOutCells(sheet, table, column, index, ranges);
  }
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  setUpPrinting(sheet, plan, 1);
}

/** A sheet that is one table: labels in the second row, then one record a row. */
export function layOutTable(sheet: Worksheet, table: Table, plan: OperationPlan, ranges: Ranges): void {
  const { labels, first } = TABLE_ROWS[table.name];
  // A style of the whole column costs nothing; the cells below come into being when something is typed.
  sheet.columns = table.columns.map((column) => ({ width: widthOf(column), style: inputStyle(column) }));
  sheet.getCell('A1').style = STYLES.caption;
  styleLabels(sheet, table);
  table.columns.forEach((column, index) => {
    const letters = columnLetters(index);
    addValidation(sheet, `${letters}${first}:${letters}${first + table.rows - 1}`, column, ranges);
  });
  sheet.views = [{ state: 'frozen', xSplit: FROZEN_COLUMNS, ySplit: labels }];
  sheet.pageSetup.printTitlesRow = `1:${labels}`;
  sheet.pageSetup.printTitlesColumn = 'A:C';
  setUpPrinting(sheet, plan, Math.max(1, Math.round(table.columns.length / 13)));
}

function writeFixed(sheet: Worksheet, row: number, text: string): void {
  sheet.getRow(row).height = LABEL_HEIGHT;
  sheet.getCell(`A${row}`).style = STYLES.label;
  const value = sheet.getCell(`${HEADER_VALUES}${row}`);
  value.value = text;
  value.style = STYLES.fixedValue;
}

function layOutField(sheet: Worksheet, column: Column, row: number, ranges: Ranges): void {
  sheet.getRow(row).height = LABEL_HEIGHT;
  sheet.getCell(`A${row}`).style = column.required ? STYLES.requiredLabel : STYLES.label;
  sheet.getCell(`${HEADER_VALUES}${row}`).style = STYLES.fieldInput;
  addValidation(sheet, `${HEADER_VALUES}${row}`, column, ranges);
}

function styleLabels(sheet: Worksheet, table: Table): void {
  sheet.getRow(TABLE_ROWS[table.name].labels).height = TALL_LABELS;
  table.columns.forEach((column, index) => {
    sheet.getCell(labelCellOf(table, index).cell).style = column.required
      ? STYLES.requiredLabel
      : STYLES.label;
  });
}

/** The tables of the first sheet share its columns: their cells are styled one by one. */
function layOutCells(sheet: Worksheet, table: Table, column: Column, index: number, ranges: Ranges): void {
  const letters = columnLetters(index);
  const { first } = TABLE_ROWS[table.name];
  const last = first + table.rows - 1;
  for (let row = first; row <= last; row += 1)
    sheet.getCell(`${letters}${row}`).style = { ...inputStyle(column), border: STYLES.label.border };
  addValidation(sheet, `${letters}${first}:${letters}${last}`, column, ranges);
}

function setUpPrinting(sheet: Worksheet, { marking }: OperationPlan, pagesWide: number): void {
  Object.assign(sheet.pageSetup, {
    paperSize: A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: pagesWide,
    fitToHeight: 0,
    margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
  });
  const plain = (text: string): string => text.replaceAll('&', '&&');
  sheet.headerFooter.oddHeader = `&C&8${plain(marking.en)} / ${plain(marking.ru)}`;
  sheet.headerFooter.oddFooter = '&L&8&A&R&8&P / &N';
}
