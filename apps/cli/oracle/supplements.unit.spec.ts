import { describe, expect, it } from '@jest/globals';
import { expectedDays } from './oracle.js';
import { type ExpectedDay } from './oracle.types.js';
import { close, D5, D6, line, move, nonZero, PLAN, seizure, send, told } from './testing/steps.js';

const A = line('A1');
const B = line('B1', { act: 'examination' });
const W = line('W1', { outcome: 'pending' });
const withheld = { ...W, handling: 'withheld' };
const supplement = (basedOn: number) => ({ basedOn, reason: 'late_information', change: 'supplement' });

/** The second of two days, after these reports of the first were told between their closings. */
function second(first: object, ...later: object[]): ExpectedDay {
  const [, day] = expectedDays(PLAN, [
    ...told('2017-09-05T12:00:00Z', 'UZ-CHU', D5, first),
    close('2017-09-06T06:00:00Z', D5),
    ...later.flatMap((body, place) => told('2017-09-06T09:00:00Z', 'UZ-CHU', D5, body, place + 2)),
    close('2017-09-07T06:00:00Z', D6),
  ]);
  return day as ExpectedDay;
}

const terms = ({ sum }: ExpectedDay): object => ({
  reportedLater: nonZero(sum.reportedLater),
  supplements: nonZero(sum.supplements),
  corrections: nonZero(sum.corrections),
});
const listed = ({ earlierDayChanges }: ExpectedDay): unknown[] =>
  earlierDayChanges.map(({ kind, revision, difference }) => [kind, revision, nonZero(difference)]);

describe('a supplement', () => {
  it('has a term and an entry of its own', () => {
    const day = second({ lines: [A] }, { lines: [A, B], ...supplement(1) });
    expect(terms(day)).toEqual({
      reportedLater: {},
      supplements: { controls: 1, examinations: 1 },
      corrections: {},
    });
    expect(listed(day)).toEqual([['supplement', 2, { controls: 1, examinations: 1 }]]);
    expect(day.cumulative.controls).toBe(2);
  });

  it('and a correction after it are told apart, with what each changed', () => {
    const day = second(
      { lines: [A] },
      { lines: [A, B], ...supplement(1) },
      { lines: [B], basedOn: 2, reason: 'recount' },
    );
    expect(listed(day)).toEqual([
      ['supplement', 2, { controls: 1, examinations: 1 }],
      ['correction', 3, { controls: -1 }],
    ]);
    expect(day.earlierDayChanges.map(({ reason }) => reason)).toEqual(['late_information', 'recount']);
  });

  it('brings a case that nobody had told', () => {
    const day = second(
      { lines: [A] },
      { lines: [A], cases: [seizure('S', { certainty: 'laboratory_confirmed' })], ...supplement(1) },
    );
    expect(terms(day)).toMatchObject({ supplements: { seizures: 1, confirmed: 1 }, corrections: {} });
    expect(day.cases).toMatchObject([{ caseId: 'S', operationDay: D5 }]);
  });

  it('does not bring a case that a correction told first', () => {
    const cases = [seizure('S')];
    const day = second(
      { lines: [A] },
      { lines: [A], cases, basedOn: 1, reason: 'data_entry' },
      { lines: [A, B], cases, ...supplement(2) },
    );
    expect(listed(day)).toEqual([
      ['supplement', 3, { controls: 1, examinations: 1 }],
      ['correction', 2, { seizures: 1 }],
    ]);
  });

  it('shows what it takes over from another unit as a correction there', () => {
    const [, day] = expectedDays(PLAN, [
      ...told('2017-09-05T12:00:00Z', 'UZ-CHU', D5, { cases: [seizure('S')] }),
      ...told('2017-09-05T12:00:00Z', 'UZ-ANG', D5, { lines: [A] }),
      close('2017-09-06T06:00:00Z', D5),
      ...told(
        '2017-09-06T09:00:00Z',
        'UZ-ANG',
        D5,
        { lines: [A], cases: [seizure('S')], ...supplement(1) },
        2,
      ),
      close('2017-09-07T06:00:00Z', D6),
    ]) as [ExpectedDay, ExpectedDay];
    expect(terms(day)).toEqual({
      reportedLater: {},
      supplements: { seizures: 1 },
      corrections: { seizures: -1 },
    });
    expect(listed(day)).toEqual([['supplement', 2, { seizures: 1 }]]);
    expect(day.cases).toEqual([]);
  });

  it('around a void is a step like any other', () => {
    const day = second(
      { lines: [A, B] },
      { kind: 'void', basedOn: 1, reason: 'wrong_day' },
      { lines: [A], ...supplement(2) },
    );
    // Two taken back by the void, one added again by the supplement.
    expect(listed(day)).toEqual([
      ['supplement', 3, { controls: 1 }],
      ['correction', 2, { controls: -2, examinations: -1 }],
    ]);
  });
});

describe('a withheld line that is lifted', () => {
  it('is reported later, not supplemented', () => {
    const day = second({ lines: [A, withheld] }, { lines: [A, W], ...supplement(1) });
    expect(listed(day)).toEqual([['reported_later', 2, { controls: 1, pending: 1 }]]);
    expect(terms(day)).toMatchObject({ reportedLater: { controls: 1, pending: 1 }, supplements: {} });
  });

  it('is a correction where the unit says so', () => {
    const day = second({ lines: [A, withheld] }, { lines: [A, W], basedOn: 1, reason: 'other' });
    expect(listed(day)).toEqual([['correction', 2, { controls: 1, pending: 1 }]]);
  });

  it('is a supplement where it had been told before', () => {
    const lifted = { lines: [A, W], ...supplement(1) };
    const day = second({ lines: [A, withheld] }, lifted, { lines: [A, W, B], ...supplement(2) });
    expect(listed(day).map((one) => (one as unknown[])[0])).toEqual(['reported_later', 'supplement']);
  });
});

describe('a forwarding in which only withheld records differ', () => {
  it('is not told: neither counted nor a mark', () => {
    const [day] = expectedDays(PLAN, [
      ...told('2017-09-05T12:00:00Z', 'UZ-CHU', D5, { lines: [A] }),
      ...told(
        '2017-09-05T13:00:00Z',
        'UZ-CHU',
        D5,
        { lines: [{ ...A, author: 'x' }, withheld], ...supplement(1) },
        2,
      ),
      close('2017-09-06T06:00:00Z', D5),
    ]);
    expect(day?.coverage.at(-1)).toMatchObject({ unit: 'UZ-CHU', revision: 1, corrected: false });
    expect(day?.day.controls).toBe(1);
  });

  it('nor where a report without lines comes to have withheld ones alone', () => {
    const [day] = expectedDays(PLAN, [
      ...told('2017-09-05T12:00:00Z', 'UZ-CHU', D5, { remarks: [] }),
      ...told('2017-09-05T13:00:00Z', 'UZ-CHU', D5, { lines: [withheld], ...supplement(1) }, 2),
      close('2017-09-06T06:00:00Z', D5),
    ]);
    expect(day?.coverage.at(-1)).toMatchObject({ revision: 1, corrected: false });
  });

  it('is numbered for nobody, so that the next revision takes the next number', () => {
    const [day] = expectedDays(PLAN, [
      ...told('2017-09-05T12:00:00Z', 'UZ-CHU', D5, { lines: [A], preparedAt: 'at six' }),
      send('2017-09-05T13:00:00Z', 'UZ-CHU', D5, { lines: [A, withheld], preparedAt: 'at seven' }),
      move('return', '2017-09-05T13:30:00Z', 'UZ-CHU', D5, 2),
      ...told('2017-09-05T14:00:00Z', 'UZ-CHU', D5, { lines: [A, B, withheld] }, 3),
      close('2017-09-06T06:00:00Z', D5),
    ]);
    expect(day?.coverage.at(-1)).toMatchObject({ revision: 2, corrected: true });
  });

  it('leaves a void as it is, also for the coverage', () => {
    const [day] = expectedDays(PLAN, [
      ...told('2017-09-05T12:00:00Z', 'UZ-CHU', D5, { kind: 'void' }),
      send('2017-09-05T13:00:00Z', 'UZ-CHU', D5, { kind: 'void', lines: [withheld] }),
      close('2017-09-06T06:00:00Z', D5),
    ]);
    expect(day?.coverage.at(-1)?.state).toBe('missing');
  });
});

describe('a revision that is held or withdrawn', () => {
  it('is with the contact point while it is held, and missing when it was taken back', () => {
    const steps = told('2017-09-05T12:00:00Z', 'UZ-CHU', D5, {}).slice(0, 1);
    const stateAfter = (...verbs: string[]) =>
      expectedDays(PLAN, [
        ...steps,
        ...verbs.map((verb) => move(verb, '2017-09-05T13:00:00Z', 'UZ-CHU', D5)),
        close('2017-09-06T06:00:00Z', D5),
      ])[0]?.coverage.at(-1)?.state;
    expect(stateAfter('hold')).toBe('with_contact_point');
    expect(stateAfter('hold', 'withdraw')).toBe('missing');
    expect(stateAfter('query')).toBe('with_contact_point');
    expect(stateAfter('hold', 'return')).toBe('returned');
  });
});
