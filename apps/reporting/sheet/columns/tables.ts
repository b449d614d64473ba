import { type Table, type TableName } from './column.js';
import { CASE_COLUMNS, FOLLOW_UP_COLUMNS, LINE_COLUMNS } from './line-columns.js';
import { COUNTER_COLUMNS, HEADER_COLUMNS, REMARK_COLUMNS } from './report-columns.js';
import { MAX_LINES } from '#libs/contracts/shapes.js';

/**
 * The one list of what the sheet holds. The template, reading, the CSV form and the way from a field to its cell all
 * follow it; a field of the report that stands here is in all of them.
 */
export const TABLES: Readonly<Record<TableName, Table>> = {
  header: { name: 'header', sheet: 'report', rows: 1, columns: HEADER_COLUMNS, groups: [], prefilled: [] },
  counters: {
    name: 'counters',
    sheet: 'report',
    rows: 12,
    columns: COUNTER_COLUMNS,
    groups: [],
    prefilled: ['transportKind', 'regime'],
  },
  remarks: { name: 'remarks', sheet: 'report', rows: 20, columns: REMARK_COLUMNS, groups: [], prefilled: [] },
  lines: {
    name: 'lines',
    sheet: 'lines',
    rows: MAX_LINES,
    columns: LINE_COLUMNS,
    groups: ['goods', 'found'],
    prefilled: ['lineId'],
  },
  cases: {
    name: 'cases',
    sheet: 'cases',
    rows: 100,
    columns: CASE_COLUMNS,
    groups: [],
    prefilled: ['caseId'],
  },
  followUps: {
    name: 'followUps',
    sheet: 'followUps',
    rows: 500,
    columns: FOLLOW_UP_COLUMNS,
    groups: [],
    prefilled: ['followUpId'],
  },
};

/** The lists of the report, which are the tables but for its head. */
export const LIST_TABLES = [
  'counters',
  'lines',
  'cases',
  'followUps',
  'remarks',
] as const satisfies TableName[];
