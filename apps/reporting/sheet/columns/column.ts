import { type ListName } from './word-list.js';

/** What a cell holds and how it is read. */
export type ColumnKind =
  /** Made by the client, without spaces around it; made from the place where it is left blank. */
  | 'id'
  /** As typed. */
  | 'text'
  /** Several texts, separated by semicolons. */
  | 'texts'
  /** One value of a list, in the officer's words. */
  | 'code'
  /** Several values of a list, separated by semicolons. */
  | 'codes'
  /** Whole number. */
  | 'counter'
  /** Amount of a quantity; its unit stands in the column beside it. */
  | 'amount'
  /** 0 to 1. */
  | 'fraction'
  | 'day'
  | 'instant'
  | 'yesNo';

/** One field of the report as a column (or, in the header, a row) of the sheet and of the CSV form. */
export interface Column {
  /** Place in the record: `route.origin`; `goods[].net.amount` where the record has a list of them. */
  readonly path: string;
  readonly en: string;
  readonly ru: string;
  readonly kind: ColumnKind;
  /** For `code` and `codes`. */
  readonly list?: ListName;
  /** The record cannot do without it. */
  readonly required?: true;
  /** Width in characters; by default that of its kind. */
  readonly width?: number;
}

export type TableName = 'header' | 'counters' | 'remarks' | 'lines' | 'cases' | 'followUps';
export type SheetName = keyof typeof SHEETS;

/** Names of the sheets as an officer sees them: Excel allows no slash in a name. */
export const SHEETS = {
  report: 'Report · Отчёт',
  lines: 'Lines · Строки',
  cases: 'Cases · Случаи',
  followUps: 'Follow-ups · Последующее',
  instructions: 'Instructions · Инструкция',
} as const;

/** A list of the report and where it stands. */
export interface Table {
  readonly name: TableName;
  readonly sheet: SheetName;
  /** Rows for input. */
  readonly rows: number;
  readonly columns: readonly Column[];
  /** Lists inside a record: each entry has a row of its own, with the id of the record repeated. */
  readonly groups: readonly string[];
  /** Columns that the template fills in: alone they make no record. */
  readonly prefilled: readonly string[];
}

/** The list inside a record to which a column belongs: `goods` for `goods[].net.amount`; '' for the record itself. */
export function groupOf({ path }: Column): string {
  const end = path.indexOf('[]');
  return end < 0 ? '' : path.slice(0, end);
}

/** The column's place in the record or in the entry of its group. */
export function innerPathOf({ path }: Column): string {
  return path.slice(path.indexOf('[]') < 0 ? 0 : path.indexOf('[]') + 3);
}
