import { type CellKind } from '../workbook.js';
import { type WorkbookRefusal } from '../workbook-refused.error.js';
import { isoText, serialText } from './date-text.js';
import { numberText } from './number-text.js';
import { type SharedStrings } from './shared-strings.js';
import { type CellStyles } from './styles.js';

/** A cell as it is stored. */
export interface StoredCell {
  /** `t`: s, inlineStr, str, b, e, d or n. */
  readonly type: string;
  /** `s`: index into the cell formats. */
  readonly style: number;
  /** Undefined when it is too long. */
  readonly value: string | undefined;
}

/** What the cells of all sheets refer to. */
export interface CellContext {
  readonly strings: SharedStrings;
  readonly styles: CellStyles;
  readonly date1904: boolean;
}

export type CellValue =
  { readonly kind: CellKind; readonly text: string } | { readonly refused: WorkbookRefusal };

const UNREADABLE: CellValue = { refused: 'unreadable-cell' };
const TOO_LONG: CellValue = { refused: 'cell-too-long' };

function kept(kind: CellKind, text: string | undefined): CellValue {
  return text === undefined ? UNREADABLE : { kind, text };
}

function sharedText(index: string, strings: SharedStrings): CellValue {
  const at = /^\s*\d{1,9}\s*$/.test(index) ? Number(index) : -1;
  if (at < 0 || at >= strings.length) return UNREADABLE;
  const text = strings[at];
  return text === undefined ? TOO_LONG : { kind: 'text', text };
}

function numberOrDate(stored: string, style: number, { styles, date1904 }: CellContext): CellValue {
  const number = numberText(stored);
  const format = styles[style];
  if (number === undefined || format === undefined) return kept('number', number);
  const date = serialText(Number(number), format, date1904);
  return date === undefined ? { kind: 'number', text: number } : { kind: 'date', text: date };
}

function booleanText(stored: string): string | undefined {
  if (stored === '1' || stored === 'true') return 'true';
  return stored === '0' || stored === 'false' ? 'false' : undefined;
}

/** The value of a stored cell, or why it is refused. A blank text stays a text and is left out by the caller. */
export function cellValue(cell: StoredCell, context: CellContext): CellValue {
  const { type, style, value } = cell;
  if (value === undefined) return TOO_LONG;
  switch (type) {
    case 's':
      return sharedText(value, context.strings);
    case 'inlineStr':
    case 'str':
      return { kind: 'text', text: value };
    case 'b':
      return kept('boolean', booleanText(value.trim()));
    case 'e':
      return { kind: 'error', text: value };
    case 'd':
      return kept('date', isoText(value.trim(), context.styles[style]));
    case 'n':
      return numberOrDate(value.trim(), style, context);
    default:
      return UNREADABLE;
  }
}
