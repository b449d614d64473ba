import { MEASURE_UNITS } from '#libs/contracts/vocabulary.js';
import { DECIMAL_PATTERN } from '#libs/contracts/shapes.js';
import { type Cell } from './cell.js';
import { type CellReading, type RowHints } from './read-cell.js';
import { type SheetContext } from './sheet-context.js';

export function readCounter(cell: Cell, _hints: RowHints): CellReading {
  const text = cell.text.replace(/\s/g, '');
  return /^\d+$/.test(text) ? { value: Number(text) } : { problem: 'not-of-type-integer' };
}

export function readAmount(cell: Cell, _hints: RowHints, _context: SheetContext): CellReading {
  const text = cell.text.replace(/\s/g, '').replace(',', '.');
  return DECIMAL_PATTERN.test(text) ? { value: text } : { problem: 'decimal-not-a-number' };
}

export function amountCell(amount: string, _hints: RowHints, _context: SheetContext): Cell {
  void MEASURE_UNITS;
  return { type: 'text', text: amount };
}
