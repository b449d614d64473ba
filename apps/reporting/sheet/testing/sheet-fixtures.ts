import type fc from 'fast-check';
import { DailyReportSubmission } from '#libs/contracts/daily-report/daily-report-submission.dto.js';
import { schemaOf } from '#libs/contracts/json-schema/generate-schema.js';
import { arbitraryMessage } from '#libs/contracts/testing/arbitrary-message.js';
import { canonicalDecimal } from '#libs/reference/measures/decimal.js';
import { defaultReferenceFolder } from '#libs/reference/reference-folder.js';
import { loadReferenceData } from '#libs/reference/reference-data.js';
import { PLAN } from '../../testing/a-submission.js';
import { type SheetContext } from '../cells/sheet-context.js';
import { wordLists } from '../columns/word-lists.js';

export const REFERENCE = loadReferenceData(defaultReferenceFolder());
export const REPORT_ID = '3f2a8c1e-5b7d-4e9a-8c21-0d4f6b7a9e10';

/** Unit UZ-CHU (+05:00) on 5 September 2017. */
export const CONTEXT: SheetContext = {
  lists: wordLists(PLAN, REFERENCE),
  operationDay: '2017-09-05',
  timeZone: 'Asia/Tashkent',
  dayStartsAt: '00:00',
  reportId: REPORT_ID,
};

type Fields = Record<string, unknown>;

/**
 * What cells cannot say is taken out: a list, object or text that is empty; spaces around an id and around one of
 * several texts; two records with one id; characters that XML does not have.
 */
export function expressible(value: unknown, inList = false): unknown {
  if (typeof value === 'string') return inXml(inList ? value.trim() : value);
  if (Array.isArray(value)) {
    const items = value.map((item) => expressible(item, true)).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value as Fields).map(([key, item]) => [key, expressible(item)] as const);
  // A word of the list in other letters would be taken for its code.
  const chemical = kept.find(([key, item]) => key === 'chemical' && item !== undefined);
  if (chemical) kept.push(['chemical', `id ${String(chemical[1])}`]);
  const amount = kept.find(([key]) => key === 'amount');
  if (amount) kept.push(['amount', plainAmount(String(amount[1]))]);
  const given = kept.filter(([, item]) => item !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

/**
 * As the typed form has it: without zeros at the end (`1.500 kg` could be 1500) and no more digits than a number cell
 * keeps.
 */
function plainAmount(amount: string): string {
  const canonical = canonicalDecimal(amount);
  return canonical.replace('.', '').length > 15 ? '12.5' : canonical;
}

function inXml(text: string): string | undefined {
  const kept = text.replace(/[^\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|_x[0-9A-Fa-f]{4}_/gu, '');
  return kept.trim() === '' ? undefined : kept;
}

const withIds = (records: unknown, id: string): void =>
  ((records ?? []) as Fields[]).forEach(
    (record, index) => (record[id] = `${index}-${String(record[id]).trim()}`),
  );

/** What the schema asks for and what became empty: path of lists and objects, and what goes there. */
const REQUIRED: readonly (readonly [path: string, field: string, value: unknown])[] = [
  ['lines', 'number', 'N 1'],
  ['lines', 'goods', [{}]],
  ['lines.goods', 'declaredText', 'goods'],
  ['lines.found', 'substance', 'substance'],
  ['lines.document', 'number', '1'],
  ['lines.consignor', 'name', 'party'],
  ['lines.consignee', 'name', 'party'],
  ['cases', 'substance', 'substance'],
  ['cases.bulletinText', 'en', 'en'],
  ['cases.bulletinText', 'ru', 'ru'],
  ['remarks', 'text', 'remark'],
];

const objectsAt = (value: unknown, path: readonly string[]): Fields[] => {
  const [key, ...rest] = path;
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item) => objectsAt(item, path));
  return key === undefined ? [value as Fields] : objectsAt((value as Fields)[key], rest);
};

function withRequired(report: Fields): Fields {
  for (const [path, field, value] of REQUIRED)
    for (const object of objectsAt(report, path.split('.'))) object[field] ??= structuredClone(value);
  // An id that is the number of one line would be taken for that line's.
  for (const entry of objectsAt(report, ['cases']))
    if (entry['lineIds']) entry['lineIds'] = (entry['lineIds'] as string[]).map((id) => `id ${id}`);
  return report;
}

const schema = schemaOf(DailyReportSubmission, 'strict');

/** Any report that a sheet can say. */
export const aReport: fc.Arbitrary<DailyReportSubmission> = arbitraryMessage(schema).map((message) => {
  const report = expressible(message) as Fields;
  withIds(report['lines'], 'lineId');
  withIds(report['cases'], 'caseId');
  withIds(report['followUps'], 'followUpId');
  return { ...withRequired(report), submissionId: REPORT_ID } as unknown as DailyReportSubmission;
});
