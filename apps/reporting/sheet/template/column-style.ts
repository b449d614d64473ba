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
  counter: 12,
  amount: 12,
  fraction: 11,
  day: 13,
  instant: 17,
  yesNo: 12,
};

export const widthOf = ({ kind, width }: Column): number => width ?? WIDTHS[kind];

/** How the cells below a label look before anything is typed. */
export function inputStyle({ kind }: Column): Partial<Style> {
  switch (kind) {
    case 'id':
      return STYLES.idInput;
    case 'counter':
      return STYLES.counterInput;
    case 'amount':
    case 'fraction':
      return STYLES.amountInput;
    default:
      return STYLES.textInput;
  }
}
