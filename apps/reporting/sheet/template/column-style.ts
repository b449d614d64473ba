import { type Style } from 'exceljs';
import { type Column } from '../columns/column.js';
import { STYLES } from './styles.js';

/** Width in characters by what a column holds. */
const WIDTHS: Readonly<Record<Column['kind'], number>> = {
  id: 8,
  text: 18,
  texts: 18,
  code: 19,
  codes: 19,
  counter: 14,
  amount: 12,
  fraction: 11,
  day: 13,
  instant: 17,
  yesNo: 12,
};

export const widthOf = ({ kind, width }: Column): number => width ?? WIDTHS[kind];

const STYLE_OF: Partial<Readonly<Record<Column['kind'], Partial<Style>>>> = {
  id: STYLES.idInput,
  counter: STYLES.counterInput,
  amount: STYLES.amountInput,
  fraction: STYLES.amountInput,
};

/** How the cells below a label look before anything is typed. */
export const inputStyle = ({ kind }: Column): Partial<Style> => STYLE_OF[kind] ?? STYLES.textInput;
