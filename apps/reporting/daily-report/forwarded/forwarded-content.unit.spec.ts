import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CaseEntry } from '#libs/contracts/daily-report/case-entry.dto.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type FollowUp } from '#libs/contracts/daily-report/follow-up.dto.js';
import { aLine, aSubmission } from '../../testing/a-submission.js';
import { forwardedContent, namesWithheld } from './forwarded-content.domain.js';
import { NOTHING_ELSEWHERE } from './withheld-records.domain.js';

const aCase = (more: Partial<CaseEntry> = {}): CaseEntry => ({
  caseId: 'c1',
  kind: 'seizure',
  substance: 'acetone',
  certainty: 'presumptive',
  detectedBy: 'UZ',
  ...more,
});

const aDecision = (more: Partial<FollowUp>): FollowUp => ({
  followUpId: 'f1',
  kind: 'decision',
  outcome: 'released',
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

  it('takes the number out of a text that the format asks for', () => {
    const goods = [{ declaredText: 'acetone, as in СSQU 305438-3 (2 drums)' }];
    const found = [
      { substance: 'see csqu3054383', certainty: 'presumptive' as const, instrument: 'CSQU3054383' },
    ];
    const consignor = { name: 'Owner of CSQU-3054383' };
    const box = aLine({
      lineId: 'l2',
      number: 'TGHU7654321',
      goods,
      found,
      consignor,
      riskIndicator: 'CSQU3054383',
    });
    const forwarded = forwardedContent(
      aSubmission({
        lines: [aLine({ handling: 'withheld' }), box],
        cases: [aCase({ substance: 'CSQU3054383' })],
        followUps: [aDecision({ caseId: 'c1', substance: 'of CSQU3054383' })],
      }),
    );
    const kept = { ...box };
    delete kept.riskIndicator;
    expect(forwarded.lines).toEqual([
      {
        ...kept,
        goods: [{ declaredText: 'acetone, as in «…» (2 drums)' }],
        found: [{ substance: 'see «…»', certainty: 'presumptive' }],
        consignor: { name: 'Owner of «…»' },
      },
    ]);
    expect(forwarded.cases).toEqual([aCase({ substance: '«…»' })]);
    expect(forwarded.followUps).toEqual([aDecision({ caseId: 'c1', substance: 'of «…»' })]);
  });

  it('names no document, seal, plate, wagon or id of a withheld record', () => {
    const secret = aLine({
      handling: 'withheld',
      lineId: 'line-7',
      document: { kind: 'smgs', number: 'AB 77001' },
      plates: ['01 A 777 BC'],
      sealsFound: ['SEAL-88'],
      sealsApplied: ['SEAL-99'],
      parent: '52481600',
      reloadedFrom: 'KBL-12345',
    });
    const texts = [
      'ab77001',
      'on 01A777BC',
      'SEAL88',
      'SEAL/99',
      '5248 1600',
      'KBL12345',
      'after line-7.',
      'case-9',
    ];
    const content = aSubmission({
      lines: [secret],
      cases: [aCase({ caseId: 'case-9', handling: 'withheld' })],
      remarks: [...texts, 'after line-77'].map((text) => ({ text, language: 'en' as const })),
      equipmentOutOfOrder: texts,
      authorFunction: 'Shift of line-7',
    });
    expect(forwardedContent(content)).toEqual({
      submissionId: content.submissionId,
      operationDay: content.operationDay,
      kind: 'report',
      preparedAt: content.preparedAt,
      remarks: [{ text: 'after line-77', language: 'en' }],
    });
    for (const text of texts) expect(namesWithheld(text, content)).toBe(true);
    expect(namesWithheld('nothing of the kind', content)).toBe(false);
  });

  it('keeps what a kept line has in its own right, though a withheld line has it too', () => {
    const shared = { document: { kind: 'smgs' as const, number: 'SMGS 4711' }, parent: '52481600' };
    const box = aLine({ lineId: 'l2', number: 'TGHU7654321', sealsFound: ['SEAL-88'], ...shared });
    const secret = aLine({ handling: 'withheld', sealsFound: ['SEAL-88'], ...shared });
    const remarks = [{ text: 'SMGS 4711, wagon 52481600, SEAL-88', language: 'en' as const }];
    expect(forwardedContent(aSubmission({ lines: [secret, box], remarks }))).toMatchObject({
      lines: [box],
      remarks,
    });
  });

  it('has no follow-up that is withheld or about a withheld record, of this day or another', () => {
    const elsewhere = {
      ...NOTHING_ELSEWHERE,
      lineIds: new Map([['2017-09-04', new Set(['y1'])]]),
      caseIds: new Set(['old']),
    };
    const kept = [
      aDecision({ followUpId: 'a', lineDay: '2017-09-04', lineId: 'l1' }),
      aDecision({ followUpId: 'b', lineDay: '2017-09-03', lineId: 'y1' }),
      aDecision({ followUpId: 'c', caseId: 'c1' }),
    ];
    const followUps = [
      aDecision({ followUpId: 'd', lineDay: '2017-09-05', lineId: 'l1' }),
      ...kept,
      aDecision({ followUpId: 'e', caseId: 'hidden' }),
      aDecision({ followUpId: 'f', caseId: 'old' }),
      aDecision({ followUpId: 'g', lineDay: '2017-09-04', lineId: 'y1' }),
      aDecision({ followUpId: 'h', caseId: 'c1', handling: 'withheld' }),
    ];
    const content = aSubmission({
      lines: [aLine({ handling: 'withheld' })],
      cases: [aCase(), aCase({ caseId: 'hidden', handling: 'withheld' })],
      followUps,
    });
    expect(forwardedContent(content, elsewhere).followUps).toEqual(kept);
  });

  it('names no transport unit that is withheld elsewhere in the country', () => {
    const elsewhere = { ...NOTHING_ELSEWHERE, lines: [aLine({ number: '52481600', handling: 'withheld' })] };
    const remarks = [{ text: 'With 52481600.', language: 'en' as const }];
    const content = aSubmission({ lines: [aLine({ parent: '52481600' })], remarks });
    expect(forwardedContent(content, elsewhere)).toEqual({
      ...aSubmission(),
      submissionId: content.submissionId,
    });
    const lines = [aLine({ number: '52481600' })];
    expect(forwardedContent(aSubmission({ lines, remarks }), elsewhere)).toMatchObject({ lines, remarks });
  });

  it('has no id that was made of a withheld number, and the same other id wherever it stands', () => {
    const forwarded = forwardedContent(
      aSubmission({
        lines: [aLine({ handling: 'withheld' }), aLine({ lineId: 'CSQU3054383-b', number: 'TGHU7654321' })],
        cases: [aCase({ caseId: 'CSQU3054383', lineIds: ['CSQU3054383-b'] })],
        followUps: [
          aDecision({ followUpId: 'CSQU3054383/1', caseId: 'CSQU3054383', lineId: 'CSQU3054383-b' }),
        ],
      }),
    );
    expect(JSON.stringify(forwarded)).not.toContain('CSQU3054383');
    const [entry, followUp] = [forwarded.cases?.[0], forwarded.followUps?.[0]];
    expect(entry?.caseId).toMatch(/^id-[0-9a-f]{24}$/);
    expect(entry?.lineIds).toEqual([forwarded.lines?.[0]?.lineId]);
    expect([followUp?.caseId, followUp?.lineId]).toEqual([entry?.caseId, forwarded.lines?.[0]?.lineId]);
  });

  it('never has the author of a line', () => {
    const content = aSubmission({ lines: [aLine({ author: 'karimov' })] });
    expect(forwardedContent(content).lines).toEqual([aLine()]);
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
