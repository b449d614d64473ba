import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CaseEntry } from '#libs/contracts/daily-report/case-entry.dto.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { aLine, aSubmission } from '../testing/a-submission.js';
import { forwardedContent } from './forwarded-content.domain.js';

const aCase = (more: Partial<CaseEntry> = {}): CaseEntry => ({
  caseId: 'c1',
  kind: 'seizure',
  substance: 'acetone',
  certainty: 'presumptive',
  detectedBy: 'UZ',
  ...more,
});

describe('what is forwarded', () => {
  it('is the whole content where nothing is withheld', () => {
    const content = aSubmission({ cases: [aCase({ lineIds: ['l1', 'elsewhere'] })] });
    expect(forwardedContent(content)).toEqual(content);
    const nil: DailyReportContent = {
      operationDay: '2017-09-05',
      kind: 'nil',
      preparedAt: '2017-09-05T18:30:00Z',
    };
    expect(forwardedContent(nil)).toEqual(nil);
  });

  it('has no withheld line or case and no reference to one', () => {
    const wagon = aLine({ lineId: 'w', transportKind: 'wagon', number: '5248 1600', handling: 'withheld' });
    const kept = aLine({ reloadedFrom: 'KBL-1' });
    const box = { ...kept, parent: '52481600', reloadedTo: '52481600' };
    const cases = [aCase({ lineIds: ['w', 'l1'] }), aCase({ caseId: 'hidden', handling: 'withheld' })];
    const forwarded = forwardedContent(aSubmission({ lines: [wagon, box], cases }));
    expect(forwarded.lines).toEqual([kept]);
    expect(forwarded.cases).toEqual([aCase({ lineIds: ['l1'] })]);
  });

  it('has no counter that shows a withheld record', () => {
    const rest = { transportKind: 'container', regime: 'import', profiled: 9, examined: 2, dog: 1 } as const;
    const imported = { ...rest, seized: 1 };
    const counters = [{ ...imported, regime: 'transit' as const }, imported];
    const lines = [aLine({ handling: 'withheld' }), aLine({ lineId: 'l2', regime: 'import' })];
    expect(forwardedContent(aSubmission({ lines, counters })).counters).toEqual([imported]);
    const cases = [aCase({ handling: 'withheld' })];
    expect(forwardedContent(aSubmission({ counters: [imported], cases })).counters).toEqual([rest]);
  });

  it('has no free text that names a withheld transport unit, however it is written', () => {
    const text = 'Together with сsqu 305438-3.';
    const kept = { text: 'Quiet.', language: 'en' as const };
    const texts = {
      concealment: text,
      riskIndicator: text,
      wanted: text,
      bulletinText: { en: 'Text.', ru: text },
    };
    const forwarded = forwardedContent(
      aSubmission({
        lines: [aLine({ handling: 'withheld' })],
        cases: [aCase(texts), aCase({ caseId: 'c2', wanted: 'A reply.' })],
        remarks: [{ text, language: 'en' }, kept],
      }),
    );
    expect(forwarded.cases).toEqual([aCase(), aCase({ caseId: 'c2', wanted: 'A reply.' })]);
    expect(forwarded.remarks).toEqual([kept]);
  });

  it('keeps its texts where the withheld number is too short to be told from chance', () => {
    const remarks = [{ text: 'The 7 wagons', language: 'en' as const }];
    const content = aSubmission({ lines: [aLine({ number: '7', handling: 'withheld' })], remarks });
    expect(forwardedContent(content).remarks).toEqual(remarks);
  });

  it('never names a withheld record, whatever the report', () => {
    const handling = fc.constantFrom(undefined, 'routine', 'ocu_only', 'withheld');
    const records = fc.array(fc.record({ handling, refers: fc.nat(5) }), { maxLength: 6 });
    fc.assert(
      fc.property(records, records, (someLines, someCases) => {
        const lines = someLines.map(({ handling: how, refers }, index) =>
          aLine({
            lineId: `line-${index}`,
            number: `NUMBER${index}`,
            parent: `number ${refers}`,
            ...(how && { handling: how as 'routine' }),
          }),
        );
        const cases = someCases.map(({ handling: how, refers }, index) =>
          aCase({
            caseId: `case-${index}`,
            lineIds: [`line-${refers}`],
            ...(how && { handling: how as 'routine' }),
          }),
        );
        const text = JSON.stringify(forwardedContent(aSubmission({ lines, cases }))).toLowerCase();
        lines.forEach(({ handling: how, lineId }, index) => {
          if (how !== 'withheld') return expect(text).toContain(`"${lineId}"`);
          for (const name of [`"${lineId}"`, `number${index}`, `"number ${index}"`])
            expect(text).not.toContain(name);
        });
        cases.forEach(({ handling: how, caseId }) =>
          expect(text.includes(`"${caseId}"`)).toBe(how !== 'withheld'),
        );
      }),
    );
  });
});
