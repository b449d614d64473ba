import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type FollowUp } from '#libs/contracts/daily-report/follow-up.dto.js';
import { wronglyDescribed } from '#libs/web/testing/described-answer.js';
import { startTestBed, type Sent, type TestBed } from '../../../test/support/service-under-test.js';
import { coordinationService } from '../index.js';
import { schemaProblems } from '../testing/contract.js';
import { D5, D6, D7, line, lines, PLAN, report, seizure } from '../testing/reports.js';
import { forwarded, snapshots, tell } from '../testing/told.js';

const HEAD = 'ocu_head/akhmetov';
const WHY = { reason: { en: 'A unit reported late.', ru: 'Отчёт поступил с опозданием.' } };
const REASON = { reason: { en: 'The line is down.', ru: 'Нет связи.' } };
const AFTER: Readonly<Record<string, string>> = {
  [D5]: '2017-09-06T06:00:00.000Z',
  [D6]: '2017-09-07T06:00:00.000Z',
  [D7]: '2017-09-08T06:00:00.000Z',
  '2017-09-10': '2017-09-11T06:00:00.000Z',
  '2017-09-12': '2017-09-13T06:00:00.000Z',
  '2017-09-14': '2017-09-15T06:00:00.000Z',
};

let bed: TestBed;
beforeEach(async () => {
  bed = await startTestBed({
    run: [coordinationService],
    logs: ['reporting'],
    plans: [{ ...PLAN, followUpsUntil: '2017-09-14' }],
  });
});
afterEach(() => bed.stop());

const post = (day: string, path: string, more: Partial<Sent> = {}) =>
  bed.post(`/api/coordination/operations/tiny/days/${day}/${path}`, {
    party: HEAD,
    at: AFTER[day]!,
    ...more,
  });
const status = async (day: string) =>
  (await bed.get(`/api/coordination/operations/tiny/days/${day}/closing`, { party: HEAD })).body;
const codeOf = (answer: { status: number; body: Record<string, unknown> }) =>
  `${answer.status} ${String(answer.body['type']).replace('urn:caravanserai:problem:', '')}`;

/** Closes the day with all that has arrived. */
async function close(day: string) {
  expect((await post(day, 'closing')).status).toBe(202);
  expect((await post(day, 'closing/override', { body: REASON })).status).toBe(202);
  return (await snapshots(bed)).at(-1)!;
}
/** Makes the revised edition of the day with all that has arrived. */
async function revise(day: string, at = '2017-09-20T06:00:00.000Z') {
  expect((await post(day, 'revision', { body: WHY, at })).status).toBe(202);
  expect((await post(day, 'closing/override', { body: REASON, at })).status).toBe(202);
}
const stored = () =>
  bed.query<{ text: string; hash: string }>(
    'coordination',
    'select snapshot::text as text, snapshot_hash as hash from closed_day order by operation_day, revision',
  );

const pending = line({ lineId: 'p1', outcome: 'pending' });
const decision = (followUpId: string): FollowUp => ({
  followUpId,
  kind: 'decision',
  lineDay: D5,
  lineId: 'p1',
  outcome: 'seized',
});

describe('what becomes known after a day is closed', () => {
  it('is told apart in the next snapshot: supplement, correction, later report and follow-up', async () => {
    const first = report(D5, { lines: [pending, ...lines(2)], cases: [seizure('c1')] });
    const other = report(D5, { lines: lines(4) });
    await tell(bed, forwarded('UZ-CHU', first), forwarded('UZ-ANG', other));
    expect(await close(D5)).toMatchObject({ day: { controls: 7, pending: 1, seizures: 1 }, followUps: [] });
    await tell(
      bed,
      forwarded(
        'UZ-CHU',
        { ...first, lines: [...first.lines!, ...lines(5)] },
        { revision: 2, change: 'supplement', reason: 'late_information' },
      ),
      forwarded('UZ-ANG', report(D5, { lines: lines(3) }), { revision: 2, reason: 'recount' }),
      forwarded('AF-KBL', report(D5, { lines: lines(1) }), { onTime: false }),
      forwarded('UZ-CHU', report(D6, { followUps: [decision('f1')] })),
    );
    const second = await close(D6);
    expect(second).toMatchObject({
      sum: {
        previous: { controls: 7, pending: 1 },
        day: { controls: 0 },
        reportedLater: { controls: 1 },
        supplements: { controls: 5 },
        corrections: { controls: -1 },
        followUps: { controls: 0, pending: -1 },
        cumulative: { controls: 12, pending: 0 },
      },
      earlierDayChanges: [
        { kind: 'reported_later', unit: 'AF-KBL' },
        { kind: 'correction', unit: 'UZ-ANG', reason: 'recount' },
        { kind: 'supplement', unit: 'UZ-CHU', reason: 'late_information', revision: 2 },
      ],
      followUps: [{ unit: 'UZ-CHU', followUpId: 'f1', refersToDay: D5, outcome: 'seized' }],
    });
    expect(schemaProblems(second)).toEqual([]);
    expect((await close(D7))['sum']).toMatchObject({
      previous: { controls: 12, pending: 0 },
      followUps: { pending: 0 },
    });
  });

  it('is told as reported later where a record had been withheld before', async () => {
    await tell(bed, forwarded('UZ-CHU', report(D5, { lines: lines(2) })));
    await close(D5);
    const lifted = report(D5, { lines: lines(3), cases: [seizure('was-withheld')] });
    await tell(bed, forwarded('UZ-CHU', lifted, { revision: 2, change: 'reported_later' }));
    expect(await close(D6)).toMatchObject({
      sum: { reportedLater: { controls: 1, seizures: 1 }, corrections: { controls: 0, seizures: 0 } },
      earlierDayChanges: [{ kind: 'reported_later', unit: 'UZ-CHU', revision: 2 }],
      cases: [{ caseId: 'was-withheld' }],
    });
  });
});

describe('a revised edition', () => {
  it('says what changed under the same number, and leaves the original and the next day as they were', async () => {
    await tell(bed, forwarded('UZ-CHU', report(D5, { lines: lines(2) })));
    await close(D5);
    await tell(bed, forwarded('AF-KBL', report(D5, { lines: lines(4) })));
    await close(D6);
    const before = await stored();
    await revise(D5);
    const [original, next, revised] = await snapshots(bed);
    const unitDay = { kind: 'reported_later', unit: 'AF-KBL', operationDay: D5 };
    expect(revised).toMatchObject({
      ...{ number: 1, revision: 1, operationDay: D5, day: { controls: 6 } },
      closedAt: '2017-09-20T06:00:00.000Z',
      earlierDayChanges: [],
      revised: {
        editionBefore: before[0]?.hash,
        reason: WHY.reason,
        unitDays: [unitDay],
      },
    });
    const { figures = [] } = revised?.revised ?? {};
    expect(figures).toContainEqual({ scope: 'day', figure: 'controls', before: 2, after: 6 });
    expect(figures).toContainEqual({
      scope: 'cumulative',
      country: 'AF',
      figure: 'controls',
      before: 0,
      after: 4,
    });
    expect(schemaProblems(revised!)).toEqual([]);
    expect([original!['revision'], next!['number']]).toEqual([0, 2]);
    const after = await stored();
    expect([after[0], after[2]]).toEqual([before[0], before[1]]);
    expect(await status(D5)).toMatchObject({
      state: 'closed',
      number: 1,
      revision: 1,
      editions: [{ revision: 0 }, { revision: 1, number: 1 }],
    });
    // Closed after the revision: stands on the edition of 6 September, which had counted the late report already.
    const last = await close(D7);
    expect(last).toMatchObject({
      number: 3,
      sum: { previous: { controls: 6 }, reportedLater: { controls: 0 } },
      previousSnapshotHash: (await status(D6))['snapshotHash'],
    });
  });

  it('is the snapshot before of a day that is closed after it', async () => {
    await close(D5);
    await tell(bed, forwarded('AF-KBL', report(D5, { lines: lines(4) })));
    await revise(D5);
    expect(await close(D6)).toMatchObject({
      previousSnapshotHash: (await status(D5))['snapshotHash'],
      sum: { previous: { controls: 4 }, reportedLater: { controls: 0 } },
    });
  });

  it('takes another assessment where a report has made a word of the one before nominal', async () => {
    const assessment = { en: 'A load of Kometa.', ru: 'Груз «Комета».' };
    await post(D5, 'closing', { body: { assessment } });
    await post(D5, 'closing/override', { body: REASON });
    await tell(bed, forwarded('UZ-CHU', report(D5, { lines: [line({ consignor: { name: 'Комета' } })] })));
    await post(D5, 'revision', { body: WHY });
    expect(codeOf(await post(D5, 'closing/override', { body: REASON }))).toBe(
      '409 bulletin-texts-unfinished',
    );
    const other = { en: 'A load.', ru: 'Груз.' };
    expect(codeOf(await post(D5, 'revision', { body: { ...WHY, assessment } }))).toBe(
      '409 bulletin-text-nominal',
    );
    await post(D5, 'revision', { body: { ...WHY, assessment: other } });
    expect((await post(D5, 'closing/override', { body: REASON })).status).toBe(202);
    const all = await snapshots(bed);
    expect(all.map((one) => [one.revision, one.assessment])).toEqual([
      [0, assessment],
      [1, other],
    ]);
  });

  it('is not made where it would say nothing else', async () => {
    await tell(bed, forwarded('UZ-CHU', report(D5, { lines: lines(2) })));
    await close(D5);
    await revise(D5);
    expect(await snapshots(bed)).toHaveLength(1);
    expect(await status(D5)).toMatchObject({ state: 'unchanged', revision: 0, editions: [{ revision: 0 }] });
    expect((await post(D5, 'closing')).status).toBe(200);
    await close(D6);
  });

  it('waits for seals, and is for the head alone and for closed days', async () => {
    expect(codeOf(await post(D5, 'revision', { body: WHY }))).toBe('409 day-not-closed');
    await close(D5);
    expect(codeOf(await post(D5, 'revision', { body: WHY, party: 'ocu_analyst/duty' }))).toBe(
      '403 not-allowed',
    );
    expect(codeOf(await post(D5, 'revision', { body: {} }))).toBe('400 invalid-fields');
    const answer = await post(D5, 'revision', { body: WHY });
    expect(answer.body).toMatchObject({ state: 'revising', attempt: 2, number: 1, revision: 0 });
    expect(answer.body['sealsAwaited']).toHaveLength(PLAN.units.length);
    const asked = await bed.events('coordination', 'OperationDayClosingRequested');
    expect(asked.at(-1)?.data).toMatchObject({ operationDay: D5, attempt: 2 });
    const { body: document } = await bed.get('/api/coordination/openapi.json', { party: HEAD });
    const path = '/api/coordination/operations/{operation}/days/{day}/revision';
    expect(wronglyDescribed(document, ['post', path, 202], answer.body)).toEqual([]);
  });
});

describe('a supplementary day', () => {
  it('takes the next number, counts every day since, and expects no unit', async () => {
    const first = report(D5, { cases: [seizure('c1')], lines: [pending] });
    await tell(bed, forwarded('UZ-CHU', first));
    for (const day of [D5, D6, D7]) await close(day);
    const result = {
      followUpId: 'f2',
      kind: 'laboratory_result',
      caseId: 'c1',
      result: 'confirmed',
      substance: 'acetic anhydride',
    } as const;
    await tell(
      bed,
      forwarded('UZ-CHU', report('2017-09-08', { kind: 'follow_up', followUps: [decision('f1')] })),
      forwarded('UZ-CHU', report('2017-09-09', { kind: 'follow_up', followUps: [result] })),
      forwarded('UZ-CHU', report('2017-09-12', { kind: 'follow_up', followUps: [decision('late')] })),
    );
    const supplementary = await close('2017-09-10');
    expect(supplementary).toMatchObject({
      ...{ kind: 'supplementary', periodFrom: '2017-09-08', operationDay: '2017-09-10' },
      ...{ number: 4, dayNumber: 6, dayCount: 3, coverage: [], day: { controls: 0 }, basisCount: 3 },
      sum: { followUps: { pending: -1, confirmed: 1 }, cumulative: { pending: 0, confirmed: 1 } },
      countries: [{ unitsExpected: 0 }, { unitsExpected: 0 }],
      followUps: [{ followUpId: 'f1' }, { followUpId: 'f2', refersToDay: D5, result: 'confirmed' }],
    });
    expect(schemaProblems(supplementary)).toEqual([]);
    expect(await close('2017-09-14')).toMatchObject({
      ...{ number: 5, periodFrom: '2017-09-11', followUps: [{ followUpId: 'late' }] },
    });
  });

  it('follows the last day, its own cut-off and the supplementary day closed last', async () => {
    await close(D5);
    await close(D6);
    expect(codeOf(await post('2017-09-10', 'closing'))).toBe('409 previous-day-open');
    await close(D7);
    const early = { at: '2017-09-11T03:59:59Z' };
    expect(codeOf(await post('2017-09-10', 'closing', early))).toBe('409 before-cut-off');
    expect(codeOf(await post('2017-09-15', 'closing', { at: AFTER['2017-09-14']! }))).toBe(
      '422 day-outside-operation',
    );
    expect((await post('2017-09-10', 'closing')).status).toBe(202);
    await close('2017-09-12');
    // The earlier attempt is overtaken: it can no longer be closed.
    expect(await status('2017-09-10')).toMatchObject({ state: 'open', attempt: 0 });
    expect(codeOf(await post('2017-09-10', 'closing'))).toBe('409 later-day-closed');
    const { body } = await bed.get('/api/coordination/operations/tiny/days/2017-09-14', { party: HEAD });
    expect(body).toMatchObject({ coverage: [], cumulative: { controls: 0 } });
  });
});
