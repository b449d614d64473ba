import { describe, expect, it } from '@jest/globals';
import { DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { schemaOf } from '#libs/contracts/json-schema/generate-schema.js';
import { type JsonSchema } from '#libs/contracts/json-schema/schema.js';
import { DISPENSABLE_TEXTS, NEEDED_TEXTS } from './forwarded-texts.domain.js';

/** Treated one by one: ids, numbers of the record itself, references to other units, remarks, and what stays at home. */
const TREATED = [
  ...['lineId', 'caseId', 'followUpId', 'lineIds', 'author'],
  ...['number', 'plates', 'sealsFound', 'sealsApplied', 'parent', 'reloadedFrom', 'reloadedTo'],
  ...['text', 'equipmentOutOfOrder', 'en', 'ru'],
  // An id of the reference list, which is no free text.
  'chemical',
];

const isFree = ({ type, pattern, format, enum: values, items }: JsonSchema): boolean =>
  items ? isFree(items) : type === 'string' && !pattern && !format && !values;

describe('the texts of a report', () => {
  it('are all known: a new one must be told how it leaves the country', () => {
    const schema = schemaOf(DailyReportContent, 'strict');
    const shapes = [schema, ...Object.values(schema.$defs ?? {})];
    const free = shapes.flatMap(({ properties = {} }) =>
      Object.keys(properties).filter((name) => isFree(properties[name] ?? {})),
    );
    const known = new Set([...TREATED, ...DISPENSABLE_TEXTS, ...NEEDED_TEXTS]);
    expect(free.length).toBeGreaterThan(20);
    expect(free.filter((name) => !known.has(name))).toEqual([]);
  });
});
