import { describe, expect, it } from '@jest/globals';
import { expectedDays } from './oracle.js';
import { type ExpectedDay } from './oracle.types.js';
import { close, D5, D6, D7, line, nonZero, PLAN, reissue, seizure, told } from './testing/steps.js';

const A = line('A1');
const B = line('B1');

describe('a revised edition', () => {
  const [five, six, revised, seven] = expectedDays(PLAN, [
    ...told('2017-09-05T12:00:00Z', 'UZ-CHU', D5, { lines: [A] }),
    close('2017-09-06T06:00:00Z', D5),
    ...told('2017-09-06T12:00:00Z', 'UZ-CHU', D6, { lines: [A, B] }),
    close('2017-09-07T06:00:00Z', D6),
    ...told('2017-09-07T07:00:00Z', 'UZ-CHU', D6, { lines: [A], basedOn: 1, reason: 'recount' }, 2),
    ...told('2017-09-07T07:00:00Z', 'AF-KBL', D5, { lines: [A] }),
    reissue('2017-09-07T09:00:00Z', D6),
    reissue('2017-09-07T09:00:00Z', D6, 409),
    close('2017-09-08T06:00:00Z', D7),
  ]) as [ExpectedDay, ExpectedDay, ExpectedDay, ExpectedDay];

  it('keeps number, day and the snapshot before, and says what it says otherwise', () => {
    expect([five, six, revised, seven].map((one) => [one.number, one.revision, one.operationDay])).toEqual([
      [1, 0, D5],
      [2, 0, D6],
      [2, 1, D6],
      [3, 0, D7],
    ]);
    expect(revised.closedAt).toBe('2017-09-07T09:00:00.000Z');
    expect(revised.sum.previous.controls).toBe(1);
    expect([revised.day.controls, nonZero(revised.sum.reportedLater)]).toEqual([1, { controls: 1 }]);
    expect(
      revised.revised?.unitDays.map((one) => [one.operationDay, one.kind, nonZero(one.difference)]),
    ).toEqual([
      [D5, 'reported_later', { controls: 1 }],
      [D6, 'correction', { controls: -1 }],
    ]);
    expect(revised.revised?.figures).toEqual([
      { scope: 'day', figure: 'controls', before: 2, after: 1 },
      { scope: 'day', figure: 'transportUnits', before: 2, after: 1 },
      { scope: 'day', figure: 'consignments', before: 2, after: 1 },
      { scope: 'cumulative', figure: 'transportUnits', before: 2, after: 1 },
      { scope: 'cumulative', country: 'AF', figure: 'controls', before: 0, after: 1 },
      { scope: 'cumulative', country: 'AF', figure: 'transportUnits', before: 0, after: 1 },
      { scope: 'cumulative', country: 'AF', figure: 'consignments', before: 0, after: 1 },
      { scope: 'day', country: 'UZ', figure: 'controls', before: 2, after: 1 },
      { scope: 'day', country: 'UZ', figure: 'transportUnits', before: 2, after: 1 },
      { scope: 'day', country: 'UZ', figure: 'consignments', before: 2, after: 1 },
      { scope: 'cumulative', country: 'UZ', figure: 'controls', before: 3, after: 2 },
      { scope: 'cumulative', country: 'UZ', figure: 'transportUnits', before: 2, after: 1 },
      { scope: 'cumulative', country: 'UZ', figure: 'consignments', before: 3, after: 2 },
    ]);
    expect(six).not.toHaveProperty('revised');
  });

  it('is the snapshot before of a day that is closed after it', () => {
    expect(seven.sum.previous.controls).toBe(revised.cumulative.controls);
    expect(seven.earlierDayChanges).toEqual([]);
  });

  it('is made only where it says something else, and changes no later sum after the next day was closed', () => {
    const days = expectedDays(PLAN, [
      ...told('2017-09-05T12:00:00Z', 'UZ-CHU', D5, { lines: [A, B] }),
      close('2017-09-06T06:00:00Z', D5),
      close('2017-09-07T06:00:00Z', D6),
      ...told('2017-09-07T07:00:00Z', 'UZ-CHU', D5, { lines: [A], basedOn: 1, reason: 'recount' }, 2),
      reissue('2017-09-07T08:00:00Z', D5),
      reissue('2017-09-07T09:00:00Z', D5),
      ...told('2017-09-07T10:00:00Z', 'UZ-CHU', D5, { lines: [{ ...A, regime: 'import' }] }, 3),
      reissue('2017-09-07T11:00:00Z', D5),
      close('2017-09-08T06:00:00Z', D7),
    ]);
    expect(days.map((one) => [one.number, one.revision])).toEqual([
      [1, 0],
      [2, 0],
      [1, 1],
      [1, 2],
      [3, 0],
    ]);
    expect(days[2]?.day.controls).toBe(1);
    expect(days[3]?.closedAt).toBe('2017-09-07T11:00:00.000Z');
    expect(days[3]?.revised).toMatchObject({ figures: [], unitDays: [{ kind: 'correction', revision: 3 }] });
    expect(days[4]?.sum.previous.controls).toBe(2);
    expect(days[4]?.sum.corrections.controls).toBe(-1);
  });
});

describe('a supplementary day', () => {
  it('counts every day after the last closed one as its own, expects nobody and takes the next number', () => {
    const followUps = [{ followUpId: 'F', kind: 'laboratory_result', caseId: 'S', result: 'confirmed' }];
    const day = expectedDays(PLAN, [
      ...told('2017-09-07T12:00:00Z', 'UZ-CHU', D7, { lines: [A], cases: [seizure('S')] }),
      close('2017-09-08T06:00:00Z', D7),
      ...told('2017-09-12T06:00:00Z', 'UZ-CHU', '2017-09-12', { kind: 'follow_up', followUps }),
      ...told(
        '2017-09-14T06:00:00Z',
        'UZ-CHU',
        D7,
        { lines: [B, A], cases: [seizure('S')], basedOn: 1, reason: 'recount' },
        2,
      ),
      close('2017-09-21T06:00:00Z', '2017-09-20'),
    ])[1] as ExpectedDay;
    expect(day).toMatchObject({
      kind: 'supplementary',
      number: 2,
      periodFrom: '2017-09-08',
      dayNumber: 16,
      dayCount: 3,
    });
    expect(day.cutOffAt).toBe('2017-09-21T04:00:00.000Z');
    expect(day.coverage).toEqual([]);
    expect(day.countries.map(({ unitsExpected }) => unitsExpected)).toEqual([0, 0]);
    expect(day.basisCount).toBe(2);
    expect(nonZero(day.day)).toEqual({});
    expect(nonZero(day.sum.followUps)).toEqual({ confirmed: 1 });
    expect(nonZero(day.sum.corrections)).toEqual({ controls: 1 });
    expect(day.followUps).toMatchObject([{ operationDay: '2017-09-12', refersToDay: D7 }]);
  });
});

describe('the two published cases', () => {
  it('count the iodine once, for Afghanistan, although Pakistan detected and reported it too', () => {
    const plan = {
      ...PLAN,
      countries: [{ code: 'PK' }, { code: 'AF' }],
      units: ['PK-KHI', 'PK-TOR', 'AF-KBL'].map((id) => ({ id, country: id.slice(0, 2) })),
    };
    const box = line('CSQU3054383', { outcome: 'pending' });
    const iodine = seizure('IODINE', { detectedBy: 'PK', seizedBy: 'AF' });
    const seen = { lines: [box], cases: [iodine] };
    const days = expectedDays(plan, [
      ...told('2017-09-05T12:00:00Z', 'PK-KHI', D5, { lines: [box] }),
      close('2017-09-06T06:00:00Z', D5),
      ...told('2017-09-06T12:00:00Z', 'PK-TOR', D6, seen),
      ...told('2017-09-06T12:00:00Z', 'AF-KBL', D6, {
        ...seen,
        lines: [line('CSQU3054383', { outcome: 'seized' })],
      }),
      close('2017-09-07T06:00:00Z', D6),
    ]);
    expect(days[1]?.cumulative).toMatchObject({
      controls: 3,
      transportUnits: 1,
      seizures: 1,
      confirmed: 0,
      pending: 2,
    });
    expect(
      days[1]?.countries.map(({ country, cumulative: own }) => [
        country,
        own.controls,
        own.transportUnits,
        own.seizures,
      ]),
    ).toEqual([
      ['AF', 1, 1, 1],
      ['PK', 2, 1, 0],
    ]);
  });

  it('count the acid as three controls of one transport unit, released everywhere', () => {
    const plan = {
      ...PLAN,
      countries: ['GE', 'AZ', 'TM'].map((code) => ({ code })),
      units: ['GE-TBS', 'AZ-BAK', 'TM-KRW'].map((id) => ({ id, country: id.slice(0, 2) })),
    };
    const truck = { transportKind: 'truck', document: { kind: 'tir', number: 'XA.8812' } };
    const acid = { lines: [line('34 KRV 4821', truck)] };
    const [day] = expectedDays(
      plan,
      plan.units
        .flatMap(({ id }) => told('2017-09-05T12:00:00Z', id, D5, acid))
        .concat(close('2017-09-06T06:00:00Z', D5)),
    );
    expect(day?.cumulative).toMatchObject({ controls: 3, transportUnits: 1, consignments: 1, seizures: 0 });
    expect(day?.byOutcome).toEqual([{ code: 'released', day: 3, cumulative: 3 }]);
  });
});
