import { describe, expect, it } from '@jest/globals';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { aLine, aSubmission, PLAN } from '../../testing/a-submission.js';
import { REFERENCE, told, toldOf } from '../../testing/told-findings.js';
import { forwardedReport } from '../forwarded/forwarded-report.domain.js';
import { NOTHING_ELSEWHERE } from '../forwarded/withheld-records.domain.js';

type Records = Partial<DailyReportContent>;

const EMPTY: DailyReportContent = { ...aSubmission(), lines: [] };
const check = (records: Records) => toldOf({ ...EMPTY, ...records }, ['report.']);

describe('a report without records', () => {
  it.each<[string, Records]>([
    ['no lists', { lines: undefined } as object],
    ['empty lists', { lines: [], cases: [], followUps: [], counters: [] }],
    ['remarks alone', { remarks: [{ text: 'quiet', language: 'en' }] }],
  ])('asks whether nothing happened: %s', (_what, records) => {
    expect(check(records)).toEqual(['kind report.empty']);
  });

  it.each<[string, Records]>([
    ['a line', { lines: [aLine()] }],
    [
      'a counter',
      { counters: [{ transportKind: 'container', regime: 'transit', profiled: 0, examined: 0 }] },
    ],
    ['a nil report', { kind: 'nil', nilReason: 'no_traffic' }],
  ] as [string, Records][])('asks nothing with %s', (_what, records) => {
    expect(check(records)).toEqual([]);
  });

  it('stays in the country, where the records may be withheld ones', () => {
    const forwarded = (records: Records) =>
      forwardedReport({ content: { ...EMPTY, ...records }, reasonText: null }, NOTHING_ELSEWHERE, REFERENCE, {
        plan: PLAN,
        unit: { timeZone: 'Asia/Tashkent', country: 'UZ' },
      });
    const withheld = forwarded({ lines: [aLine({ handling: 'withheld' })] });
    expect(withheld).toEqual(forwarded({ lines: [] }));
    expect(told(withheld.findings)).toEqual([]);
  });
});
