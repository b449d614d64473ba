import ExcelJS from 'exceljs';

/** Value of a cell of the full sheet: texts of both languages, decimals, whole numbers, dates. */
export function fullSheetValue(row: number, column: number): string | number | Date {
  switch (column % 4) {
    case 0:
      return `ангидрид уксусный ${row}-${column}`;
    case 1:
      return (row * 1000 + column) / 8;
    case 2:
      return row * column;
    default:
      return new Date(Date.UTC(2017, 8, 1 + (row % 10)));
  }
}

/** A workbook of one sheet with that many filled cells, written by exceljs. */
export async function fullWorkbook(rows: number, columns: number): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Lines');
  for (let row = 1; row <= rows; row += 1) {
    sheet.addRow(Array.from({ length: columns }, (_, column) => fullSheetValue(row, column)));
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
