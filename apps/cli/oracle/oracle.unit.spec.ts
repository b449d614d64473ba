import { describe, expect, it } from '@jest/globals';
import { expectedDays } from './oracle.js';
import { type ExpectedDay, type OracleStep } from './oracle.types.js';
import { close, D5, D6, line, move, PLAN, send } from './testing/steps.js';

function only(steps: OracleStep[]): ExpectedDay {
  const [day] = expectedDays(PLAN, steps);
  if (!day) throw new Error('no day was closed');
  return day;
}

describe('the figures of a day, counted by hand', () => {
  const acid = (amount: string, unit: string): object => ({ chemical: 'acetic_acid', net: { amount, unit } });
  const day = only([
    send('2017-09-05T12:00:00Z', 'UZ-CHU', D5, {
      counters: [
        { transportKind: 'container', regime: 'transit', profiled: 9, examined: 1, dog: 0 },
        { transportKind: 'container', regime: 'import', profiled: 4, examined: 1 },
        { transportKind: 'container', regime: 'export', profiled: 1, examined: 1, weighed: 1 },
      ],
      lines: [
        line('CSQU3054383', { act: 'examination', methods: ['xray', 'dog'], goods: [acid('0.1', 'kg')] }),
        line('СSQU 305438-3', { act: 'inspection', discrepancies: ['seal', 'route'] }),
        line('TCNU7200794', { document: { kind: 'smgs', number: '12/34' }, goods: [acid('0.2', 'kg')] }),
        line('secret', { handling: 'withheld', regime: 'export' }),
      ],
    }),
    move('forward', '2017-09-06T04:00:00Z', 'UZ-CHU', D5),
    send('2017-09-05T12:00:00Z', 'AF-KBL', D5, {
      lines: [
        line('TCNU7200794', {
          document: { kind: 'smgs', number: '1234' },
          goods: [acid('2.5', 't'), acid('500', 'g'), acid('7.50', 'L')],
          found: [{ chemical: 'acetic_acid' }],
        }),
      ],
    }),
    move('forward', '2017-09-06T04:00:01Z', 'AF-KBL', D5),
    close('2017-09-06T06:00:00Z', D5),
  ]);

  it('counts lines, acts and discrepancies, and never a withheld line', () => {
    expect(day.day).toEqual({
      controls: 4,
      inspections: 1,
      examinations: 1,
      withDiscrepancy: 1,
      seizures: 0,
      detentions: 0,
      pending: 0,
      confirmed: 0,
      // CSQU3054383 twice (once with a Cyrillic С), TCNU7200794 at two units.
      transportUnits: 2,
      // 12/34 = 1234, and two lines without a document.
      consignments: 3,
    });
    expect(day.basisCount).toBe(2);
  });

  it('adds quantities exactly, each kind by itself', () => {
    expect(day.chemicals).toEqual([
      {
        chemical: 'acetic_acid',
        dayControls: 3,
        cumulativeControls: 3,
        dayQuantity: [
          { unit: 'kg', amount: '2500.8' },
          { unit: 'L', amount: '7.5' },
        ],
        cumulativeQuantity: [
          { unit: 'kg', amount: '2500.8' },
          { unit: 'L', amount: '7.5' },
        ],
      },
    ]);
  });

  it('takes the cut-off itself as on time and the second after it as late', () => {
    expect(day.cutOffAt).toBe('2017-09-06T04:00:00.000Z');
    expect(day.coverage.map(({ unit, state }) => `${unit} ${state}`)).toEqual([
      'AF-KBL late',
      'UZ-ANG missing',
      'UZ-CHU on_time',
    ]);
  });

  it('shows a declared 0 and leaves out what nobody declared', () => {
    expect(day.declaredCounters).toEqual([
      { code: 'profiled', day: 13, cumulative: 13 },
      { code: 'examined', day: 2, cumulative: 2 },
      { code: 'dog', day: 0, cumulative: 0 },
    ]);
    expect(day.countersDifferFromLines).toEqual({ count: 1, countries: ['UZ'] });
  });

  it('orders countries by code and counts distinct units within each', () => {
    expect(
      day.countries.map(({ country, unitsExpected, unitsReported, day: own }) => [
        country,
        unitsExpected,
        unitsReported,
        own.controls,
        own.transportUnits,
      ]),
    ).toEqual([
      ['AF', 1, 1, 1, 1],
      ['UZ', 2, 1, 3, 2],
    ]);
  });

  it('counts a method once per line and leaves out unused codes', () => {
    expect(day.byMethod).toEqual([
      { code: 'xray', day: 1, cumulative: 1 },
      { code: 'dog', day: 1, cumulative: 1 },
    ]);
    expect(day.byOutcome).toEqual([{ code: 'released', day: 4, cumulative: 4 }]);
  });
});

describe('what a report must not show', () => {
  it('has no counter of cases beside a withheld case', () => {
    const counters = [
      { transportKind: 'truck', regime: 'import', profiled: 1, examined: 0, seized: 1, detained: 0 },
    ];
    const cases = [{ caseId: 'c', kind: 'seizure', handling: 'withheld' }];
    const day = only([
      send('2017-09-05T12:00:00Z', 'UZ-CHU', D5, { counters, cases }),
      move('forward', '2017-09-06T03:00:00Z', 'UZ-CHU', D5),
      close('2017-09-06T06:00:00Z', D5),
    ]);
    expect(day.declaredCounters.map(({ code }) => code)).toEqual(['profiled', 'examined']);
  });

  it('gives a chemical that the list does not have no row and no name', () => {
    const goods = ['acetone', 'summer fluid'].map((chemical) => ({ chemical }));
    const cases = [{ caseId: 'c', kind: 'seizure', substance: 'fluid', chemical: 'summer fluid' }];
    const steps = [
      send('2017-09-05T12:00:00Z', 'UZ-CHU', D5, { lines: [line('A1', { goods })], cases }),
      move('forward', '2017-09-06T03:00:00Z', 'UZ-CHU', D5),
      close('2017-09-06T06:00:00Z', D5),
    ];
    const [day] = expectedDays(PLAN, steps, [{ id: 'acetone' }]);
    expect(day?.chemicals.map(({ chemical }) => chemical)).toEqual(['acetone']);
    expect(day?.cases).toMatchObject([{ substance: 'fluid' }]);
    expect(day?.cases[0]).not.toHaveProperty('chemical');
    expect(only(steps).chemicals).toHaveLength(2);
  });
});

describe('what was refused, repeated or forwarded twice', () => {
  it('leaves no trace', () => {
    const report = { lines: [line('A1')] };
    const days = expectedDays(PLAN, [
      send('2017-09-05T12:00:00Z', 'UZ-CHU', D5, report),
      send('2017-09-05T12:01:00Z', 'UZ-CHU', D5, report, 200),
      send('2017-09-05T12:02:00Z', 'UZ-CHU', D5, { lines: [line('A1'), line('A2')] }, 409),
      send('2017-09-05T12:03:00Z', 'UZ-XXX', D5, report, 404),
      move('forward', '2017-09-06T03:00:00Z', 'UZ-CHU', D5),
      move('forward', '2017-09-06T05:00:00Z', 'UZ-CHU', D5),
      close('2017-09-06T03:00:00Z', D5, 409),
      send('2017-09-06T05:10:00Z', 'UZ-CHU', D5, { lines: [line('A1'), line('A2'), line('A3')] }),
      move('forward', '2017-09-06T05:20:00Z', 'UZ-CHU', D5, 2),
      close('2017-09-06T06:00:00Z', D5),
      close('2017-09-06T06:10:00Z', D5, 200),
    ]);
    expect(days).toHaveLength(1);
    expect(days[0]?.day.controls).toBe(3);
    expect(days[0]?.coverage.find(({ unit }) => unit === 'UZ-CHU')).toEqual({
      unit: 'UZ-CHU',
      country: 'UZ',
      state: 'on_time',
      nil: false,
      corrected: true,
      revision: 2,
    });
  });

  it('gives no note where declared and counted examinations agree', () => {
    const day = only([
      send('2017-09-05T12:00:00Z', 'UZ-CHU', D5, {
        counters: [{ transportKind: 'container', regime: 'transit', profiled: 2, examined: 2 }],
        lines: [line('A1', { act: 'examination' }), line('A2', { act: 'examination' })],
      }),
      move('forward', '2017-09-06T03:00:00Z', 'UZ-CHU', D5),
      close('2017-09-06T06:00:00Z', D5),
    ]);
    expect(day).not.toHaveProperty('countersDifferFromLines');
  });
});

describe('coverage without a forwarded report', () => {
  it('follows the newest event; a closed unit is not expected', () => {
    const days = expectedDays(PLAN, [
      send('2017-09-05T12:00:00Z', 'UZ-CHU', D5, { lines: [line('A1')] }),
      move('return', '2017-09-05T13:00:00Z', 'UZ-CHU', D5),
      send('2017-09-05T12:00:00Z', 'UZ-ANG', D5, { kind: 'nil' }),
      close('2017-09-06T06:00:00Z', D5),
      send('2017-09-06T07:00:00Z', 'UZ-CHU', D5, { lines: [line('A2')], basedOn: 1, reason: 'returned' }),
      close('2017-09-07T06:00:00Z', D6),
    ]);
    expect(days.map((day) => day.coverage.map(({ state }) => state))).toEqual([
      ['missing', 'with_contact_point', 'returned'],
      ['not_expected', 'missing', 'missing'],
    ]);
    expect(days[1]?.countries.map(({ unitsExpected }) => unitsExpected)).toEqual([0, 2]);
  });
});

describe('what changes after a day was closed', () => {
  const days = expectedDays(PLAN, [
    send('2017-09-05T12:00:00Z', 'UZ-CHU', D5, { lines: [line('A1'), line('A2'), line('A3')] }),
    move('forward', '2017-09-05T14:00:00Z', 'UZ-CHU', D5),
    send('2017-09-05T12:00:00Z', 'AF-KBL', D5, { lines: [line('B1')] }),
    move('forward', '2017-09-05T14:00:00Z', 'AF-KBL', D5),
    close('2017-09-06T06:00:00Z', D5),
    send('2017-09-06T07:00:00Z', 'UZ-CHU', D5, { lines: [line('A1')], basedOn: 1, reason: 'recount' }),
    move('forward', '2017-09-06T08:00:00Z', 'UZ-CHU', D5, 2),
    send('2017-09-06T07:00:00Z', 'UZ-ANG', D5, { lines: [line('C1'), line('C2')] }),
    move('forward', '2017-09-06T08:00:00Z', 'UZ-ANG', D5),
    send('2017-09-06T09:00:00Z', 'AF-KBL', D5, { kind: 'void', basedOn: 1, reason: 'wrong_day' }),
    move('forward', '2017-09-06T10:00:00Z', 'AF-KBL', D5, 2),
    send('2017-09-06T12:00:00Z', 'UZ-CHU', D6, { lines: [line('A1'), line('A9')] }),
    move('forward', '2017-09-06T13:00:00Z', 'UZ-CHU', D6),
    close('2017-09-07T06:00:00Z', D6),
    send('2017-09-07T07:00:00Z', 'AF-KBL', D5, { lines: [line('B2')], basedOn: 2, reason: 'other' }),
    move('forward', '2017-09-07T08:00:00Z', 'AF-KBL', D5, 3),
    close('2017-09-08T06:00:00Z', '2017-09-07'),
  ]);

  it('adds up: previous + day + reported later + corrections', () => {
    // 4 before; 2 of the day; C1 and C2 later; A2, A3 and B1 taken away.
    const { sum } = days[1] as ExpectedDay;
    const terms = [sum.previous, sum.day, sum.reportedLater, sum.corrections, sum.cumulative];
    expect(terms.map(({ controls }) => controls)).toEqual([4, 2, 2, -3, 5]);
    // A1, C1, C2, A9: A1 was seen on both days.
    expect(days[1]?.cumulative.transportUnits).toBe(4);
  });

  it('lists the changes with the newest forwarded revision', () => {
    expect(
      days[1]?.earlierDayChanges.map((one) => [
        one.unit,
        one.kind,
        one.revision,
        one.reason,
        one.difference.controls,
      ]),
    ).toEqual([
      ['AF-KBL', 'void', 2, 'wrong_day', -1],
      ['UZ-ANG', 'reported_later', 1, undefined, 2],
      ['UZ-CHU', 'correction', 2, 'recount', -2],
    ]);
    expect(days[1]?.basisCount).toBe(3);
  });

  it('counts a unit-day anew after a void as reported later', () => {
    expect(days[2]?.earlierDayChanges).toMatchObject([
      { unit: 'AF-KBL', kind: 'reported_later', revision: 3 },
    ]);
    expect(days[2]?.sum.reportedLater.controls).toBe(1);
    expect(days[2]?.day.controls).toBe(0);
  });
});

describe('cases', () => {
  const seizure = (rest: object = {}): object => ({
    caseId: 'I-1',
    kind: 'seizure',
    substance: 'Iodine',
    certainty: 'presumptive',
    detectedBy: 'UZ',
    seizedBy: 'AF',
    ...rest,
  });

  it('counts the same case once, at the first unit by id, for the country that seized', () => {
    const day = only([
      send('2017-09-05T12:00:00Z', 'UZ-CHU', D5, { lines: [line('A1')], cases: [seizure()] }),
      move('forward', '2017-09-05T14:00:00Z', 'UZ-CHU', D5),
      send('2017-09-05T12:00:00Z', 'UZ-ANG', D5, {
        lines: [line('A1')],
        cases: [
          seizure({ quantity: { amount: '20063.10', unit: 'kg' } }),
          seizure({ caseId: 'Q', handling: 'ocu_only' }),
          seizure({ caseId: 'W', handling: 'withheld' }),
        ],
      }),
      move('forward', '2017-09-05T14:00:00Z', 'UZ-ANG', D5),
      close('2017-09-06T06:00:00Z', D5),
    ]);
    expect(day.day.seizures).toBe(2);
    expect(day.countries.map(({ country, day: own }) => [country, own.seizures])).toEqual([
      ['AF', 2],
      ['UZ', 0],
    ]);
    expect(day.cases).toMatchObject([{ caseId: 'I-1', unit: 'UZ-ANG', country: 'AF', amount: '20063.10' }]);
  });

  it('moves to an earlier report that arrives later, visibly in the sum, and is not listed again', () => {
    const days = expectedDays(PLAN, [
      close('2017-09-06T06:00:00Z', D5),
      send('2017-09-06T12:00:00Z', 'UZ-CHU', D6, { lines: [line('A1')], cases: [seizure()] }),
      move('forward', '2017-09-06T14:00:00Z', 'UZ-CHU', D6),
      close('2017-09-07T06:00:00Z', D6),
      send('2017-09-07T07:00:00Z', 'UZ-ANG', D5, { lines: [line('A1')], cases: [seizure()] }),
      move('forward', '2017-09-07T08:00:00Z', 'UZ-ANG', D5),
      close('2017-09-08T06:00:00Z', '2017-09-07'),
    ]);
    const sum = days[2]?.sum;
    expect(
      [sum?.previous, sum?.reportedLater, sum?.corrections, sum?.cumulative].map((x) => x?.seizures),
    ).toEqual([1, 1, -1, 1]);
    expect(days[2]?.cases).toEqual([]);
    expect(days[2]?.earlierDayChanges.map(({ unit }) => unit)).toEqual(['UZ-ANG']);
  });
});

describe('controlled', () => {
  it('is asked as of the operation day, and left out without a list', () => {
    const steps = [
      send('2017-09-05T12:00:00Z', 'UZ-CHU', D5, {
        lines: [line('A1', { goods: [{ chemical: 'npp' }, { chemical: 'acetone' }] })],
      }),
      move('forward', '2017-09-05T14:00:00Z', 'UZ-CHU', D5),
      close('2017-09-06T06:00:00Z', D5),
    ];
    const list = [
      { id: 'npp', controlledSince: '2017-10-18' },
      { id: 'acetone', controlledSince: '1990-11-11' },
    ];
    const [day] = expectedDays(PLAN, steps, list);
    expect(day?.chemicals.map(({ chemical, controlled }) => [chemical, controlled])).toEqual([
      ['acetone', true],
      ['npp', false],
    ]);
    expect(expectedDays(PLAN, steps)[0]?.chemicals[0]).not.toHaveProperty('controlled');
  });
});
