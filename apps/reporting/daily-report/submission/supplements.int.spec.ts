import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aLine, aSubmission } from '../../testing/a-submission.js';
import { ANALYST, codeOf, REASONS, ReportBed } from '../../testing/report-bed.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await ReportBed.start();
});
afterAll(() => bed.stop());
beforeEach(() => bed.empty());

const [one, two] = [aLine(), aLine({ lineId: 'l2', number: 'SECR0000001' })];
const secret = { ...two, handling: 'withheld' as const };
const supplement = (basedOn: number, lines: object[]) =>
  bed.submit({ ...aSubmission({ basedOn, reason: 'late_information', change: 'supplement' }), lines });
const told = async () =>
  (await bed.events()).map(
    ({ type, data }) =>
      `${type.split('.').at(-2)} ${String(data['revision'])} ${(data['change'] as string | undefined) ?? '-'}`,
  );
const forward = async (revision: number) => expect((await bed.move('forward', revision)).status).toBe(200);

describe('a supplement', () => {
  it('adds to what was forwarded and is told as one; the first forwarding and others are not', async () => {
    await bed.submit(aSubmission({ lines: [one] }));
    await forward(1);
    expect((await supplement(1, [one, two])).status).toBe(201);
    await forward(2);
    await bed.revise(2);
    await forward(3);
    expect((await told()).filter((line) => line.startsWith('DailyReportForwarded'))).toEqual([
      'DailyReportForwarded 1 -',
      'DailyReportForwarded 2 supplement',
      'DailyReportForwarded 3 correction',
    ]);
  });

  it('is refused where it changes what stands, in a dry run too, and where nothing stands', async () => {
    await bed.submit(aSubmission({ lines: [one] }));
    expect(codeOf(await supplement(1, [one, two]))).toBe('409 supplement-without-forwarded');
    await forward(1);
    const changed = await supplement(1, [{ ...one, outcome: 'seized' }, two]);
    expect(codeOf(changed)).toBe('422 supplement-changes');
    expect(changed.body['errors']).toMatchObject([{ path: 'lines[0]', code: 'changed-by-supplement' }]);
    const dryRun = await bed.services.post(
      '/api/reporting/operations/tiny/units/UZ-CHU/daily-reports?dryRun=true',
      {
        ...{ party: 'pcu_officer:UZ-CHU/x', at: '2017-09-05T15:00:00Z' },
        body: aSubmission({ basedOn: 1, reason: 'recount', change: 'supplement', lines: [two] }),
      },
    );
    expect(codeOf(dryRun)).toBe('422 supplement-changes');
    expect(await bed.query('select 1 from revision')).toHaveLength(1);
  });

  it('that tells what was withheld is reported later', async () => {
    await bed.submit(aSubmission({ lines: [one, secret] }));
    await forward(1);
    await supplement(1, [one, two]);
    await forward(2);
    expect((await told()).at(-1)).toBe('DailyReportForwarded 2 reported_later');
  });
});

describe('a revision of withheld records alone', () => {
  const dayWith = async (silently: () => Promise<number>) => {
    await bed.empty();
    await bed.submit(aSubmission({ submissionId: '3f2a8c1e-5b7d-4e9a-8c21-0d4f6b7a9e10', lines: [one] }));
    await forward(1);
    const newest = await silently();
    await bed.revise(newest);
    await bed.move('return', newest + 1, { body: REASONS });
    await bed.revise(newest + 1, { reason: 'returned', lines: [aLine({ number: 'Z' })] });
    await forward(newest + 2);
    await bed.move('query', 3, { party: ANALYST, body: { questions: REASONS.reasons } });
    return (await bed.events()).map(({ sequence, data }) => ({
      sequence,
      ...data,
      // The lines of the helper name the revision that they are based on.
      content: undefined,
      contentHash: undefined,
      findings: undefined,
    }));
  };
  const withhold = async (revision: number, number: string) => {
    const lines = [one, { ...secret, number }];
    expect((await bed.revise(revision, { lines, preparedAt: '2017-09-05T19:00:00+05:00' })).status).toBe(201);
  };

  it('leaves every event unchanged, whatever happens to it, and all that come after', async () => {
    const without = await dayWith(() => Promise.resolve(1));
    const silent = await dayWith(async () => {
      await withhold(1, 'SECR0000001');
      await bed.move('hold', 2, { body: REASONS });
      await bed.move('return', 2, { body: REASONS });
      await withhold(2, 'SECR0000002');
      await forward(3);
      return 3;
    });
    expect(silent).toEqual(without);
    expect(silent.length).toBe(7);
    const { body } = await bed.read('');
    expect(body['revisions']).toMatchObject([
      { revision: 1, state: 'corrected' },
      { revision: 2, state: 'returned' },
      { revision: 3, state: 'corrected', toldAs: 1 },
      { revision: 4, state: 'returned', toldAs: 2 },
      { revision: 5, state: 'queried', toldAs: 3 },
    ]);
  });

  it('leaves a question open, which is answered first', async () => {
    const ask = { party: ANALYST, body: { questions: REASONS.reasons } };
    await bed.submit(aSubmission({ lines: [one] }));
    await forward(1);
    await bed.move('query', 1, ask);
    await withhold(1, 'SECR0000001');
    expect(codeOf(await bed.move('forward', 2))).toBe('409 state-conflict');
    await bed.move('answer', 1, { body: { text: 'Yes.', language: 'en' } });
    await forward(2);
    expect((await told()).at(-1)).toBe('DailyReportQueryAnswered 1 -');
  });

  it('is one of a closed day where the one before was', async () => {
    await bed.submit(aSubmission({ lines: [one] }));
    await forward(1);
    await bed.query("update revision set state = 'consolidated', consolidated_at = now()");
    await withhold(1, 'SECR0000001');
    await forward(2);
    const { body } = await bed.read('/revisions/1', { party: ANALYST });
    expect(body['state']).toBe('consolidated');
  });

  it('stands for the one before: the OCU reads and queries that under the number it knows', async () => {
    await bed.submit(aSubmission({ lines: [one] }));
    await forward(1);
    const before = (await bed.read('/revisions/1', { party: ANALYST })).body;
    await withhold(1, 'SECR0000001');
    await forward(2);
    expect((await bed.read('/revisions/1', { party: ANALYST })).body).toEqual(before);
    expect(codeOf(await bed.read('/revisions/2', { party: ANALYST }))).toBe('404 revision-unknown');
    const asked = await bed.move('query', 1, { party: ANALYST, body: { questions: REASONS.reasons } });
    expect(asked.body).toMatchObject({ revision: 1, state: 'queried' });
    expect((await bed.read('/revisions/2')).body['state']).toBe('queried');
    expect((await bed.read('/revisions/1', { party: ANALYST })).body).toMatchObject({
      ...{ revision: 1, state: 'queried' },
      queries: [{ revision: 1, action: 'query' }],
    });
    expect(await told()).toEqual([
      'DailyReportSubmitted 1 -',
      'DailyReportForwarded 1 -',
      'DailyReportQueried 1 -',
    ]);
  });
});
