import { describe, expect, it } from '@jest/globals';
import { type CaseEntry } from '#libs/contracts/daily-report/case-entry.dto.js';
import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type ForwardedChange } from '#libs/contracts/vocabulary.js';
import { consolidate } from '../testing/consolidate.js';
import { D5, D6, forwarded, lines, report, seizure } from '../testing/reports.js';
import { type ForwardedRevision } from './basis.domain.js';

/** A revision of UZ-CHU on 5 September. */
function revision(
  number: number,
  change: ForwardedChange | null,
  { count = 0, cases = [], own = [] }: { count?: number; cases?: CaseEntry[]; own?: ControlLine[] } = {},
): ForwardedRevision {
  const content = report(D5, { lines: [...lines(count), ...own], cases });
  return forwarded('UZ-CHU', content, { revision: number, change, reason: change && 'recount' });
}

/** Terms of the sum and changes of 6 September, where the first revision was counted on the 5th. */
function terms(then: ForwardedRevision[], ...since: ForwardedRevision[]) {
  const { sum, earlierDayChanges: changes } = consolidate([...then, ...since], then);
  const { reportedLater, supplements, corrections } = sum;
  return { reportedLater, supplements, corrections, changes };
}

/** One figure of the three terms: reported later, supplements, corrections. */
const split = ({ reportedLater, supplements, corrections }: ReturnType<typeof terms>, figure: 'controls') => [
  reportedLater[figure],
  supplements[figure],
  corrections[figure],
];
const seizures = (result: ReturnType<typeof terms>) => split(result, 'seizures' as 'controls');
const entries = ({ changes }: ReturnType<typeof terms>) =>
  changes.map(({ kind, revision: of, difference }) => `${kind} ${of} ${difference.controls}`);

const first = revision(1, null, { count: 10 });

describe('the steps of an earlier unit-day', () => {
  it('go each to its own term, by what the revision before it had', () => {
    const result = terms(
      [first],
      revision(2, 'supplement', { count: 13 }),
      revision(3, 'correction', { count: 9 }),
      revision(4, 'supplement', { count: 10 }),
      revision(5, 'reported_later', { count: 16 }),
    );
    expect(split(result, 'controls')).toEqual([6, 4, -4]);
    expect(entries(result)).toEqual(['reported_later 5 6', 'supplement 4 4', 'correction 3 -4']);
  });

  it('without a change are corrections, as is a void that was taken back within them', () => {
    const voided = forwarded('UZ-CHU', report(D5, { kind: 'void', lines: lines(3) }), { revision: 2 });
    const result = terms([first], voided, revision(3, 'supplement', { count: 4 }));
    expect(split(result, 'controls')).toEqual([0, 4, -10]);
    expect(entries(result)).toEqual(['supplement 3 4', 'correction 2 -10']);
  });

  it('do not count what was forwarded before the counted revision or after the seal', () => {
    const then = [first, revision(2, 'supplement', { count: 12 })];
    const later = revision(4, 'supplement', { count: 99 });
    const { sum } = consolidate([...then, revision(3, 'correction', { count: 11 })], then, {
      forwardedSince: [...then, revision(3, 'correction', { count: 11 }), later],
    });
    expect([sum.supplements.controls, sum.corrections.controls]).toEqual([0, -1]);
  });

  it('carry pending, acts and discrepancies beside the controls', () => {
    const own = [
      ...lines(1, { outcome: 'pending', act: 'inspection' }),
      ...lines(1, { act: 'examination', discrepancies: ['seal'] }),
    ];
    expect(terms([first], revision(2, 'supplement', { count: 10, own })).supplements).toMatchObject({
      ...{ controls: 2, pending: 1, inspections: 1, examinations: 1, withDiscrepancy: 1 },
    });
  });

  it('are told even where they change nothing, but a revision that is counted as before is not', () => {
    const same = terms([first], revision(2, 'supplement', { count: 10 }));
    expect(entries(same)).toEqual(['supplement 2 0']);
    expect(entries(terms([first]))).toEqual([]);
  });
});

describe('a case that an earlier unit-day counts now and did not count then', () => {
  const confirmed = seizure('c', { certainty: 'laboratory_confirmed' });

  it('belongs to the first step that tells it', () => {
    const byFirst = terms(
      [first],
      revision(2, 'supplement', { count: 10, cases: [confirmed] }),
      revision(3, 'correction', { count: 10, cases: [confirmed] }),
    );
    expect(seizures(byFirst)).toEqual([0, 1, 0]);
    expect(byFirst.supplements.confirmed).toBe(1);
    const byCorrection = terms(
      [first],
      revision(2, 'correction', { count: 10, cases: [seizure('c')] }),
      revision(3, 'supplement', { count: 10, cases: [seizure('c')] }),
    );
    expect(seizures(byCorrection)).toEqual([0, 0, 1]);
    expect(seizures(terms([first], revision(2, 'reported_later', { cases: [seizure('c')] })))).toEqual([
      1, 0, 0,
    ]);
  });

  it('is a correction where its revision of then told it already: another report has let it go', () => {
    const told = revision(1, null, { cases: [seizure('c')] });
    const teller = forwarded('AF-KBL', report(D5, { cases: [seizure('c')] }));
    const without = forwarded('AF-KBL', report(D5), { revision: 2, change: 'correction' });
    const result = terms([told, teller], without, revision(2, 'supplement', { cases: [seizure('c')] }));
    expect(seizures(result)).toEqual([0, 0, 0]);
    expect(result.changes.map(({ unit, kind, difference }) => [unit, kind, difference.seizures])).toEqual([
      ['AF-KBL', 'correction', -1],
      ['UZ-CHU', 'supplement', 0],
      ['UZ-CHU', 'correction', 1],
    ]);
  });

  it('as it is counted now: a kind that a later step corrects shows in the term of the first', () => {
    const result = terms(
      [first],
      revision(2, 'supplement', { count: 10, cases: [seizure('c')] }),
      revision(3, 'correction', { count: 10, cases: [seizure('c', { kind: 'detention' })] }),
    );
    expect([result.supplements.seizures, result.supplements.detentions]).toEqual([0, 1]);
    expect(result.corrections.detentions).toBe(0);
  });
});

describe('unit-days of the day itself', () => {
  it('are no earlier ones, however often they were forwarded', () => {
    const ofDay = [1, 2].map((number) =>
      forwarded('UZ-CHU', report(D6, { lines: lines(number) }), { revision: number, change: 'supplement' }),
    );
    const { sum, earlierDayChanges } = consolidate(ofDay);
    expect([sum.day.controls, sum.supplements.controls, earlierDayChanges]).toEqual([2, 0, []]);
  });
});
