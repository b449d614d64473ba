import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '#libs/contracts/canonical-json.js';
import { readWorkbook } from '#libs/spreadsheet/read-workbook.js';
import { PLAN } from '../../testing/a-submission.js';
import { fillReport } from '../cells/fill-report.js';
import { readReport } from '../cells/read-report.js';
import { filledTables } from '../import/filled-tables.js';
import { formProblems } from '../import/form-problems.js';
import { identityOf } from '../import/open-template.js';
import { aReport, CONTEXT, REPORT_ID } from '../testing/sheet-fixtures.js';
import { buildTemplate } from './build-template.js';
import { LABELS_CHECKSUM } from './fixed-cells.js';
import { TEMPLATE_VERSION } from './template-identity.js';

const unit = PLAN.units[0]!;
const identity = {
  operation: PLAN.code,
  unit: unit.id,
  day: '2017-09-05',
  language: 'ru',
  reportId: REPORT_ID,
} as const;

describe('the workbook', () => {
  it('says everything that the report says, and for whom it was made', async () => {
    await fc.assert(
      fc.asyncProperty(aReport, async (report) => {
        const filled = fillReport(report, CONTEXT);
        const file = await buildTemplate({ identity, plan: PLAN, unit, lists: CONTEXT.lists, filled });
        const workbook = await readWorkbook(file, { limits: { sheets: 7, milliseconds: 60_000 } });
        expect(identityOf(workbook)).toEqual(identity);
        expect(formProblems(workbook)).toEqual([]);
        const { report: read, problems } = readReport(filledTables(workbook), CONTEXT);
        expect(problems).toEqual([]);
        const plain = (value: unknown): unknown => JSON.parse(canonicalJson(value));
        expect(plain(read)).toEqual(plain({ ...report, basedOn: undefined }));
      }),
      { numRuns: 10 },
    );
  }, 120_000);

  it('has another version with other labels', () => {
    // Labels or columns were changed: raise TEMPLATE_VERSION, and write the new pair here.
    expect([TEMPLATE_VERSION, LABELS_CHECKSUM]).toEqual([1, '7944a4084299058e']);
  });
});
