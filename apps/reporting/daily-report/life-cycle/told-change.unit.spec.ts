import { describe, expect, it } from '@jest/globals';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { aLine, aSubmission } from '../../testing/a-submission.js';
import { forwardedChange } from './told-change.domain.js';

const report = (...lines: DailyReportContent['lines'] & object): DailyReportContent => aSubmission({ lines });
const one = aLine();
const two = aLine({ lineId: 'l2' });
const secret = aLine({ lineId: 'l2', handling: 'withheld' });

describe('how a forwarding changes what was forwarded before', () => {
  it('is a correction unless a supplement was sent', () => {
    expect(forwardedChange('correction', report(one, two), report(one), [report(one, secret)])).toBe(
      'correction',
    );
    expect(forwardedChange(null, report(one, two), report(one), [])).toBe('correction');
  });

  it('is a supplement where it adds what is new, and reported later where it adds what was withheld', () => {
    const change = (earlier: DailyReportContent[]) =>
      forwardedChange('supplement', report(one, two), report(one), earlier);
    expect(change([report(one)])).toBe('supplement');
    expect(change([report(one, secret)])).toBe('reported_later');
    expect(change([report(one, secret), report(one)])).toBe('reported_later');
    expect(change([report(one, { ...secret, lineId: 'l3' })])).toBe('supplement');
  });

  it('does not take a case for a line of the same id', () => {
    const cases = [
      {
        caseId: 'l2',
        kind: 'seizure',
        substance: 'x',
        certainty: 'presumptive',
        detectedBy: 'UZ',
        handling: 'withheld',
      },
    ] as const;
    const earlier = [{ ...report(one), cases: [...cases] }];
    expect(forwardedChange('supplement', report(one, two), report(one), earlier)).toBe('supplement');
  });
});
