import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '#libs/contracts/canonical-json.js';
import { ProblemError } from '#libs/web/problem.js';
import { readReport } from '../cells/read-report.js';
import { aReport, CONTEXT } from '../testing/sheet-fixtures.js';
import { guarded, unguarded } from './formula-guard.js';
import { readLines } from './read-lines.js';
import { submissionIdOf } from './submission-id.js';
import { writeLines } from './write-lines.js';

const PLAIN = { ...CONTEXT, isPlain: true } as const;
const read = (text: string) => readReport({ lines: readLines(Buffer.from(text)).rows }, PLAIN);
const problemsOf = (text: string | Buffer): string[] => {
  try {
    readLines(Buffer.from(text));
  } catch (error) {
    if (error instanceof ProblemError)
      return error.fields.map(({ code, cell }) => `${code} ${cell ?? ''}`.trim());
    throw error;
  }
  return [];
};

describe('the lines as CSV', () => {
  it('say everything that the lines say', () => {
    fc.assert(
      fc.property(aReport, ({ lines = [] }) => {
        const { report, problems } = read(writeLines(lines, CONTEXT));
        expect(problems).toEqual([]);
        const plain = (value: unknown): unknown => JSON.parse(canonicalJson(value));
        expect(plain(report['lines'] ?? [])).toEqual(plain(lines));
      }),
      { numRuns: 100 },
    );
  });

  it.each([';', ',', '\t'])(
    'are read with the separator “%s”, in any order, by name or label',
    (separator) => {
      const text = [
        ['Номер (как указан) *', 'transportKind', 'Regime', 'goods.declaredText', 'destination', 'outcome'],
        ['CSQU3054383', 'контейнер', 'transit', '"a; b, c"', 'AF', 'released'],
      ]
        .map((row) => row.join(separator))
        .join('\r\n');
      expect(read(text).report['lines']).toEqual([
        expect.objectContaining({
          number: 'CSQU3054383',
          transportKind: 'container',
          goods: [{ declaredText: 'a; b, c' }],
        }),
      ]);
    },
  );

  it('take a point as the decimal mark and ask back a comma', () => {
    const row = (amount: string) => `transportKind;goods.net.amount;goods.net.unit\ncontainer;${amount};kg`;
    expect(read(row('20.063')).report['lines']).toMatchObject([{ goods: [{ net: { amount: '20.063' } }] }]);
    expect(read(row('20,063')).problems).toMatchObject([{ code: 'typed-ambiguous', row: 2 }]);
  });

  it('take a point as the decimal mark of counters too', () => {
    const row = (count: string) => `transportKind;goods.packages\ncontainer;${count}`;
    expect(read(row('2.000')).report['lines']).toMatchObject([{ goods: [{ packages: 2 }] }]);
    expect(read(row('1.250')).problems).toMatchObject([{ code: 'typed-not-whole' }]);
  });

  it('with twenty thousand names are refused at once', () => {
    const text = `${'x;'.repeat(10_000)}${'number;'.repeat(10_000)}`;
    const start = performance.now();
    expect(problemsOf(text)).toHaveLength(50);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it.each([`number\n${'\n'.repeat(2_000_000)}`, `number\n${';'.repeat(2_000_000)}`])(
    'with two million empty cells or rows are refused at once',
    (text) => {
      const start = performance.now();
      expect(problemsOf(text)).toEqual(['csv-too-large']);
      expect(performance.now() - start).toBeLessThan(1500);
    },
  );

  it.each([
    ['', 'csv-empty'],
    [Buffer.from([0x6e, 0xff, 0xfe]), 'csv-not-utf8'],
    ['number;regime\n"N1;transit', 'csv-broken A2'],
    ['number;colour', 'csv-unknown-column B1'],
    ['number;Number as written', 'csv-repeated-column B1'],
    ['number\nN1;x', 'csv-extra-cell B2'],
    [`number\n${'N\n'.repeat(2001)}`, 'csv-too-large'],
  ])('are refused: %j', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });
});

describe('a text in CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(1)', '\t=1', ' =1', '＝1', "'=1", "''=1", "=cmd|' /C calc'!A0"])(
    'is never a formula and comes back: %j',
    (text) => {
      expect(guarded(text)).toBe(`'${text}`);
      expect(unguarded(guarded(text))).toBe(text);
    },
  );

  it.each(["O'Neil", "'quoted'", 'a=b', '5', ''])('stays as it is: %j', (text) => {
    expect(guarded(text)).toBe(text);
    expect(unguarded(text)).toBe(text);
  });
});

it('gives one file one submission id', () => {
  const id = submissionIdOf(['op', 'UZ-CHU'], Buffer.from('a'));
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(submissionIdOf(['op', 'UZ-CHU'], Buffer.from('a'))).toBe(id);
  expect(submissionIdOf(['op', 'UZ-CHU'], Buffer.from('b'))).not.toBe(id);
  expect(submissionIdOf(['op', 'UZ-ANG'], Buffer.from('a'))).not.toBe(id);
});
