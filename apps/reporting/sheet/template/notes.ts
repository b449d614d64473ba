import { type Workbook } from 'exceljs';
import { titleOf, type SheetCell } from './sheet-layout.js';
import { PROBLEM_FILL, REMARK_FILL } from './styles.js';

/** A remark on a cell: something to mend, or something to look at. */
export interface SheetNote extends SheetCell {
  readonly text: string;
  readonly isProblem: boolean;
}
export type SheetNotes = readonly SheetNote[];

/** Puts the remarks onto their cells as comments, and a light colour behind them. */
export function annotate(workbook: Workbook, notes: SheetNotes): void {
  for (const [, [first, ...more]] of byCell(notes)) {
    if (!first) continue;
    const all = [first, ...more];
    const cell = workbook.getWorksheet(titleOf(first.sheet))?.getCell(first.cell);
    if (!cell) continue;
    cell.note = { texts: [{ text: all.map(({ text }) => text).join('\n') }] };
    const isProblem = all.some((note) => note.isProblem);
    cell.style = { ...cell.style, fill: isProblem ? PROBLEM_FILL : REMARK_FILL };
  }
}

function byCell(notes: SheetNotes): ReadonlyMap<string, SheetNote[]> {
  const found = new Map<string, SheetNote[]>();
  for (const note of notes) {
    const key = `${note.sheet}!${note.cell}`;
    found.set(key, [...(found.get(key) ?? []), note]);
  }
  return found;
}
