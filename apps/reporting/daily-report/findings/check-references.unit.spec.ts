import { describe, expect, it } from '@jest/globals';
import { type FollowUp } from '#libs/contracts/daily-report/follow-up.dto.js';
import { aSubmission } from '../../testing/a-submission.js';
import { KABUL, toldOf } from '../../testing/told-findings.js';

const aFollowUp = (more: Partial<FollowUp>): FollowUp => ({
  followUpId: 'f',
  kind: 'decision',
  outcome: 'released',
  ...more,
});
const known = { lineIds: new Map([['2017-09-04', new Set(['y1'])]]), caseIds: new Set(['old']) };

describe('a follow-up', () => {
  const cases = [
    {
      caseId: 'new',
      kind: 'seizure' as const,
      substance: 'x',
      certainty: 'presumptive' as const,
      detectedBy: 'UZ',
    },
  ];
  it('is about what the unit reported', () => {
    const followUps = [
      aFollowUp({ caseId: 'new' }),
      aFollowUp({ caseId: 'old' }),
      aFollowUp({ lineDay: '2017-09-05', lineId: 'l1' }),
      aFollowUp({ lineDay: '2017-09-04', lineId: 'y1' }),
      aFollowUp({ caseId: 'none' }),
      aFollowUp({ lineDay: '2017-09-04', lineId: 'l1' }),
      aFollowUp({ lineDay: '2017-09-05', lineId: 'y1' }),
      aFollowUp({ chemical: 'none', caseId: 'old' }),
    ];
    const content = aSubmission({ cases, followUps });
    expect(toldOf(content, ['follow-up', 'chemical.unknown'], { known })).toEqual([
      'followUps[4].caseId follow-up.unknown-reference',
      'followUps[5].lineId follow-up.unknown-reference',
      'followUps[6].lineId follow-up.unknown-reference',
      'followUps[7].chemical chemical.unknown',
    ]);
    expect(toldOf(content, ['follow-up'])).toEqual([]);
  });

  it('and a case tell of countries that do not take part', () => {
    const [one] = cases;
    const entries = one
      ? [
          { ...one, seizedBy: 'TR' },
          { ...one, caseId: 'b', detectedBy: 'TR', seizedBy: 'AF' },
        ]
      : [];
    expect(toldOf(aSubmission({ cases: entries }), ['country'], KABUL)).toEqual([
      'cases[0].seizedBy country.not-participating [TR]',
      'cases[1].detectedBy country.not-participating [TR]',
    ]);
  });
});
