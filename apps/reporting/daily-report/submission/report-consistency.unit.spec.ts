import { describe, expect, it } from '@jest/globals';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { FIELD_PROBLEMS } from '#libs/web/field-catalogue.js';
import { aLine, aSubmission } from '../../testing/a-submission.js';
import { consistencyProblems } from './report-consistency.domain.js';

const problems = (more: Partial<DailyReportContent>) => {
  const found = consistencyProblems({ ...aSubmission(), ...more });
  for (const { code } of found) expect(FIELD_PROBLEMS).toHaveProperty(code);
  return found.map(({ path, code }) => `${path} ${code}`);
};
const counter = (profiled: number) =>
  ({ transportKind: 'truck', regime: 'import', profiled, examined: 0 }) as const;
const entry = {
  caseId: 'c',
  kind: 'seizure',
  substance: 'x',
  certainty: 'presumptive',
  detectedBy: 'UZ',
} as const;

describe('what does not fit together in a report', () => {
  it.each<[string, Partial<DailyReportContent>, string[]]>([
    ['nothing, in an ordinary one', { cases: [entry], counters: [counter(1)] }, []],
    ['nothing, in a nil report with its reason', { kind: 'nil', nilReason: 'closed', lines: [] }, []],
    ['nothing, in an empty void', { kind: 'void', lines: [] }, []],
    ['nil without a reason', { kind: 'nil', lines: [] }, ['nilReason required-for-nil']],
    ['a nil reason without nil', { nilReason: 'closed' }, ['nilReason only-for-nil']],
    [
      'a void with anything in it',
      { kind: 'void', cases: [entry], counters: [counter(1)] },
      ['lines not-for-kind', 'cases not-for-kind', 'counters not-for-kind'],
    ],
    ['a line id twice', { lines: [aLine(), aLine({ lineId: 'b' }), aLine()] }, ['lines[2].lineId repeated']],
    [
      'a case id twice',
      { cases: [entry, entry, entry] },
      ['cases[1].caseId repeated', 'cases[2].caseId repeated'],
    ],
    ['counters of a kind and regime twice', { counters: [counter(1), counter(2)] }, ['counters[1] repeated']],
  ])('%s', (_what, more, expected) => {
    expect(problems(more)).toEqual(expected);
  });
});
