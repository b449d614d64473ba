import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EVENTS } from '#libs/contracts/topics.js';
import { PostgresEventLog } from '#libs/messaging/event-log/postgres-event-log.js';
import { eventually } from '../../../test/support/probe.js';
import { startTestBed, type TestBed } from '../../../test/support/service-under-test.js';
import { reportingService } from '../index.js';
import { aSubmission, PLAN } from '../testing/a-submission.js';

const AT = '2017-09-06T06:00:00.000Z';
const REPORTS = '/api/reporting/operations/tiny/units/UZ-CHU/daily-reports';

let bed: TestBed;
beforeEach(async () => {
  bed = await startTestBed({ run: [reportingService], logs: ['coordination'] });
});
afterEach(() => bed.stop());

const publishPlan = (version: number, plan = PLAN) =>
  bed.publish('coordination', {
    definition: EVENTS.operationPlanPublished,
    key: 'tiny',
    data: { operation: 'tiny', version, planHash: 'a'.repeat(64), plan },
    occurredAt: AT,
  });
const askForSeals = (attempt: number) =>
  bed.publish('coordination', {
    definition: EVENTS.operationDayClosingRequested,
    key: 'tiny',
    data: { operation: 'tiny', operationDay: '2017-09-05', attempt, requestedAt: AT },
    occurredAt: AT,
  });
const submit = () =>
  bed.post(REPORTS, { party: 'pcu_officer:UZ-CHU/x', at: '2017-09-05T14:00:00Z', body: aSubmission() });
const planArrived = (version: number) =>
  eventually(
    async () =>
      (await bed.query('reporting', 'select 1 from operation_plan where version = $1', [version])).length,
    { describe: `version ${version} of the plan` },
  );
const seals = (count: number) =>
  eventually(
    async () => {
      const found = await bed.events('reporting', 'OperationDaySealed');
      return found.length >= count ? found : undefined;
    },
    { describe: `${count} seals` },
  );

describe('the seals of a closing attempt', () => {
  it('are one for every unit of the plan, on its own key, with the sequence before', async () => {
    await publishPlan(1);
    await planArrived(1);
    await submit();
    await askForSeals(1);
    expect(
      (await seals(3)).map(({ key, sequence, data }) => [key, sequence, data['unit'], data['lastSequence']]),
    ).toEqual([
      ['tiny|AF-KBL', 1, 'AF-KBL', 0],
      ['tiny|UZ-ANG', 1, 'UZ-ANG', 0],
      ['tiny|UZ-CHU', 2, 'UZ-CHU', 1],
    ]);
    await askForSeals(2);
    const again = (await seals(6)).slice(3);
    expect(again.map(({ data }) => [data['attempt'], data['lastSequence'], data['sealedAt']])).toEqual([
      [2, 1, AT],
      [2, 1, AT],
      [2, 2, AT],
    ]);
  });

  it('stand behind every command of the unit that is still being committed', async () => {
    await publishPlan(1);
    await planArrived(1);
    const log = new PostgresEventLog();
    const runner = bed.dataSource('reporting').createQueryRunner();
    await runner.startTransaction();
    try {
      // A command that holds the unit's key and has not committed.
      await log.append(runner.manager, {
        definition: EVENTS.dailyReportReturned,
        key: 'tiny|UZ-CHU',
        data: {
          operation: 'tiny',
          unit: 'UZ-CHU',
          operationDay: '2017-09-05',
          revision: 1,
          kind: 'report',
          returnedAt: AT,
        },
        occurredAt: AT,
      });
      await askForSeals(1);
      const waiting = `select 1 from pg_stat_activity where application_name = 'caravanserai-reporting'
        and wait_event_type = 'Lock' and query like '%event_key%'`;
      await eventually(async () => (await bed.query('reporting', waiting)).length > 0, {
        describe: 'the seal to wait for the command',
      });
      expect(await bed.events('reporting', 'OperationDaySealed')).toEqual([]);
      await runner.commitTransaction();
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
    const ofUnit = (await seals(3)).find(({ key }) => key === 'tiny|UZ-CHU');
    expect([ofUnit?.sequence, ofUnit?.data['lastSequence']]).toEqual([2, 1]);
  });
});

describe('the plan that reporting knows', () => {
  it('is the newest version, in whatever order versions arrive', async () => {
    expect((await bed.get('/api/reporting/health/ready', { party: 'x' })).status).toBe(503);
    await publishPlan(2, { ...PLAN, graceMinutes: 2 });
    await publishPlan(3, { ...PLAN, lastDay: '2017-09-30' });
    await publishPlan(1);
    // The answer to what comes last on this log: the old version was met by then.
    await askForSeals(1);
    await seals(3);
    const rows = await bed.query<{ version: number; plan: typeof PLAN }>(
      'reporting',
      'select version::int, plan from operation_plan',
    );
    expect(rows.map(({ version, plan }) => [version, plan.lastDay])).toEqual([[3, '2017-09-30']]);
    expect((await bed.get('/api/reporting/health/ready', { party: 'x' })).status).toBe(200);
  });
});
