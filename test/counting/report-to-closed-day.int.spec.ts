import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { coordinationService } from '../../apps/coordination/index.js';
import { aLine, aSubmission, PLAN } from '../../apps/reporting/testing/a-submission.js';
import { reportingService } from '../../apps/reporting/index.js';
import { eventually } from '../support/probe.js';
import { startTestBed, type TestBed } from '../support/service-under-test.js';

const HEAD = 'ocu_head/akhmetov';

let bed: TestBed;
beforeAll(async () => {
  bed = await startTestBed({ run: [coordinationService, reportingService], plans: [PLAN] });
  await eventually(
    async () => (await bed.get('/api/reporting/health/ready', { party: HEAD })).status === 200,
    {
      describe: 'reporting to know the plan',
    },
  );
});
afterAll(() => bed.stop());

const reports = (unit: string) => `/api/reporting/operations/tiny/units/${unit}/daily-reports`;

async function send(unit: string, at: string, body: object) {
  const { status } = await bed.post(reports(unit), { party: `pcu_officer:${unit}/x`, at, body });
  expect(status).toBe(201);
}

async function forward(unit: string, at: string, day: string, revision = 1) {
  const party = `contact_point:${unit.slice(0, 2)}/y`;
  const { status } = await bed.post(`${reports(unit)}/${day}/revisions/${revision}/forward`, { party, at });
  expect(status).toBe(200);
}

async function closed(day: string, at: string) {
  const path = `/api/coordination/operations/tiny/days/${day}/closing`;
  expect((await bed.post(path, { party: HEAD, at })).status).toBe(202);
  return eventually(
    async () => {
      const { body } = await bed.get(path, { party: HEAD });
      return body['state'] === 'closed' ? body : undefined;
    },
    { describe: `${day} to be closed` },
  );
}

describe('from the report of a unit to the closed day', () => {
  it('arrives with the right figures, and a correction shows on the day after', async () => {
    const secret = aLine({ lineId: 'l2', number: 'SECR0000001', handling: 'withheld' });
    await send(
      'UZ-CHU',
      '2017-09-05T14:00:00Z',
      aSubmission({ lines: [aLine({ act: 'examination' }), secret] }),
    );
    await forward('UZ-CHU', '2017-09-06T04:00:00Z', '2017-09-05');
    await send(
      'AF-KBL',
      '2017-09-05T19:45:00Z',
      aSubmission({ operationDay: '2017-09-06', lines: [aLine()] }),
    );
    await send('AF-KBL', '2017-09-05T19:45:00Z', aSubmission({ lines: [aLine(), aLine({ lineId: 'l2' })] }));
    await forward('AF-KBL', '2017-09-06T04:00:01Z', '2017-09-05');
    await send('UZ-ANG', '2017-09-05T14:00:00Z', aSubmission());

    const first = await closed('2017-09-05', '2017-09-06T06:00:00Z');
    expect(first).toMatchObject({ number: 1, revision: 0 });

    const again = { basedOn: 1, reason: 'recount', lines: [aLine()] } as const;
    await send('AF-KBL', '2017-09-06T14:00:00Z', aSubmission({ ...again, lines: [aLine()] }));
    await forward('AF-KBL', '2017-09-06T15:00:00Z', '2017-09-05', 2);
    await forward('AF-KBL', '2017-09-06T15:00:00Z', '2017-09-06');
    await closed('2017-09-06', '2017-09-07T06:00:00Z');

    const events = await bed.events('coordination', 'OperationDayClosed');
    const [day5, day6] = events.map(({ data }) => data['snapshot'] as object);
    for (const { data } of events)
      expect(data['snapshotHash']).toBe(sha256Hex(canonicalJson(data['snapshot'])));
    expect(first['snapshotHash']).toBe(events[0]?.data['snapshotHash']);
    expect(day5).toMatchObject({
      day: { controls: 3, examinations: 1, transportUnits: 1 },
      coverage: [
        { unit: 'AF-KBL', state: 'late' },
        { unit: 'UZ-ANG', state: 'with_contact_point' },
        { unit: 'UZ-CHU', state: 'on_time' },
      ],
      chemicals: [
        { chemical: 'acetone', controlled: true, dayQuantity: [{ unit: 'kg', amount: '60189.3' }] },
      ],
      basisCount: 2,
    });
    expect(day6).toMatchObject({
      number: 2,
      previousSnapshotHash: first['snapshotHash'],
      sum: {
        previous: { controls: 3 },
        day: { controls: 1 },
        reportedLater: { controls: 0 },
        corrections: { controls: -1 },
        cumulative: { controls: 3 },
      },
      earlierDayChanges: [{ kind: 'correction', unit: 'AF-KBL', revision: 2, reason: 'recount' }],
    });
    expect(JSON.stringify(events)).not.toContain('SECR0000001');
    expect(
      await bed.query(
        'coordination',
        'select 1 from dead_letter union all select 1 from reporting.dead_letter',
      ),
    ).toEqual([]);
  });
});
