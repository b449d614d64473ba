import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Every event of a unit's report, follow-ups, signed national days, revised editions and extensions of the grace. */
export class Editions1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table daily_report_event drop constraint daily_report_event_state_check;
      alter table daily_report_event add constraint daily_report_event_state_check check (state in
        ('submitted', 'returned', 'held', 'withdrawn', 'forwarded', 'queried', 'query_answered'));
      alter table daily_report_event add column change text;

      -- What earlier versions did not tally, from the content that they kept.
      update daily_report_event set tally = tally || jsonb_build_object(
        'pending', (
          select count(*) from jsonb_array_elements(coalesce(content->'lines', '[]')) line
          where line->>'outcome' = 'pending'),
        'lines', (
          select coalesce(jsonb_agg(
            jsonb_build_array(line->'lineId', line->'outcome', line->'transportKind')
            || case when line->>'handling' <> 'routine' then jsonb_build_array(line->'handling') else '[]' end
            order by place), '[]')
          from jsonb_array_elements(coalesce(content->'lines', '[]')) with ordinality as lines(line, place)),
        'followUps', '[]'::jsonb)
      where state = 'forwarded';

      create table national_day (
        operation text not null,
        operation_day date not null,
        country text not null,
        signed_at timestamptz not null,
        capacity text not null,
        units jsonb not null,
        primary key (operation, operation_day, country)
      );

      alter table closing drop constraint closing_state_check;
      alter table closing add constraint closing_state_check check (state in ('sealing', 'closed', 'unchanged'));
      -- Why the attempt makes a revised edition; null while it closes the day for the first time.
      alter table closing add column revision_reason jsonb;
      -- What the texts of the bulletin lacked when the last seal had arrived.
      alter table closing add column texts_unfinished jsonb not null default '[]';

      -- The newest decision of a day counts; all are kept.
      create table grace_extension (
        id bigint generated always as identity primary key,
        operation text not null,
        operation_day date not null,
        minutes integer not null check (minutes >= 0),
        decided_at timestamptz not null,
        decided_by text not null
      );
      create index on grace_extension (operation, operation_day, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table grace_extension, national_day;
      alter table closing drop column texts_unfinished, drop column revision_reason;
      alter table closing drop constraint closing_state_check;
      alter table closing add constraint closing_state_check check (state in ('sealing', 'closed'));
      alter table daily_report_event drop column change;
      delete from daily_report_event where state not in ('submitted', 'returned', 'forwarded');
      alter table daily_report_event drop constraint daily_report_event_state_check;
      alter table daily_report_event add constraint daily_report_event_state_check check (state in
        ('submitted', 'returned', 'forwarded'));
    `);
  }
}
