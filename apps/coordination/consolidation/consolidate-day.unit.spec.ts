import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { consolidate as day } from '../testing/consolidate.js';
import { D5, D6, forwarded, line, lines, report, seizure } from '../testing/reports.js';

describe('the figures of a country', () => {
  it('count lines for the country of the unit and a seizure for the country that seized', () => {
    const cases = [
      seizure('a', { seizedBy: 'AF' }),
      seizure('b'),
      seizure('c', { kind: 'detention', seizedBy: 'AF' }),
      seizure('d', { seizedBy: 'DE' }),
    ];
    const { countries, day: total } = day([forwarded('UZ-CHU', report(D6, { lines: lines(2), cases }))]);
    expect(total).toMatchObject({ controls: 2, seizures: 3, detentions: 1 });
    expect(
      countries.map(({ country, day: own }) => [country, own.controls, own.seizures, own.detentions]),
    ).toEqual([
      ['AF', 0, 1, 0],
      ['UZ', 2, 1, 1],
    ]);
  });

  it('tell expected, reported and nil units', () => {
    const { countries } = day([
      forwarded('UZ-CHU', report(D6, { kind: 'nil' })),
      forwarded('UZ-ANG', report(D6), { onTime: false }),
    ]);
    expect(countries.map((one) => [one.country, one.unitsExpected, one.unitsReported, one.unitsNil])).toEqual(
      [
        ['AF', 0, 0, 0],
        ['UZ', 2, 2, 1],
      ],
    );
  });
});

describe('the listed cases', () => {
  it('stand by the country that seized, else the unit, then by case id, and are routine alone', () => {
    const { cases } = day([
      forwarded(
        'UZ-CHU',
        report(D6, { cases: [seizure('z'), seizure('b', { seizedBy: 'DE', kind: 'detention' })] }),
      ),
      forwarded('AF-KBL', report(D6, { cases: [seizure('y'), seizure('a', { handling: 'ocu_only' })] })),
    ]);
    expect(cases.map(({ country, caseId }) => `${country} ${caseId}`)).toEqual(['AF y', 'DE b', 'UZ z']);
  });

  it('are of the day, or of an earlier day where the snapshot before did not count them', () => {
    const known = forwarded('UZ-CHU', report(D5, { cases: [seizure('known')] }));
    const corrected = forwarded('UZ-CHU', report(D5, { cases: [seizure('known'), seizure('added')] }), {
      revision: 2,
    });
    const late = forwarded('AF-KBL', report(D5, { cases: [seizure('late')] }));
    expect(day([corrected, late], [known]).cases.map(({ caseId }) => caseId)).toEqual(['late', 'added']);
  });

  it('have the text and substance that the OCU decided on, or none where it left the text out', () => {
    const text = { en: 'As told.', ru: 'Как сообщено.' };
    const printed = { en: 'As printed.', ru: 'Как напечатано.' };
    const cases = ['a', 'b', 'c'].map((id) => seizure(id, { bulletinText: text }));
    const caseTexts = new Map([
      ['a', { text: printed, substance: 'a solvent' }],
      ['b', {}],
    ]);
    const listed = day([forwarded('UZ-CHU', report(D6, { cases }))], [], {
      words: { caseTexts, followUpSubstances: new Map() },
    }).cases;
    expect(listed.map((one) => [one.caseId, one.text, one.substance])).toEqual([
      ['a', printed, 'a solvent'],
      ['b', undefined, 'acetone'],
      ['c', text, 'acetone'],
    ]);
  });

  it('name what a bulletin may print and nothing else', () => {
    const entry = seizure('a', {
      quantity: { amount: '20.50', unit: 'kg' },
      chemical: 'acetone',
      packages: 3,
      detectionMethod: 'xray',
      bulletinText: { en: 'Found.', ru: 'Обнаружено.' },
      concealment: 'under the seat of Mr Karimov',
      lineIds: ['l1'],
      wanted: 'the owner',
      personsDetained: 2,
    });
    expect(day([forwarded('UZ-CHU', report(D6, { cases: [entry] }))]).cases).toEqual([
      {
        country: 'UZ',
        caseId: 'a',
        unit: 'UZ-CHU',
        operationDay: D6,
        kind: 'seizure',
        substance: 'acetone',
        chemical: 'acetone',
        certainty: 'presumptive',
        amount: '20.50',
        unitOfMeasure: 'kg',
        packages: 3,
        detectionMethod: 'xray',
        detectedBy: 'UZ',
        text: { en: 'Found.', ru: 'Обнаружено.' },
      },
    ]);
  });
});

const someLines = fc.array(
  fc.record({
    number: fc.constantFrom('A1', 'а-1', 'B 2', '—'),
    act: fc.constantFrom('inspection', 'examination'),
  }),
  { maxLength: 5 },
);
const someReports = fc.uniqueArray(
  fc.record({
    unit: fc.constantFrom('UZ-CHU', 'UZ-ANG', 'AF-KBL'),
    operationDay: fc.constantFrom(D5, D6),
    lines: someLines,
    cases: fc.array(fc.constantFrom('c1', 'c2', 'c3'), { maxLength: 2 }),
  }),
  { selector: ({ unit, operationDay }) => `${unit} ${operationDay}` },
);

describe('the order in which things come', () => {
  it('of reports and of lines changes nothing', () => {
    fc.assert(
      fc.property(someReports, fc.integer(), (reports, seed) => {
        const built = reports.map(({ unit, operationDay, lines: some, cases }) => {
          const all = some.map((one) => line(one as Partial<ControlLine>));
          return {
            unit,
            content: report(operationDay, { lines: all, cases: cases.map((id) => seizure(id)) }),
          };
        });
        const shuffle = <T>(list: readonly T[]): T[] =>
          list
            .map((one, index) => ({ one, key: Math.imul(seed + index * 7919, 2654435761) >>> 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one);
        const straight = built.map(({ unit, content }) => forwarded(unit, content));
        const mixed = shuffle(built).map(({ unit, content }) =>
          forwarded(unit, { ...content, lines: shuffle(content.lines ?? []) }),
        );
        expect(day(mixed)).toEqual(day(straight));
      }),
    );
  });
});
