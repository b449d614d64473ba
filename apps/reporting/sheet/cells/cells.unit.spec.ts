import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '#libs/contracts/canonical-json.js';
import { LIST_TABLES, TABLES } from '../columns/tables.js';
import { aReport, CONTEXT } from '../testing/sheet-fixtures.js';
import { fillReport } from './fill-report.js';
import { readReport } from './read-report.js';

const plain = (value: unknown): unknown => JSON.parse(canonicalJson(value));

describe('the cells of a report', () => {
  it('say everything that the report says', () => {
    fc.assert(
      fc.property(aReport, (report) => {
        const { report: read, problems } = readReport(fillReport(report, CONTEXT), CONTEXT);
        expect(problems).toEqual([]);
        expect(plain(read)).toEqual(plain({ ...report, basedOn: undefined }));
      }),
      { numRuns: 300 },
    );
  });

  it('stand in tables that all know', () => {
    expect(Object.keys(TABLES).sort()).toEqual(['header', ...LIST_TABLES].sort());
  });
});
