import { describe, expect, it } from '@jest/globals';
import { expectedDays } from './oracle.js';
import { type ExpectedDay, type OracleStep } from './oracle.types.js';
import { close, D5, D6, D7, line, nonZero, PLAN, seizure, told } from './testing/steps.js';

const LIST = [{ id: 'iodine' }];

function days(...steps: OracleStep[][]): ExpectedDay[] {
  return expectedDays(PLAN, steps.flat(), LIST);
}

const result = (followUpId: string, rest: object): object => ({
  followUpId,
  kind: 'laboratory_result',
  caseId: 'I-1',
  ...rest,
});
const decision = (followUpId: string, lineId: string, outcome: string, rest: object = {}): object => ({
  followUpId,
  kind: 'decision',
  lineDay: D5,
  lineId,
  outcome,
  ...rest,
});

const FIRST = [
  ...told('2017-09-05T12:00:00Z', 'UZ-CHU', D5, {
    lines: [line('A1', { outcome: 'pending' }), line('A2', { outcome: 'pending' }), line('A3')],
    cases: [seizure('I-1', { seizedBy: 'AF' }), seizure('I-2', { certainty: 'laboratory_confirmed' })],
  }),
  close('2017-09-06T06:00:00Z', D5),
];

describe('pending and confirmed', () => {
  it('are counted as they were entered on their day', () => {
    const [day] = days(FIRST);
    expect(day?.day).toMatchObject({ controls: 3, pending: 2, seizures: 2, confirmed: 1 });
    expect(day?.countries.map(({ country, day: own }) => [country, own.pending, own.confirmed])).toEqual([
      ['AF', 0, 0],
      ['UZ', 2, 1],
    ]);
  });
});

describe('follow-ups', () => {
  const followUps = [
    result('F1', { result: 'confirmed', substance: 'Iodine', chemical: 'iodine' }),
    result('F2', { result: 'inconclusive', chemical: 'summer fluid' }),
    result('F3', { caseId: 'I-2', result: 'not_confirmed' }),
    decision('F4', 'A1', 'released'),
    decision('F5', 'A3', 'seized'),
    { followUpId: 'F6', kind: 'final_quantity', caseId: 'I-1', quantity: { amount: '6.0', unit: 't' } },
    decision('F7', 'A9', 'released', { handling: 'ocu_only' }),
  ];
  const [first, second, third] = days(
    FIRST,
    told('2017-09-06T12:00:00Z', 'UZ-CHU', D6, { lines: [line('B1')], followUps }),
    [close('2017-09-07T06:00:00Z', D6)],
    told('2017-09-07T12:00:00Z', 'AF-KBL', D7, {
      kind: 'report',
      followUps: [result('F8', { result: 'not_confirmed' })],
    }),
    [close('2017-09-08T06:00:00Z', D7)],
  ) as [ExpectedDay, ExpectedDay, ExpectedDay];

  it('change the cumulative figures from their day on, by a term of their own, and never a control', () => {
    // I-1 is confirmed for Afghanistan, I-2 no longer for Uzbekistan; A1 is decided, A3 was never pending.
    expect(nonZero(second.sum.followUps)).toEqual({ pending: -1 });
    expect(nonZero(second.day)).toEqual({ controls: 1, transportUnits: 1, consignments: 1 });
    expect(second.cumulative).toMatchObject({ controls: 4, pending: 1, confirmed: 1 });
    expect(second.countries.map(({ country, cumulative }) => [country, cumulative.confirmed])).toEqual([
      ['AF', 1],
      ['UZ', 0],
    ]);
    expect(nonZero(third.sum.followUps)).toEqual({ confirmed: -1 });
    expect(third.sum.previous.confirmed).toBe(1);
    expect(third.cumulative).toMatchObject({ controls: 4, pending: 1, confirmed: 0 });
    expect(second.earlierDayChanges).toEqual([]);
  });

  it('move the cumulative outcomes alone', () => {
    expect(first.byOutcome).toEqual([
      { code: 'released', day: 1, cumulative: 1 },
      { code: 'pending', day: 2, cumulative: 2 },
    ]);
    expect(second.byOutcome).toEqual([
      { code: 'released', day: 1, cumulative: 2 },
      { code: 'seized', day: 0, cumulative: 1 },
      { code: 'pending', day: 0, cumulative: 1 },
    ]);
  });

  it('leave an outcome of the day in its table that no counted line has any more', () => {
    const [day] = days(
      told('2017-09-05T12:00:00Z', 'UZ-CHU', D5, {
        lines: [line('A1', { outcome: 'pending' })],
        followUps: [decision('F1', 'A1', 'seized')],
      }),
      [close('2017-09-06T06:00:00Z', D5)],
    );
    expect(day?.byOutcome).toEqual([
      { code: 'seized', day: 0, cumulative: 1 },
      { code: 'pending', day: 1, cumulative: 0 },
    ]);
  });

  it('are listed once, with what they are about; those for the OCU alone are not', () => {
    expect(second.followUps.map(({ followUpId }) => followUpId)).toEqual([
      'F1',
      'F2',
      'F3',
      'F4',
      'F5',
      'F6',
    ]);
    expect(second.followUps[0]).toEqual({
      country: 'UZ',
      unit: 'UZ-CHU',
      operationDay: D6,
      followUpId: 'F1',
      kind: 'laboratory_result',
      caseId: 'I-1',
      refersToDay: D5,
      result: 'confirmed',
      substance: 'Iodine',
      chemical: 'iodine',
    });
    expect(second.followUps[1]).not.toHaveProperty('chemical');
    expect(second.followUps[3]).toMatchObject({
      refersToDay: D5,
      transportKind: 'container',
      outcome: 'released',
    });
    expect(second.followUps[5]).toMatchObject({ amount: '6.0', unitOfMeasure: 't' });
    expect(third.followUps).toMatchObject([{ unit: 'AF-KBL', followUpId: 'F8', refersToDay: D5 }]);
  });

  it('are noted where they meet nothing', () => {
    expect(second.followUpsUnmatched).toEqual({ count: 1, countries: ['UZ'] });
    expect(third).not.toHaveProperty('followUpsUnmatched');
  });
});

describe('a listed case', () => {
  it('carries the last conclusive result about it that a bulletin may tell', () => {
    const [day] = days(
      told('2017-09-05T12:00:00Z', 'UZ-CHU', D5, {
        cases: ['A', 'B', 'C'].map((caseId) => seizure(caseId, { certainty: 'laboratory_confirmed' })),
        followUps: [
          result('F1', { caseId: 'A', result: 'confirmed' }),
          result('F2', { caseId: 'A', result: 'not_confirmed' }),
          result('F3', { caseId: 'A', result: 'inconclusive' }),
          result('F4', { caseId: 'B', result: 'inconclusive' }),
          result('F5', { caseId: 'C', result: 'not_confirmed', handling: 'ocu_only' }),
        ],
      }),
      [close('2017-09-06T06:00:00Z', D5)],
    );
    expect(day?.cases.map((one) => [one['caseId'], one['laboratoryResult']])).toEqual([
      ['A', 'not_confirmed'],
      ['B', undefined],
      ['C', undefined],
    ]);
    expect(day?.cumulative.confirmed).toBe(1);
  });
});

describe('a follow-up about what the unit withholds', () => {
  it('stays in the country, whether it is withheld itself or its line or case is', () => {
    const [, day] = days(
      told('2017-09-05T12:00:00Z', 'UZ-CHU', D5, {
        lines: [line('A1', { handling: 'withheld' }), line('A2', { outcome: 'pending' })],
        cases: [seizure('W', { handling: 'withheld' })],
      }),
      [close('2017-09-06T06:00:00Z', D5)],
      told('2017-09-06T12:00:00Z', 'UZ-CHU', D6, {
        followUps: [
          decision('F1', 'A1', 'seized'),
          decision('F2', 'A2', 'seized', { handling: 'withheld' }),
          result('F3', { caseId: 'W', result: 'confirmed' }),
        ],
      }),
      [close('2017-09-07T06:00:00Z', D6)],
    );
    expect(day?.followUps).toEqual([]);
    expect(day).not.toHaveProperty('followUpsUnmatched');
    expect(day?.cumulative.pending).toBe(1);
  });
});
