import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { RECORD, recordName, type NamedList } from '../daily-report/record-name.domain.js';
import { placeOfField } from './cells/field-places.js';
import { type RecordRows } from './cells/read-table.js';
import { type Table, type TableName } from './columns/column.js';
import { wordsOf, type Words } from './columns/printed-words.js';
import { LIST_TABLES, TABLES } from './columns/tables.js';
import { sheetCellOf, TABLE_ROWS, titleOf } from './template/sheet-layout.js';

/** A field of a report in the words of whoever fills in the sheet. */
export interface FieldPlace {
  /** Label of the column; absent where a whole record is meant. */
  readonly label?: { readonly en: string; readonly ru: string };
  /** What the codes of the field are called, where it has such. */
  readonly words?: Words;
  /** The record that the field belongs to. */
  readonly list?: NamedList;
  readonly index?: number;
  /** Name of the sheet and `B14`, in the sheet that comes filled with this report. */
  readonly sheet: string;
  readonly cell: string;
}

/** Place of a record by its name, as differences tell it: `lines["l1"]`. */
const NAMED = /^(lines|cases|followUps|counters)\[("(?:[^"\\]|\\.)*")\]/;

/**
 * The field as the sheet names it.
 * @param field `lines[3].number`, or `lines["l1"].number` as in differences
 * @param content the report that it is a field of
 * @returns undefined for a field that the sheet has no cell for
 */
export function fieldPlace(field: string, content: DailyReportContent): FieldPlace | undefined {
  const path = byPosition(field, content);
  const place = path === undefined ? undefined : placeOfField(path, { tables: rowsOf(content) });
  if (path === undefined || !place) return undefined;
  const [whole = '', list, index] = RECORD.exec(path) ?? [];
  const column = TABLES[place.table].columns.find((candidate) => candidate.path === place.path);
  const { sheet, cell } = sheetCellOf(place);
  const words = wordsOf(column?.list);
  return {
    ...(list !== undefined && { list: list as NamedList, index: Number(index) }),
    ...(column && path !== whole && { label: { en: column.en, ru: column.ru } }),
    ...(words && { words }),
    ...{ sheet: titleOf(sheet), cell },
  };
}

function byPosition(field: string, content: DailyReportContent): string | undefined {
  const [whole, list, quoted] = NAMED.exec(field) ?? [];
  if (whole === undefined || quoted === undefined) return field;
  const named = list as NamedList;
  const name: unknown = JSON.parse(quoted);
  const index = (content[named] ?? []).findIndex((_, at) => recordName(content, named, at) === name);
  return index < 0 ? undefined : `${named}[${index}]${field.slice(whole.length)}`;
}

/** The rows of each record in the sheet that `fillReport` makes of the report. */
function rowsOf(content: DailyReportContent): Partial<Record<TableName, { rows: RecordRows[] }>> {
  const entries = LIST_TABLES.map((name) => {
    let row = TABLE_ROWS[name].first;
    const rows = (content[name] ?? []).map((record) => {
      const rowsOfRecord = recordRows(TABLES[name], record, row);
      row += Math.max(1, ...Object.values(rowsOfRecord.groups).map((group) => group.length));
      return rowsOfRecord;
    });
    return [name, { rows }] as const;
  });
  return Object.fromEntries(entries);
}

function recordRows({ groups }: Table, record: object, row: number): RecordRows {
  const fields = record as Readonly<Record<string, readonly object[] | undefined>>;
  const ofGroups = groups.map((group) => [group, (fields[group] ?? []).map((_, at) => row + at)] as const);
  return { row, groups: Object.fromEntries(ofGroups), elsewhere: new Map() };
}
