import { type Workbook } from 'exceljs';
import { type ListName, type WordLists } from '../columns/word-list.js';
import { columnLetters } from '../cells/cell.js';

/** Name of the hidden sheet with the words of the drop-downs: a list of more than 255 characters must lie in cells. */
export const LIST_SHEET = 'Lists';

/** Writes the words of every list and gives the range of each: `Lists!$C$1:$C$40`. */
export function writeLists(workbook: Workbook, lists: WordLists): Readonly<Record<ListName, string>> {
  const sheet = workbook.addWorksheet(LIST_SHEET, { state: 'hidden' });
  const ranges = Object.entries(lists).map(([name, { words }], index) => {
    words.forEach(({ label }, row) => (sheet.getCell(row + 1, index + 1).value = label));
    const letters = columnLetters(index);
    return [name, `${LIST_SHEET}!$${letters}$1:$${letters}$${words.length}`];
  });
  return Object.fromEntries(ranges) as Record<ListName, string>;
}
