import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aSubmission, PLAN } from '../../testing/a-submission.js';
import { REASONS, REPORTS, ReportBed } from '../../testing/report-bed.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await ReportBed.start();
});
afterAll(() => bed.stop());
beforeEach(async () => {
  await bed.empty();
  await bed.plan({ ...PLAN, forwardAfterHours: 6 });
});

/** Reports are sent at 14:00 UTC. */
const SIX_HOURS_LATER = '2017-09-05T20:00:00.000Z';

const run = (now: string) => bed.forwardSilently(now);
const state = async (revision = 1) => (await bed.read(`/revisions/${revision}`)).body['state'];

describe('a silent contact point', () => {
  it('has its hours, to the millisecond; then the report forwards itself', async () => {
    await bed.submit(aSubmission());
    await run('2017-09-05T19:59:59.999Z');
    expect(await state()).toBe('submitted');
    await run(SIX_HOURS_LATER);
    await run('2017-09-05T20:01:00.000Z');
    const { body } = await bed.read('');
    expect((body['stateChanges'] as unknown[]).slice(1)).toEqual([
      {
        ...{ revision: 1, fromState: 'submitted', toState: 'forwarded', action: 'forward' },
        ...{ party: 'system/silent-contact-point', channel: 'system' },
        ...{ at: SIX_HOURS_LATER, localAt: '2017-09-06T01:00:00+05:00' },
      },
    ]);
    expect((await bed.events('DailyReportForwarded')).map(({ data }) => data['onTime'])).toEqual([true]);
  });

  it('makes a report late as everybody else does', async () => {
    await bed.submit(aSubmission(), { at: '2017-09-05T23:00:00Z' });
    await run('2017-09-06T05:00:00.000Z');
    expect((await bed.events('DailyReportForwarded'))[0]?.data).toMatchObject({
      ...{ onTime: false, submittedAt: '2017-09-05T23:00:00.000Z' },
      forwardedAt: '2017-09-06T05:00:00.000Z',
    });
  });

  it('holds up no other unit where one report cannot be forwarded', async () => {
    const path = REPORTS.replace('UZ-CHU', 'UZ-ANG');
    const at = '2017-09-05T13:00:00Z';
    await bed.services.post(path, { party: 'pcu_officer:UZ-ANG/x', at, body: aSubmission() });
    await bed.query("update revision set content = 'null'");
    await bed.submit(aSubmission());
    await expect(run(SIX_HOURS_LATER)).rejects.toThrow('UZ-ANG 2017-09-05/1');
    expect(await state()).toBe('forwarded');
  });

  it('is none that holds, returned or was sent a newer revision, nor where the plan gives no hours', async () => {
    await bed.submit(aSubmission());
    await bed.move('hold', 1, { body: REASONS });
    await run('2017-09-07T00:00:00.000Z');
    expect(await state()).toBe('held');
    await bed.revise(1, {}, { at: '2017-09-05T19:00:00Z' });
    await run(SIX_HOURS_LATER);
    expect([await state(1), await state(2)]).toEqual(['superseded', 'submitted']);
    await bed.plan(PLAN);
    await run('2017-09-07T00:00:00.000Z');
    expect(await state(2)).toBe('submitted');
  });
});
