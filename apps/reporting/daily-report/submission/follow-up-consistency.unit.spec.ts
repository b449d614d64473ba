import { describe, expect, it } from '@jest/globals';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type FollowUp } from '#libs/contracts/daily-report/follow-up.dto.js';
import { FIELD_PROBLEMS } from '#libs/web/field-catalogue.js';
import { aLine, aSubmission } from '../../testing/a-submission.js';
import { consistencyProblems } from './report-consistency.domain.js';

const problems = (more: Partial<DailyReportContent>) => {
  const found = consistencyProblems({ ...aSubmission(), ...more });
  for (const { code } of found) expect(FIELD_PROBLEMS).toHaveProperty(code);
  return found.map(({ path, code }) => `${path} ${code}`);
};
const followUp = (more: Partial<FollowUp>): FollowUp => ({
  followUpId: 'f1',
  kind: 'laboratory_result',
  ...more,
});
const ofCase = { caseId: 'c1', result: 'confirmed' } as const;
const ofLine = { lineDay: '2017-09-01', lineId: 'l1' } as const;
const quantity = { amount: '1', unit: 'kg' } as const;

describe('a follow-up', () => {
  it.each<[string, Partial<FollowUp>, string[]]>([
    ['a result about a case', ofCase, []],
    ['a decision about a line', { ...ofLine, kind: 'decision', outcome: 'released' }, []],
    ['a final quantity', { ...ofLine, kind: 'final_quantity', quantity }, []],
    ['about nothing', { result: 'confirmed' }, [' follow-up-reference']],
    ['about a case and a line', { ...ofCase, ...ofLine }, [' follow-up-reference']],
    ['about a case and half a line', { ...ofCase, lineId: 'l1' }, [' follow-up-reference']],
    ['about a line without its day', { lineId: 'l1', result: 'confirmed' }, [' follow-up-reference']],
    ['about a day', { lineDay: '2017-09-01', result: 'confirmed' }, [' follow-up-reference']],
    ['a result without one', { caseId: 'c1' }, ['.result required-for-follow-up']],
    ['a result with a decision', { ...ofCase, outcome: 'released' }, ['.outcome not-for-follow-up']],
    [
      'a decision with a result',
      { ...ofCase, kind: 'decision' },
      ['.result not-for-follow-up', '.outcome required-for-follow-up'],
    ],
    [
      'a decision that is none',
      { ...ofLine, kind: 'decision', outcome: 'pending' },
      ['.outcome decision-pending'],
    ],
    ['a quantity without one', { ...ofLine, kind: 'final_quantity' }, ['.quantity required-for-follow-up']],
    ['a result with a quantity', { ...ofCase, quantity }, ['.quantity not-for-follow-up']],
  ])('%s', (_what, more, expected) => {
    expect(problems({ followUps: [followUp(more)] })).toEqual(
      expected.map((problem) => `followUps[0]${problem}`),
    );
  });

  it('has an id of its own', () => {
    const followUps = [followUp(ofCase), followUp({ ...ofCase, followUpId: 'f2' }), followUp(ofCase)];
    expect(problems({ followUps })).toEqual(['followUps[2].followUpId repeated']);
  });

  it('may stand in a nil report, and alone in a report of its own kind', () => {
    const followUps = [followUp(ofCase)];
    expect(problems({ kind: 'nil', nilReason: 'closed', lines: [], followUps })).toEqual([]);
    const remarks = [{ text: 'x', language: 'en' as const }];
    expect(problems({ kind: 'follow_up', lines: [], followUps, remarks })).toEqual([]);
    expect(problems({ kind: 'follow_up', lines: [aLine()], followUps })).toEqual(['lines not-for-kind']);
    expect(problems({ kind: 'follow_up', lines: [] })).toEqual(['followUps required-for-kind']);
    expect(problems({ kind: 'void', lines: [], followUps })).toEqual(['followUps not-for-kind']);
  });
});
