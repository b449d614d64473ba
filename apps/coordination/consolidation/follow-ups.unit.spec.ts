import { describe, expect, it } from '@jest/globals';
import { type FollowUp } from '#libs/contracts/daily-report/follow-up.dto.js';
import { consolidate } from '../testing/consolidate.js';
import { D5, D6, forwarded, line, report, seizure } from '../testing/reports.js';
import { type ForwardedRevision } from './basis.domain.js';

const result = (followUpId: string, caseId: string, more: Partial<FollowUp> = {}): FollowUp => ({
  ...{ followUpId, kind: 'laboratory_result', caseId, result: 'confirmed' },
  ...more,
});
const decision = (followUpId: string, lineId: string, more: Partial<FollowUp> = {}): FollowUp => ({
  ...{ followUpId, kind: 'decision', lineDay: D5, lineId, outcome: 'released' },
  ...more,
});
const carrying = (unit: string, followUps: FollowUp[], day = D6): ForwardedRevision =>
  forwarded(unit, report(day, { followUps }));

const pendingLine = forwarded(
  'UZ-CHU',
  report(D5, {
    lines: [line({ lineId: 'l1', outcome: 'pending', transportKind: 'truck' }), line({ lineId: 'l2' })],
    cases: [
      seizure('presumed', { seizedBy: 'AF' }),
      seizure('sure', { certainty: 'laboratory_confirmed', kind: 'detention' }),
      seizure('talk', { kind: 'discrepancy' }),
    ],
  }),
);
/** 6 September with these follow-ups, after a 5 September that counted the report above. */
const after = (...carriers: ForwardedRevision[]) => consolidate([pendingLine, ...carriers], [pendingLine]);
const confirmedBy = (day: ReturnType<typeof after>) =>
  day.countries.map(({ country, cumulative }) => `${country} ${cumulative.confirmed}`);

describe('a laboratory result', () => {
  it('confirms a case for the country that the case counts for, in the cumulative figures alone', () => {
    const day = after(carrying('UZ-ANG', [result('f1', 'presumed')]));
    expect([day.sum.previous.confirmed, day.sum.followUps.confirmed, day.cumulative.confirmed]).toEqual([
      1, 1, 2,
    ]);
    expect([day.day.confirmed, day.sum.day.confirmed]).toEqual([0, 0]);
    expect(confirmedBy(day)).toEqual(['AF 1', 'UZ 1']);
  });

  it('takes a confirmation back, and changes nothing that it only repeats', () => {
    const denied = result('f1', 'sure', { result: 'not_confirmed' });
    const day = after(carrying('UZ-CHU', [denied, result('f2', 'presumed', { result: 'not_confirmed' })]));
    expect([day.sum.followUps.confirmed, day.cumulative.confirmed]).toEqual([-1, 0]);
  });

  it('is overruled by a later conclusive one: by day, unit and place in the report', () => {
    const day = after(
      carrying('UZ-CHU', [
        result('f3', 'presumed', { result: 'confirmed' }),
        result('f4', 'presumed', { result: 'inconclusive' }),
      ]),
      carrying('AF-KBL', [result('f1', 'presumed', { result: 'not_confirmed' })]),
    );
    expect(day.cumulative.confirmed).toBe(2);
    const other = after(
      carrying('UZ-CHU', [result('f3', 'presumed'), result('f4', 'presumed', { result: 'not_confirmed' })]),
    );
    expect(other.cumulative.confirmed).toBe(1);
  });

  it('of a discrepancy, or of a line, is listed and changes no figure', () => {
    const aboutLine: FollowUp = {
      ...{ followUpId: 'f2', kind: 'laboratory_result', lineDay: D5, lineId: 'l1', result: 'confirmed' },
    };
    const day = after(carrying('UZ-CHU', [result('f1', 'talk'), aboutLine]));
    expect(day.sum.followUps).toMatchObject({ confirmed: 0, pending: 0 });
    expect(day.followUps).toMatchObject([{ refersToDay: D5 }, { refersToDay: D5, transportKind: 'truck' }]);
    expect(day.dataQuality).toEqual([]);
  });

  it('of a seizure by a country that takes no part counts in the totals alone', () => {
    const foreign = forwarded('UZ-CHU', report(D5, { cases: [seizure('x', { seizedBy: 'DE' })] }));
    const day = consolidate([foreign, carrying('UZ-CHU', [result('f1', 'x')])], [foreign]);
    expect([day.cumulative.confirmed, ...confirmedBy(day)]).toEqual([1, 'AF 0', 'UZ 0']);
  });
});

describe('the line of a case', () => {
  const cases = [
    seizure('kept', { certainty: 'laboratory_confirmed' }),
    seizure('presumed'),
    seizure('sure', { certainty: 'laboratory_confirmed' }),
    seizure('talk', { kind: 'discrepancy' }),
  ];
  /** What the cases of the day carry after these results. */
  const told = (...followUps: FollowUp[]) =>
    consolidate([forwarded('UZ-CHU', report(D6, { cases, followUps }))]).cases.map(
      ({ caseId, laboratoryResult }) => `${caseId} ${laboratoryResult ?? '-'}`,
    );
  const not = { result: 'not_confirmed' } as const;

  it('carries what the last conclusive laboratory result says, of a case of any kind', () => {
    expect(
      told(
        result('f1', 'presumed', not),
        result('f2', 'presumed'),
        result('f3', 'presumed', { result: 'inconclusive' }),
        result('f4', 'sure', not),
        result('f5', 'talk', not),
        { followUpId: 'f6', kind: 'final_quantity', caseId: 'kept' },
      ),
    ).toEqual(['kept -', 'presumed confirmed', 'sure not_confirmed', 'talk not_confirmed']);
  });

  it('carries nothing of an inconclusive result', () => {
    expect(told(result('f1', 'presumed', { result: 'inconclusive' }))).toContain('presumed -');
  });

  it('tells nothing of a result that is for the OCU alone, which counts', () => {
    const followUps = [result('f1', 'sure'), result('f2', 'sure', { ...not, handling: 'ocu_only' })];
    expect(told(...followUps)).toContain('sure confirmed');
    const day = consolidate([forwarded('UZ-CHU', report(D6, { cases, followUps }))]);
    expect([day.day.confirmed, day.cumulative.confirmed]).toEqual([2, 1]);
  });
});

describe('a decision', () => {
  it('takes a pending line of the carrying unit from the pending ones and moves it in the cumulative outcomes', () => {
    const day = after(carrying('UZ-CHU', [decision('f1', 'l1', { outcome: 'seized' })]));
    expect([day.sum.followUps.pending, day.cumulative.pending, day.sum.followUps.controls]).toEqual([
      -1, 0, 0,
    ]);
    expect(day.byOutcome).toEqual([
      { code: 'released', day: 0, cumulative: 1 },
      { code: 'seized', day: 0, cumulative: 1 },
    ]);
    expect(day.countries[1]?.cumulative.pending).toBe(0);
  });

  it('moves a decided line too, without touching the pending ones; the last one counts', () => {
    const day = after(
      carrying('UZ-CHU', [
        decision('f1', 'l2', { outcome: 'detained' }),
        decision('f2', 'l2', { outcome: 'seized' }),
      ]),
    );
    expect(day.sum.followUps.pending).toBe(0);
    expect(day.byOutcome.map(({ code, cumulative }) => `${code} ${cumulative}`)).toEqual([
      'seized 1',
      'pending 1',
    ]);
  });

  it('leaves an outcome of the day in its table that no counted line has any more', () => {
    const decided = line({ lineId: 'l9', outcome: 'pending' });
    const followUps = [decision('f1', 'l9', { lineDay: D6, outcome: 'seized' })];
    expect(consolidate([forwarded('UZ-CHU', report(D6, { lines: [decided], followUps }))]).byOutcome).toEqual(
      [
        { code: 'seized', day: 0, cumulative: 1 },
        { code: 'pending', day: 1, cumulative: 0 },
      ],
    );
  });

  it('meets no line of another unit, of another day, or none: it is listed and noted', () => {
    const day = after(
      carrying('UZ-ANG', [decision('f1', 'l1')]),
      carrying('UZ-CHU', [
        decision('f2', 'l1', { lineDay: D6 }),
        decision('f3', 'nobody'),
        result('f4', 'nobody', { handling: 'ocu_only' }),
      ]),
    );
    expect(day.sum.followUps.pending).toBe(0);
    expect(day.followUps.map(({ followUpId }) => followUpId)).toEqual(['f1', 'f2', 'f3']);
    for (const listed of day.followUps) expect(listed).not.toHaveProperty('refersToDay');
    expect(day.dataQuality).toEqual([{ code: 'follow-up.unmatched', count: 4, countries: ['UZ'] }]);
  });

  it('is part of the effect no more when the line is corrected to what was decided', () => {
    const decided = carrying('UZ-CHU', [decision('f1', 'l1')]);
    const corrected = forwarded('UZ-CHU', report(D5, { lines: [line({ lineId: 'l1' })] }), {
      revision: 2,
      change: 'correction',
    });
    const { sum } = consolidate([pendingLine, decided, corrected], [pendingLine, decided], {
      ...{ operationDay: '2017-09-07', period: { from: '2017-09-07', to: '2017-09-07' } },
    });
    expect([
      sum.previous.pending,
      sum.corrections.pending,
      sum.followUps.pending,
      sum.cumulative.pending,
    ]).toEqual([0, -1, 1, 0]);
  });
});

describe('the list of follow-ups', () => {
  it('has those alone that the snapshot before did not count, in routine handling, without an unknown chemical', () => {
    const known = carrying('AF-KBL', [result('old', 'sure')], D5);
    const quantity = { amount: '12.50', unit: 'kg' } as const;
    const more: FollowUp[] = [
      { ...result('f1', 'presumed', { substance: 'x', chemical: 'acetoan' }) },
      { followUpId: 'f2', kind: 'final_quantity', caseId: 'presumed', quantity, chemical: 'acetone' },
      result('hidden', 'presumed', { handling: 'ocu_only' }),
    ];
    const { followUps } = consolidate([pendingLine, known, carrying('UZ-CHU', more)], [pendingLine, known]);
    const common = { country: 'UZ', unit: 'UZ-CHU', operationDay: D6, caseId: 'presumed', refersToDay: D5 };
    expect(followUps).toEqual([
      { ...common, followUpId: 'f1', kind: 'laboratory_result', result: 'confirmed', substance: 'x' },
      {
        ...{ ...common, followUpId: 'f2', kind: 'final_quantity', chemical: 'acetone' },
        ...{ amount: '12.50', unitOfMeasure: 'kg' },
      },
    ]);
  });

  it('leaves out what is about a case or a line for the OCU alone, and counts it', () => {
    const before = forwarded(
      'UZ-CHU',
      report(D5, {
        lines: [line({ lineId: 'l1', outcome: 'pending', handling: 'ocu_only' })],
        cases: [seizure('quiet', { handling: 'ocu_only' })],
      }),
    );
    const carrier = carrying('UZ-CHU', [result('f1', 'quiet'), decision('f2', 'l1'), result('f3', 'none')]);
    const day = consolidate([before, carrier], [before]);
    expect(day.followUps.map(({ followUpId }) => followUpId)).toEqual(['f3']);
    expect([day.sum.followUps.confirmed, day.sum.followUps.pending]).toEqual([1, -1]);
  });

  it('prints the substances that the OCU decided on', () => {
    const { followUps } = consolidate(
      [carrying('UZ-CHU', [result('f1', 'c', { substance: 'as told' })])],
      [],
      {
        words: { caseTexts: new Map(), followUpSubstances: new Map([[`UZ-CHU|${D6}|f1`, 'as printed']]) },
      },
    );
    expect(followUps).toMatchObject([{ substance: 'as printed' }]);
  });
});
