import { type FieldProblem } from '#libs/web/problem.js';
import { type TablePlace } from '../cells/cell-remark.js';
import { OFFICER_WORDS } from '../columns/officer-words.js';
import { TABLES } from '../columns/tables.js';

const KINDS: Readonly<Record<string, readonly [en: string, ru: string]>> = {
  ...OFFICER_WORDS.reportKind,
  ...OFFICER_WORDS.followUpKind,
};

/** What the words about a cell need beside those about a field: the label of the cell, and kinds as the form has them. */
export function cellParams(
  { params = {} }: FieldProblem,
  { table, path }: TablePlace,
): NonNullable<FieldProblem['params']> {
  const column = TABLES[table].columns.find((candidate) => candidate.path === path);
  const kind = Object.hasOwn(KINDS, params['kind'] ?? '') ? KINDS[String(params['kind'])] : undefined;
  return {
    ...(column && { en: column.en, ru: column.ru }),
    ...(kind && { kindEn: kind[0], kindRu: kind[1] }),
    ...params,
  };
}
