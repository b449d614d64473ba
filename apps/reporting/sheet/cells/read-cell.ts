import { type Column } from '../columns/column.js';
import { codeOf, type WordList } from '../columns/word-list.js';
import { type Cell } from './cell.js';
import { type CellReading, type RowHints } from './cell-reading.js';
import { splitTexts } from './joined-texts.js';
import { readAmount, readCounter } from './typed-amount.js';
import { type SheetContext } from './sheet-context.js';
import { readDay, readInstant } from './typed-instant.js';

/** Words of a list that a refusal names. */
const MAX_WORDS = 12;

type Read = (column: Column, cell: Cell, context: SheetContext, hints: RowHints) => CellReading;

const READ: Readonly<Record<Column['kind'], Read>> = {
  id: (_column, cell) => ({ value: plainText(cell).trim() }),
  text: (_column, cell) => ({ value: plainText(cell) }),
  texts: (_column, cell) => ({ value: splitTexts(plainText(cell)) }),
  code: (column, { text }, context) => readCode(listOf(column, context), text),
  codes: (column, { text }, context) => readCodes(listOf(column, context), text),
  counter: (_column, cell, context) => readCounter(cell, context),
  amount: (_column, cell, context, hints) => readAmount(cell, hints, context),
  fraction: (_column, { text }) => found(readFraction(text), 'cell-not-a-fraction'),
  day: (_column, cell) => found(readDay(cell), 'cell-not-a-day'),
  instant: (_column, cell, context) => understoodInstant(cell, context),
  yesNo: (column, { text }, context) => readYesNo(listOf(column, context), text),
};

/** Reads one cell by the rules of its column. A cell with nothing but spaces is never given here. */
export function readCell(
  column: Column,
  cell: Cell,
  context: SheetContext,
  hints: RowHints = {},
): CellReading {
  return READ[column.kind](column, cell, context, hints);
}

/** A number typed into a text column means its digits. */
function plainText({ type, text }: Cell): string {
  return type === 'date' ? text.replace('T00:00:00', '').replace('T', ' ') : text;
}

const found = (value: string | undefined, problem: string): CellReading =>
  value === undefined ? { problem } : { value };

/** As the report takes it: 0 to 1. */
function readFraction(typed: string): string | undefined {
  const text = typed.trim().replace(',', '.').replace(/^\./, '0.');
  return /^(0(\.\d{1,4})?|1(\.0{1,4})?)$/.test(text) ? text : undefined;
}

function understoodInstant(cell: Cell, context: SheetContext): CellReading {
  const value = readInstant(cell, context);
  if (value === undefined) return { problem: 'cell-not-an-instant' };
  // A time without its day was completed: the officer sees with what.
  return /^\s*\d{1,2}:/.test(cell.text) ? { value, understood: value } : { value };
}

export function listOf({ list, path }: Column, { lists }: Pick<SheetContext, 'lists'>): WordList {
  if (list === undefined) throw new Error(`The column ${path} has no list.`);
  return lists[list];
}

function readCode(list: WordList, text: string): CellReading {
  const code = codeOf(list, text);
  return code === undefined ? unknownWord(list) : { value: code };
}

function readCodes(list: WordList, text: string): CellReading {
  const codes = splitTexts(text).map((part) => codeOf(list, part));
  return codes.includes(undefined) ? unknownWord(list) : { value: codes };
}

function readYesNo(list: WordList, text: string): CellReading {
  const code = codeOf(list, text);
  return code === undefined ? unknownWord(list) : { value: code === 'yes' };
}

function unknownWord({ words }: WordList): CellReading {
  const named = words.slice(0, MAX_WORDS).map(({ label }) => label);
  const allowed = [...named, ...(words.length > named.length ? ['…'] : [])].join('; ');
  return { problem: 'cell-unknown-word', params: { allowed } };
}
