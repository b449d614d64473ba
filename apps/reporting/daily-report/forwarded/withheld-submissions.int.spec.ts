import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { REVISION_REASONS } from '#libs/contracts/vocabulary.js';
import { aLine, aSubmission, PLAN } from '../../testing/a-submission.js';
import { ANALYST, CONTACT, REASONS, ReportBed } from '../../testing/report-bed.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await ReportBed.start();
  await bed.plan({ ...PLAN, forwardAfterHours: 1 });
});
afterAll(() => bed.stop());

/** Between two moves; the contact point has two of them. */
const HALF_AN_HOUR = 1_800_000;

/** What everybody may know: B adds to A, C says something else. */
const VISIBLE: Readonly<Record<string, ControlLine[]>> = {
  A: [aLine()],
  B: [aLine(), aLine({ lineId: 'l2', number: 'TCNU7200794' })],
  C: [aLine({ outcome: 'seized' })],
};
const SECRETS = ['SECR0000001', 'SECR0000002', 'SECR0000003'].map((number, index) =>
  aLine({ lineId: `w${index}`, number, handling: 'withheld' }),
);

/** A report: what is seen, how many records are withheld, `!` for a supplement. */
const REPORT = /^([ABC])(\d)(!?)$/;

const [reason] = REASONS.reasons;
const BODIES: Readonly<Record<string, object>> = {
  return: REASONS,
  hold: REASONS,
  withdraw: { reason },
  query: { questions: REASONS.reasons },
  answer: { text: 'Yes.', language: 'en' },
};

async function counted(): Promise<number> {
  const [unitDay] = await bed.query<{ revision: number | null }>(
    'select newest_forwarded_revision as revision from unit_day',
  );
  return unitDay?.revision ?? 0;
}

/** A history of the day with the withheld records or as if nobody had ever entered them. */
class Day {
  private newest = 0;

  constructor(private readonly withholds: boolean) {}

  async eventsOf(actions: readonly string[]) {
    await bed.empty();
    for (const [index, action] of actions.entries()) {
      const at = new Date(Date.parse('2017-09-05T14:00:00Z') + index * HALF_AN_HOUR).toISOString();
      if (REPORT.test(action)) await this.submit(action, index, at);
      else if (action === 'silence') await bed.forwardSilently(at);
      else await this.move(action, at);
    }
    return (await bed.events()).map(({ type, key, sequence, data }) => ({ type, key, sequence, data }));
  }

  private async submit(action: string, index: number, at: string): Promise<void> {
    const [, visible = '', withheld, supplement] = REPORT.exec(action) ?? [];
    const secrets = this.withholds ? SECRETS.slice(0, Number(withheld)) : [];
    const basis = this.newest > 0 && {
      basedOn: this.newest,
      reason: REVISION_REASONS[index % REVISION_REASONS.length] ?? 'other',
      reasonText: `Step ${index}`,
      ...(supplement && { change: 'supplement' as const }),
    };
    const lines = [...secrets, ...(VISIBLE[visible] ?? [])];
    const { status, body } = await bed.submit(aSubmission({ ...basis, lines }), { at });
    expect(status).toBeLessThan(500);
    if (status === 201) this.newest = Number(body['revision']);
  }

  private async move(verb: string, at: string): Promise<void> {
    const { revision = this.newest, party = CONTACT } = await this.aimOf(verb);
    const { status } = await bed.move(verb, revision, { at, party, body: BODIES[verb] ?? {} });
    expect(status).toBeLessThan(500);
  }

  /** The OCU asks under the number that it knows; the contact point answers about the revision that counts. */
  private async aimOf(verb: string): Promise<{ revision?: number; party?: string }> {
    if (verb === 'answer') return { revision: await counted() };
    if (verb !== 'query') return {};
    const told = (await bed.events('DailyReportForwarded')).at(-1)?.data['revision'];
    return { revision: Number(told ?? 0), party: ANALYST };
  }
}

const summary = (events: readonly { type: string; data: Record<string, unknown> }[]): string =>
  events
    .map(({ type, data }) => `${/DailyReport(\w+)/.exec(type)?.[1] ?? type} ${String(data['revision'])}`)
    .join(', ');

describe('submissions that differ in withheld records alone', () => {
  it.each([
    ['while the first one waits', 'A0 A1 forward', 'Submitted 1, Forwarded 1'],
    ['and go again', 'A1 A0 A2 forward', 'Submitted 1, Forwarded 1'],
    ['beside one that is held', 'A0 hold A1 hold forward', 'Submitted 1, Held 1, Forwarded 1'],
    ['and are held', 'A0 A1 hold A2 hold A1 hold return', 'Submitted 1, Held 1, Returned 1'],
    ['and are taken back', 'A0 A1 withdraw A1', 'Submitted 1, Withdrawn 1, Submitted 2'],
    ['after a return', 'A0 return A1 A2 forward', 'Submitted 1, Returned 1, Submitted 2, Forwarded 2'],
    [
      'beside a correction that waits',
      'A0 forward B0 B1 hold B2 forward',
      'Submitted 1, Forwarded 1, Submitted 2, Held 2, Forwarded 2',
    ],
    [
      'from what counts, while something else waits: nobody takes that as waiting any more',
      'A0 forward B0 hold A1 forward',
      'Submitted 1, Forwarded 1, Submitted 2, Held 2, Submitted 3, Forwarded 3',
    ],
    [
      'from what counts, after something else was taken back',
      'A0 forward B0 withdraw A1 A2 forward',
      'Submitted 1, Forwarded 1, Submitted 2, Withdrawn 2, Submitted 3, Forwarded 3',
    ],
    [
      'from a supplement, which stays one',
      'A1 forward B0! B1 forward',
      'Submitted 1, Forwarded 1, Submitted 2, Forwarded 2',
    ],
    [
      'around a question',
      'A0 forward query A1 forward answer forward query answer',
      'Submitted 1, Forwarded 1, Queried 1, QueryAnswered 1, Queried 1, QueryAnswered 1',
    ],
    ['for a silent contact point', 'A0 A1 silence silence', 'Submitted 1, Forwarded 1'],
    [
      'for a silent contact point that held one of them',
      'A0 hold A1 A2 silence silence silence',
      'Submitted 1, Held 1',
    ],
    [
      'for a silent contact point that held what went before',
      'A0 hold C1 C2 silence silence',
      'Submitted 1, Held 1, Submitted 2, Forwarded 2',
    ],
  ])('leave every event unchanged %s', async (_when, history, expected) => {
    const actions = history.split(' ');
    const without = await new Day(false).eventsOf(actions);
    expect(summary(without)).toBe(expected);
    expect(await new Day(true).eventsOf(actions)).toEqual(without);
  });

  const report = fc
    .tuple(fc.constantFrom('A', 'A', 'B', 'C'), fc.nat(3), fc.constantFrom('', '', '!'))
    // A supplement leaves out nothing of what was forwarded.
    .map(([visible, withheld, change]) => `${visible}${change ? 3 : withheld}${change}`);
  const move = fc.constantFrom(
    ...['forward', 'forward', 'hold', 'return', 'withdraw', 'query', 'answer', 'silence', 'silence'],
  );
  const histories = fc.array(fc.oneof(report, move), { minLength: 6, maxLength: 12, size: 'max' });

  it('leave every event unchanged in random histories', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (actions) => {
        const without = await new Day(false).eventsOf(actions);
        expect(await new Day(true).eventsOf(actions)).toEqual(without);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 240_000);
});
