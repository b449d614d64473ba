import { describe, expect, it } from '@jest/globals';
import { schemaOf } from '#libs/contracts/json-schema/generate-schema.js';
import { DailyReportSubmission } from '#libs/contracts/daily-report/daily-report-submission.dto.js';
import { type JsonSchema } from '#libs/contracts/json-schema/schema.js';
import { CONTEXT } from '../testing/sheet-fixtures.js';
import { LIST_TABLES, TABLES } from './tables.js';
import { codeOf, type ListName } from './word-list.js';

/** Fields of a report that no cell holds: the hidden sheet has them. */
const HIDDEN = ['submissionId', 'basedOn'];

/** Paths of all values of a schema: `route.origin`, `goods[].net.amount`. */
function pathsOf(schema: JsonSchema, root: JsonSchema, path = ''): string[] {
  if (schema.$ref) return pathsOf(root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? {}, root, path);
  if (schema.type === 'array' && schema.items) {
    const inner = pathsOf(schema.items, root, '');
    return inner.length === 1 && inner[0] === '' ? [path] : inner.map((more) => `${path}[].${more}`);
  }
  if (schema.type !== 'object') return [path];
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    pathsOf(property, root, path === '' ? name : `${path}.${name}`),
  );
}

const schema = schemaOf(DailyReportSubmission, 'strict');
const all = pathsOf(schema, schema);

describe('the tables of the sheet', () => {
  it('have a column for every field of a report, and no other', () => {
    const columns = [
      ...TABLES.header.columns.map(({ path }) => path),
      ...LIST_TABLES.flatMap((name) => TABLES[name].columns.map(({ path }) => `${name}[].${path}`)),
    ];
    expect([...columns, ...HIDDEN].sort()).toEqual([...all].sort());
  });

  it.each(Object.values(TABLES))('name each column of $name once in each language', ({ columns }) => {
    const distinct = (values: string[]): number => new Set(values).size;
    const units = columns.filter(({ path }) => path.endsWith('.unit')).length;
    const expected = columns.length - Math.max(0, units - 1);
    expect(distinct(columns.map(({ path }) => path))).toBe(columns.length);
    expect(distinct(columns.map(({ en }) => en))).toBe(expected);
    expect(distinct(columns.map(({ ru }) => ru))).toBe(expected);
  });

  it('stay within the columns that are read', () => {
    expect(TABLES.lines.columns.length).toBeLessThanOrEqual(64);
  });
});

describe('the words of a list', () => {
  it.each(Object.entries(CONTEXT.lists))('mean one code each: %s', (_name, list) => {
    for (const { code, label } of list.words) {
      expect(codeOf(list, code)).toBe(code);
      expect(codeOf(list, label)).toBe(code);
      expect(codeOf(list, `  ${label.toUpperCase().replaceAll(' ', '\u00a0')} `)).toBe(code);
    }
    const texts = list.words.map(({ label }) => label);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each<[ListName, string, string | undefined]>([
    ['regime', 'транзит', 'transit'],
    ['regime', 'импорт', 'import'],
    ['regime', 'Transit', 'transit'],
    ['regime', 'trnsit', undefined],
    ['transportKind', 'контейнер', 'container'],
    ['controlAct', 'досмотр', 'examination'],
    ['measureUnit', 'т', 't'],
    ['measureUnit', 'шт.', 'piece'],
    ['measureUnit', 'Тонн', 't'],
    ['measureUnit', 'мест', 'package'],
    ['transportKind', 'вагон', 'wagon'],
    ['country', 'kz', 'KZ'],
    ['country', 'Афганистан', 'AF'],
    ['country', 'Afghanistan', 'AF'],
    ['country', 'XX', 'XX'],
    ['country', 'Nowhere', undefined],
    ['chemical', 'Ангидрид уксусной кислоты', 'acetic_anhydride'],
    ['chemical', 'summer fluid', 'summer fluid'],
    ['unit', 'UZ-ANG', 'UZ-ANG'],
    ['preExportNotification', 'не предъявлено', 'none'],
    ['preExportNotification', 'PEN/17/04', 'PEN/17/04'],
  ])('%s: “%s” means %s', (name, typed, code) => {
    expect(codeOf(CONTEXT.lists[name], typed)).toBe(code);
  });

  it('take no time to be missed in a long cell', () => {
    const long = `x${' '.repeat(3990)}x`;
    const start = performance.now();
    const codes = Array.from({ length: 500 }, () => codeOf(CONTEXT.lists.regime, long));
    expect(performance.now() - start).toBeLessThan(1000);
    expect(new Set(codes)).toEqual(new Set([undefined]));
  });

  it('mean nothing where two entries have them, but for codes and labels', () => {
    const words = ['A', 'B', 'C'].map((code) => ({ code, label: `${code} post`, aliases: ['post', 'B'] }));
    expect(['post', 'a post', 'b', 'c'].map((typed) => codeOf({ words }, typed))).toEqual([
      undefined,
      'A',
      'B',
      'C',
    ]);
  });
});
