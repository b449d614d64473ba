import { type Borders, type Style } from 'exceljs';

type CellStyle = Partial<Style>;

const thin = { style: 'thin', color: { argb: 'FFB0B7C3' } } as const;
const BOX: Partial<Borders> = { top: thin, left: thin, bottom: thin, right: thin };
const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;

const FONT = { name: 'Calibri', size: 10 } as const;

/** Styles of the template: features that Excel and LibreOffice share. */
export const STYLES = {
  title: { font: { ...FONT, size: 16, bold: true }, alignment: { vertical: 'middle' } },
  caption: { font: { ...FONT, bold: true, color: { argb: 'FF1F3A5F' } }, alignment: { vertical: 'middle' } },
  /** Labels of the short form, and of the fields that a report cannot do without. */
  requiredLabel: {
    font: { ...FONT, bold: true, color: { argb: 'FFFFFFFF' } },
    fill: fill('FF1F3A5F'),
    border: BOX,
    alignment: { wrapText: true, vertical: 'middle' },
  },
  label: {
    font: { ...FONT, bold: true },
    fill: fill('FFDCE4EF'),
    border: BOX,
    alignment: { wrapText: true, vertical: 'middle' },
  },
  /** What the template says and nobody changes. */
  fixedValue: {
    font: { ...FONT, color: { argb: 'FF444444' } },
    alignment: { vertical: 'middle' },
    numFmt: '@',
  },
  fieldInput: {
    font: FONT,
    fill: fill('FFFFFBE6'),
    border: BOX,
    alignment: { vertical: 'middle', horizontal: 'left' },
    numFmt: '@',
  },
  /** Text reaches the importer as it was typed: Excel makes neither a date nor a formula of it. */
  textInput: { font: FONT, alignment: { vertical: 'top' }, numFmt: '@' },
  amountInput: { font: FONT, alignment: { vertical: 'top', horizontal: 'right' }, numFmt: '@' },
  counterInput: { font: FONT, alignment: { vertical: 'top', horizontal: 'right' }, numFmt: 'General' },
  idInput: { font: { ...FONT, size: 8, color: { argb: 'FF8A8A8A' } }, fill: fill('FFF2F2F2'), numFmt: '@' },
  instructions: { font: { ...FONT, size: 11 }, alignment: { wrapText: true, vertical: 'top' } },
} as const satisfies Record<string, CellStyle>;

/** Behind a cell that is to be mended, and behind one that was understood or looks odd. */
export const PROBLEM_FILL = fill('FFF8D0CC');
export const REMARK_FILL = fill('FFFFF2CC');
