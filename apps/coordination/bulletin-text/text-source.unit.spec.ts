import { describe, expect, it } from '@jest/globals';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type ForwardedRevision } from '../consolidation/basis.domain.js';
import { D5, D6, forwarded, report, seizure } from '../testing/reports.js';
import { textSources } from './text-source.domain.js';

const ru = (text: string) => ({ text, language: 'ru' as const });
const contents = new Map<ForwardedRevision, DailyReportContent>();

function told(unit: string, day: string, more: Partial<DailyReportContent>, revision = 1): ForwardedRevision {
  const content = report(day, more);
  const one = forwarded(unit, content, { revision });
  contents.set(one, content);
  return one;
}
const sources = (counted: ForwardedRevision[], before: ForwardedRevision[] = [], closedBefore = D5) =>
  textSources({
    counted,
    before,
    closedBefore: before.length > 0 ? closedBefore : undefined,
    textsOf: (revision) => contents.get(revision) ?? {},
  });
const words = (counted: ForwardedRevision[], before: ForwardedRevision[] = [], closedBefore = D5) =>
  sources(counted, before, closedBefore).map(({ source, unit, operationDay, original, substance }) =>
    [source, unit, operationDay, original?.text ?? substance].join(' '),
  );

describe('the texts of a day', () => {
  it('are remarks, cases and follow-ups with the ids printed beside them, by day, unit, source, then place', () => {
    const followUp = {
      followUpId: 'f1',
      kind: 'laboratory_result',
      caseId: 'c0',
      result: 'confirmed',
    } as const;
    const chu = told('UZ-CHU', D6, {
      remarks: [ru('второе'), ru('первое')],
      cases: [seizure('c1')],
      followUps: [
        { ...followUp, substance: 'acetone' },
        { ...followUp, followUpId: 'f2' },
      ],
    });
    const ang = told('UZ-ANG', D6, { cases: [seizure('c2', { substance: 'resin' })] });
    expect(words([chu, ang])).toEqual([
      `case UZ-ANG ${D6} resin`,
      `remark UZ-CHU ${D6} второе`,
      `remark UZ-CHU ${D6} первое`,
      `case UZ-CHU ${D6} acetone`,
      `follow_up UZ-CHU ${D6} acetone`,
      `follow_up UZ-CHU ${D6} `,
    ]);
    expect(sources([chu, ang]).map(({ ids }) => ids)).toEqual([
      ['c2'],
      undefined,
      undefined,
      ['c1'],
      ['f1', 'c0'],
      ['f2', 'c0'],
    ]);
  });

  it('are of earlier days only what the snapshot before did not tell', () => {
    const first = told('UZ-CHU', D5, { remarks: [ru('старое')], cases: [seizure('c1')] });
    const second = told('UZ-CHU', D5, { remarks: [ru('старое'), ru('новое')], cases: [seizure('c1')] }, 2);
    const late = told('UZ-ANG', D5, { remarks: [ru('позднее')] });
    expect(words([first], [first])).toEqual([]);
    expect(words([second, late], [first])).toEqual([
      `remark UZ-ANG ${D5} позднее`,
      `remark UZ-CHU ${D5} новое`,
    ]);
  });

  it('are of a case that moves to the day too: there it is listed once more, in other words', () => {
    const early = told('UZ-CHU', D5, { cases: [seizure('c1')] });
    const corrected = told('UZ-CHU', D5, {}, 2);
    const moved = told('UZ-ANG', D6, { cases: [seizure('c1', { substance: 'resin' })] });
    expect(words([corrected, moved], [early])).toEqual([`case UZ-ANG ${D6} resin`]);
    expect(words([corrected, moved], [early], D6)).toEqual([]);
  });

  it('leave out what is not printed', () => {
    const handling = 'ocu_only';
    const followUp = {
      followUpId: 'f1',
      kind: 'laboratory_result',
      result: 'confirmed',
      substance: 'x',
    } as const;
    const one = told('UZ-CHU', D6, {
      cases: [seizure('c1', { handling })],
      followUps: [{ ...followUp, handling }],
    });
    expect(words([one])).toEqual([]);
  });

  it('keep their id over revisions; the same words twice in one report are one text', () => {
    const first = told('UZ-CHU', D6, { remarks: [ru('текст'), ru('текст')], cases: [seizure('c1')] });
    const second = told('UZ-CHU', D6, { remarks: [ru('другой'), ru('текст')], cases: [seizure('c1')] }, 2);
    const ids = sources([first]).map(({ textId }) => textId);
    expect(ids).toHaveLength(2);
    expect(sources([second]).map(({ textId }) => textId)).toEqual(expect.arrayContaining(ids));
    const elsewhere = told('UZ-ANG', D6, { remarks: [ru('текст')] });
    expect(ids).not.toContain(sources([elsewhere])[0]?.textId);
  });
});
