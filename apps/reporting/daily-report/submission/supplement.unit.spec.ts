import { describe, expect, it } from '@jest/globals';
import { type CaseEntry } from '#libs/contracts/daily-report/case-entry.dto.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type DailyReportSubmission } from '#libs/contracts/daily-report/daily-report-submission.dto.js';
import { FIELD_PROBLEMS } from '#libs/web/field-catalogue.js';
import { aLine, aSubmission } from '../../testing/a-submission.js';
import { forwardedContent } from '../forwarded/forwarded-content.domain.js';
import { supplementProblems } from './supplement.domain.js';

const content = (more: Partial<DailyReportContent>): DailyReportContent => {
  const report: Partial<DailyReportSubmission> & DailyReportContent = aSubmission();
  delete report.submissionId;
  return { ...report, ...more };
};
const both = (national: DailyReportContent) => ({ national, forwarded: forwardedContent(national) });
const problems = (before: Partial<DailyReportContent>, after: Partial<DailyReportContent>) => {
  const found = supplementProblems(both(content(before)), both(content(after)));
  for (const { code } of found) expect(FIELD_PROBLEMS).toHaveProperty(code);
  return found.map(({ path, code }) => `${path} ${code}`);
};

const [one, two] = [aLine(), aLine({ lineId: 'l2', number: 'CSQU1111111' })];
const counter = (profiled: number, more: object = {}) =>
  ({ transportKind: 'container', regime: 'transit', profiled, examined: 1, ...more }) as const;
const entry = (more: Partial<CaseEntry> = {}): CaseEntry => ({
  caseId: 'c1',
  kind: 'seizure',
  substance: 'x',
  certainty: 'presumptive',
  detectedBy: 'UZ',
  ...more,
});
const remark = (text: string) => ({ text, language: 'en' as const });

describe('a supplement', () => {
  it.each<[string, Partial<DailyReportContent>, Partial<DailyReportContent>]>([
    ['lines', { lines: [one] }, { lines: [two, one] }],
    ['cases', { lines: [one] }, { lines: [one], cases: [entry()] }],
    ['counters', { counters: [counter(3)] }, { counters: [counter(5, { sampled: 1 })] }],
    [
      'counters of another kind',
      { counters: [counter(3)] },
      {
        counters: [counter(3), { ...counter(1), transportKind: 'truck' }],
      },
    ],
    ['remarks', { remarks: [remark('a')] }, { remarks: [remark('b'), remark('a')] }],
    ['nothing but its own preparation', {}, { preparedAt: '2017-09-06T09:00:00+05:00', authorFunction: 'x' }],
    [
      'the author of a line, who stays in the country',
      { lines: [one] },
      { lines: [{ ...one, author: 'a' }] },
    ],
  ])('may add %s', (_what, before, after) => {
    expect(problems(before, after)).toEqual([]);
  });

  it.each<[string, Partial<DailyReportContent>, Partial<DailyReportContent>, string[]]>([
    [
      'another number',
      { lines: [one] },
      { lines: [two, { ...one, number: 'X1' }] },
      ['lines[1] changed-by-supplement'],
    ],
    ['a line left out', { lines: [one, two] }, { lines: [two] }, ['lines removed-by-supplement']],
    [
      'a line now withheld',
      { lines: [one] },
      { lines: [{ ...one, handling: 'withheld' }] },
      ['lines removed-by-supplement'],
    ],
    [
      'another case',
      { cases: [entry()] },
      { cases: [entry({ substance: 'y' })] },
      ['cases[0] changed-by-supplement'],
    ],
    [
      'a lower counter',
      { counters: [counter(3)] },
      { counters: [counter(2)] },
      ['counters[0].profiled lowered-by-supplement'],
    ],
    [
      'a blank counter',
      { counters: [counter(3, { dog: 0 })] },
      { counters: [counter(3)] },
      ['counters[0].dog lowered-by-supplement'],
    ],
    ['counters left out', { counters: [counter(3)] }, {}, ['counters removed-by-supplement']],
    [
      'another kind',
      { kind: 'nil', nilReason: 'closed', lines: [] },
      { lines: [one] },
      ['kind changed-by-supplement', 'nilReason changed-by-supplement'],
    ],
    [
      'a remark left out',
      { remarks: [remark('a')] },
      { remarks: [remark('b')] },
      ['remarks removed-by-supplement'],
    ],
  ])('may not have %s', (_what, before, after, expected) => {
    expect(problems(before, after)).toEqual(expected);
  });

  it('may tell what was withheld, also where another record refers to it', () => {
    const withheld = aLine({ lineId: 'l2', number: 'SECR0000001', handling: 'withheld' });
    const lifted = aLine({ lineId: 'l2', number: 'SECR0000001' });
    const container = aLine({ parent: 'SECR0000001' });
    const cases = [entry({ lineIds: ['l1', 'l2'] })];
    const before = { lines: [container, withheld], cases, counters: [counter(2)] };
    expect(problems(before, { ...before, lines: [container, lifted] })).toEqual([]);
    expect(problems(before, { ...before, lines: [{ ...container, regime: 'import' }, lifted] })).toEqual([
      'lines[0] changed-by-supplement',
    ]);
  });
});
