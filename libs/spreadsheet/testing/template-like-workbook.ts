import ExcelJS from 'exceljs';

/** A workbook with what a form has: lists, hidden sheets, comments, merged heads, formats and every kind of value. */
export async function templateLikeWorkbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const lines = book.addWorksheet('Lines', { views: [{ state: 'frozen', ySplit: 1 }] });
  lines.mergeCells('A1:C1');
  lines.getCell('A1').value = { richText: [{ text: 'Номер / ', font: { bold: true } }, { text: 'Number' }] };
  lines.getCell('A2').value = 'TCLU 482913-6';
  lines.getCell('A2').note = 'Как на контейнере';
  lines.getCell('B2').value = 20063.1;
  lines.getCell('B2').numFmt = '#,##0.00';
  lines.getCell('C2').value = new Date(Date.UTC(2017, 8, 1, 14, 30));
  lines.getCell('C2').numFmt = 'dd.mm.yyyy hh:mm';
  lines.getCell('D2').value = new Date(Date.UTC(2017, 8, 1));
  lines.getCell('D2').numFmt = 'dd.mm.yyyy';
  lines.getCell('E2').value = true;
  lines.getCell('F2').value = '20,063';
  lines.getCell('F2').numFmt = '@';
  lines.getCell('G2').value = 0.1 + 0.2;
  lines.getCell('H2').value = ' two\nlines ';
  lines.getCell('A2').dataValidation = { type: 'list', allowBlank: true, formulae: ['Lists!$A$1:$A$2'] };
  lines.getRow(5).hidden = true;
  lines.getCell('A5').value = 'hidden';
  lines.getColumn(10).hidden = true;
  lines.addConditionalFormatting({
    ref: 'B2:B9',
    rules: [{ type: 'expression', priority: 1, formulae: ['B2>5'], style: { font: { bold: true } } }],
  });
  const lists = book.addWorksheet('Lists', { state: 'hidden' });
  lists.getCell('A1').value = 'импорт / import';
  lists.getCell('A2').value = 'экспорт / export';
  book.definedNames.add('Lists!$A$1:$A$2', 'regimes');
  book.addWorksheet('Meta', { state: 'veryHidden' }).getCell('A1').value = 'template 1';
  return Buffer.from(await book.xlsx.writeBuffer());
}
