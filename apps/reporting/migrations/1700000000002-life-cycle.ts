import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The whole life cycle: all states and steps, what left the country of each revision, when a closed day took it in, from
 * where each change came; and what a submission's bytes are, for reports come in as JSON and as sheets.
 */
export class LifeCycle1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table submission add column raw_media_type text not null default 'application/json';
      alter table submission alter column raw_media_type drop default;

      alter table revision
        add column change text check (change in ('correction', 'supplement')),
        add column told_as integer check (told_as > 0),
        add column forwarded jsonb,
        add column consolidated_at timestamptz,
        drop constraint revision_kind_check,
        add constraint revision_kind_check check (kind in ('report', 'nil', 'void', 'follow_up')),
        drop constraint revision_state_check;
    `);
    await fillRevisions(runner);
    await constrainRevisions(runner);
    await extendStateChanges(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table state_change drop constraint state_change_step_check, drop column local_at, drop column channel,
        drop column capacity;
      drop index revision_counted, revision_waiting;
      alter table revision drop constraint revision_state_check, drop constraint revision_forwarded_check,
        drop constraint revision_consolidated_check, drop column change, drop column told_as, drop column forwarded,
        drop column consolidated_at;
      update revision set state = 'forwarded' where state in ('queried', 'consolidated', 'corrected');
      update revision set state = 'returned' where state in ('held', 'withdrawn');
      alter table revision add constraint revision_state_check
        check (state in ('submitted', 'superseded', 'returned', 'forwarded'));
      alter table submission drop column raw_media_type;
    `);
  }
}

/** What was forwarded so far stands in the log, under the number of the revision. */
async function fillRevisions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    update revision set told_as = revision,
      change = case when based_on is not null then 'correction' end;
    update revision r set state = 'corrected' from unit_day u
      where u.operation = r.operation and u.operation_day = r.operation_day and u.unit = r.unit
        and r.state = 'forwarded' and r.revision <> u.newest_forwarded_revision;
  `);
  // The tables of the log are made after this in a new database.
  if (!(await runner.hasTable('event'))) return;
  await runner.query(`
    update revision r set forwarded = jsonb_build_object('content', e.data -> 'content', 'findings', e.data -> 'findings')
      from (select key, convert_from(value, 'UTF8')::jsonb as data from event
            where type = 'org.caravanserai.reporting.DailyReportForwarded.v1') as e
      where e.key = r.operation || '|' || r.unit and (e.data ->> 'operationDay')::date = r.operation_day
        and (e.data ->> 'revision')::integer = r.revision
  `);
}

async function constrainRevisions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    alter table revision
      add constraint revision_state_check check (state in ('submitted', 'superseded', 'returned', 'held', 'withdrawn',
        'forwarded', 'queried', 'consolidated', 'corrected')),
      add constraint revision_forwarded_check check (
        (state in ('forwarded', 'queried', 'consolidated', 'corrected')) = (forwarded_at is not null)
        and (forwarded_at is null or told_as is not null)),
      add constraint revision_consolidated_check check (
        case state when 'consolidated' then consolidated_at is not null
          when 'queried' then true when 'corrected' then true else consolidated_at is null end);

    -- One revision of a unit-day counts, and one waits for the contact point, at most.
    create unique index revision_counted on revision (operation, operation_day, unit)
      where state in ('forwarded', 'queried', 'consolidated');
    create unique index revision_waiting on revision (operation, operation_day, unit)
      where state in ('submitted', 'held');
  `);
}

async function extendStateChanges(runner: QueryRunner): Promise<void> {
  await runner.query(`
    alter table state_change
      add column local_at text,
      add column channel text not null default 'api' check (channel in ('api', 'sheet', 'system')),
      add column capacity text check (capacity in ('contact_point', 'deputy'));
    update state_change set local_at = to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') || '+00:00';
    alter table state_change
      alter column local_at set not null,
      alter column channel drop default,
      add constraint state_change_step_check check (coalesce(from_state, '') || ' ' || action || ' ' || to_state in (
        ' submit submitted',
        'submitted supersede superseded',
        'held supersede superseded',
        'submitted return returned',
        'held return returned',
        'submitted hold held',
        'submitted withdraw withdrawn',
        'held withdraw withdrawn',
        'returned withdraw withdrawn',
        'submitted forward forwarded',
        'held forward forwarded',
        'forwarded query queried',
        'consolidated query queried',
        'queried answer forwarded',
        'queried answer consolidated',
        'forwarded correct corrected',
        'queried correct corrected',
        'consolidated correct corrected',
        'forwarded consolidate consolidated',
        'queried consolidate queried'));
  `);
}
