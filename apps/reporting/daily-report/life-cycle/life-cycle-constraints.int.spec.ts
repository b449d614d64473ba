import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { REPORT_KINDS, REVISION_CHANGES } from '#libs/contracts/vocabulary.js';
import { DailyReport1700000000001 } from '../../migrations/1700000000001-daily-report.js';
import { LifeCycle1700000000002 } from '../../migrations/1700000000002-life-cycle.js';
import { aSubmission } from '../../testing/a-submission.js';
import { ReportBed } from '../../testing/report-bed.js';
import { CAPACITIES, CHANNELS } from '../daily-report.records.js';
import {
  COUNTED_STATES,
  REVISION_STATES,
  TRANSITIONS,
  WAITING_STATES,
} from './daily-report-states.domain.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await ReportBed.start();
});
afterAll(() => bed.stop());
beforeEach(() => bed.empty());

const texts = (definition: string) =>
  [...definition.matchAll(/'([^']*)'::text/g)].map(([, text]) => text ?? '').sort();
const constraint = async (name: string) => {
  const rows = await bed.query<{ definition: string }>(
    `select pg_get_constraintdef(oid) as definition from pg_constraint
     where conname = $1 and connamespace = 'reporting'::regnamespace`,
    [name],
  );
  return texts(rows[0]?.definition ?? '');
};
const index = async (name: string) => {
  const rows = await bed.query<{ definition: string }>(
    `select indexdef as definition from pg_indexes where schemaname = 'reporting' and indexname = $1`,
    [name],
  );
  expect(rows[0]?.definition).toContain('UNIQUE');
  return texts(rows[0]?.definition ?? '');
};

describe('the constraints of the database', () => {
  it('are those of the table of transitions', async () => {
    expect(await constraint('revision_state_check')).toEqual([...REVISION_STATES].sort());
    expect(await index('revision_counted')).toEqual([...COUNTED_STATES].sort());
    expect(await index('revision_waiting')).toEqual([...WAITING_STATES].sort());
    const steps = TRANSITIONS.map(({ from, action, to }) => `${from ?? ''} ${action} ${to}`);
    // The definition also holds the parts that join the three.
    expect((await constraint('state_change_step_check')).filter((text) => text.trim().includes(' '))).toEqual(
      [...new Set(steps)].sort(),
    );
  });

  it('are those of the vocabulary', async () => {
    expect(await constraint('revision_kind_check')).toEqual([...REPORT_KINDS].sort());
    expect(await constraint('revision_change_check')).toEqual([...REVISION_CHANGES].sort());
    expect(await constraint('state_change_channel_check')).toEqual([...CHANNELS].sort());
    expect(await constraint('state_change_capacity_check')).toEqual([...CAPACITIES].sort());
  });

  it('hold against what no step leads to', async () => {
    await bed.submit(aSubmission());
    await bed.move('forward', 1);
    await bed.revise(1);
    await expect(bed.query(`update revision set state = 'submitted' where revision = 1`)).rejects.toThrow();
    await expect(
      bed.query(`update revision set state = 'forwarded', forwarded_at = now() where revision = 2`),
    ).rejects.toThrow(/revision_counted/);
    await expect(bed.query(`update state_change set from_state = 'returned'`)).rejects.toThrow(
      /state_change_step_check/,
    );
  });
});

describe('a database of before', () => {
  it('keeps its reports, and what was forwarded of them', async () => {
    await bed.submit(aSubmission());
    await bed.move('forward', 1);
    const forwarded = (await bed.events('DailyReportForwarded'))[0]?.data;
    const runner = bed.services.dataSource('reporting').createQueryRunner();
    await runner.query('create schema before');
    try {
      await runner.query('set search_path to before');
      await new DailyReport1700000000001().up(runner);
      await runner.query('create table event as select * from reporting.event');
      await runner.query(`
        insert into unit_day values ('tiny', 'UZ-CHU', '2017-09-05', 2, 2, now(), true);
        insert into revision (operation, unit, operation_day, revision, kind, state, submission_id, content_hash,
          content, findings, submitted_at, submitted_by, forwarded_at)
        select 'tiny', 'UZ-CHU', '2017-09-05', number, 'report', 'forwarded', gen_random_uuid(), 'x', '{}', '[]',
          now(), 'x', now() from generate_series(1, 2) as number;
        insert into state_change (operation, unit, operation_day, revision, to_state, action, at, party)
        values ('tiny', 'UZ-CHU', '2017-09-05', 1, 'submitted', 'submit', '2017-09-05T14:00:00Z', 'x');
      `);
      await new LifeCycle1700000000002().up(runner);
      const rows = (await runner.query(
        'select state, told_as, forwarded from revision order by revision',
      )) as object[];
      expect(rows).toEqual([
        {
          ...{ state: 'corrected', told_as: 1 },
          forwarded: { content: forwarded?.['content'], findings: forwarded?.['findings'] },
        },
        { state: 'forwarded', told_as: 2, forwarded: null },
      ]);
      expect(await runner.query('select local_at, channel from state_change')).toEqual([
        { local_at: '2017-09-05T14:00:00+00:00', channel: 'api' },
      ]);
      await new LifeCycle1700000000002().down(runner);
      expect(await runner.query('select distinct state from revision')).toEqual([{ state: 'forwarded' }]);
    } finally {
      await runner.query('set search_path to reporting');
      await runner.query('drop schema before cascade');
      await runner.release();
    }
  });
});
