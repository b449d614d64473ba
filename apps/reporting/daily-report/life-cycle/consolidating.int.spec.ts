import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type OperationDayClosed } from '#libs/contracts/operation-day/operation-day-events.dto.js';
import { type EarlierDayChange } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { messageFixtures } from '#libs/contracts/testing/fixtures.js';
import { EVENTS } from '#libs/contracts/topics.js';
import { eventually } from '../../../../test/support/probe.js';
import { aLine, aSubmission } from '../../testing/a-submission.js';
import { ANALYST, DAY, IN_TIME, REASONS, ReportBed } from '../../testing/report-bed.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await ReportBed.start();
});
afterAll(() => bed.stop());
beforeEach(() => bed.empty());

const example = messageFixtures().find(({ name }) => name === 'v1/OperationDayClosed/full');
const CLOSED = example?.data as OperationDayClosed;

/** Publishes a closed day that counts this revision of UZ-CHU, and waits until reporting has taken it in. */
async function close(day: string, { revision, earlier }: { revision?: number; earlier?: number }) {
  const [coverage] = CLOSED.snapshot.coverage;
  const [change] = CLOSED.snapshot.earlierDayChanges;
  const ofUnit = { unit: 'UZ-CHU', country: 'UZ' };
  const changes = [{ ...change, ...ofUnit, operationDay: DAY, revision: earlier ?? 0 } as EarlierDayChange];
  const snapshot = {
    ...CLOSED.snapshot,
    operationDay: day,
    coverage: [{ ...coverage!, ...ofUnit, state: 'on_time' as const, ...(revision && { revision }) }],
    earlierDayChanges: earlier === undefined ? [] : changes,
  };
  const met = async () => (await bed.query('select 1 from inbox')).length;
  const before = await met();
  await bed.services.publish('coordination', {
    definition: EVENTS.operationDayClosed,
    key: 'tiny',
    data: { ...CLOSED, operation: 'tiny', operationDay: day, snapshot },
    occurredAt: snapshot.closedAt,
  });
  await eventually(async () => (await met()) > before, { describe: `the closed ${day} to be taken in` });
}

const states = async () =>
  ((await bed.read('')).body['revisions'] as { state: string }[]).map(({ state }) => state);
const forwarded = async (revision: number) => expect((await bed.move('forward', revision)).status).toBe(200);
const ask = (questions: object) => bed.move('query', 1, { party: ANALYST, body: { questions } });

describe('a closed day', () => {
  it('consolidates the revision that it counts, once, and tells nobody', async () => {
    await bed.submit(aSubmission());
    await forwarded(1);
    await close(DAY, { revision: 1 });
    expect(await states()).toEqual(['consolidated']);
    const events = (await bed.events()).length;
    await close(DAY, { revision: 1 });
    const { body } = await bed.read('');
    expect((body['stateChanges'] as unknown[]).slice(2)).toEqual([
      {
        ...{ revision: 1, fromState: 'forwarded', toState: 'consolidated', action: 'consolidate' },
        ...{ party: 'system/operation-day-closed', channel: 'system' },
        ...{ at: CLOSED.snapshot.closedAt, localAt: '2017-09-06T11:00:00+05:00' },
      },
    ]);
    expect(await bed.events()).toHaveLength(events);
  });

  it('leaves alone what it does not count, and what was corrected meanwhile', async () => {
    await bed.submit(aSubmission());
    await forwarded(1);
    await bed.revise(1);
    await close(DAY, {});
    expect(await states()).toEqual(['forwarded', 'submitted']);
    await forwarded(2);
    await close(DAY, { revision: 1 });
    expect(await states()).toEqual(['corrected', 'forwarded']);
  });

  it('consolidates the revision of an earlier day that it is the first to count', async () => {
    await bed.submit(aSubmission());
    await forwarded(1);
    await close('2017-09-06', { earlier: 1 });
    expect(await states()).toEqual(['consolidated']);
    await bed.revise(1);
    await forwarded(2);
    await close('2017-09-07', { earlier: 2 });
    expect(await states()).toEqual(['corrected', 'consolidated']);
  });

  it('knows a revision that nobody was told of by the one before', async () => {
    const line = aLine();
    await bed.submit(aSubmission({ lines: [line] }));
    await forwarded(1);
    await bed.revise(1, { lines: [line, aLine({ lineId: 'l2', number: 'S', handling: 'withheld' })] });
    await forwarded(2);
    await close(DAY, { revision: 1 });
    expect(await states()).toEqual(['corrected', 'consolidated']);
  });

  it('counts at once a revision that nobody is told of after it was closed', async () => {
    const line = aLine();
    await bed.submit(aSubmission({ lines: [line] }));
    await forwarded(1);
    await close(DAY, { revision: 1 });
    const events = (await bed.events()).length;
    await bed.revise(1, { lines: [line, aLine({ lineId: 'l2', number: 'S', handling: 'withheld' })] });
    await forwarded(2);
    const { body } = await bed.read('');
    expect(await states()).toEqual(['corrected', 'consolidated']);
    expect((body['stateChanges'] as unknown[]).at(-1)).toEqual({
      ...{ revision: 2, fromState: 'forwarded', toState: 'consolidated', action: 'consolidate' },
      ...{ party: 'system/forwarded-silently', channel: 'system' },
      ...{ at: IN_TIME, localAt: '2017-09-05T19:00:00+05:00' },
    });
    expect(await bed.events()).toHaveLength(events);
  });

  it('does not settle a question: answered, the revision is consolidated', async () => {
    await bed.submit(aSubmission());
    await forwarded(1);
    await ask(REASONS.reasons);
    await close(DAY, { revision: 1 });
    expect(await states()).toEqual(['queried']);
    const answer = { text: 'Yes.', language: 'en' };
    expect((await bed.move('answer', 1, { body: answer })).body['state']).toBe('consolidated');
    await ask([{ text: 'Sure?', language: 'en' }]);
    expect((await bed.move('answer', 1, { body: answer })).body['state']).toBe('consolidated');
    expect(await states()).toEqual(['consolidated']);
  });
});
