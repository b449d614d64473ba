import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Answers to findings and their closing; and which revisions hold withheld records, so that they are found at once. */
export class FindingAnswer1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What was said about a finding, by whom and when; rows are only ever added. A finding is known by its code and by
      -- the record and field that it is about, so that what was said stays with it over revisions.
      create table finding_entry (
        id bigint generated always as identity primary key,
        operation text not null,
        unit text not null,
        operation_day date not null,
        finding_id text not null,
        code text not null,
        subject text not null,
        -- SHA-256 of the value that the finding was about: another value is another matter.
        value_hash text not null,
        kind text not null check (kind in ('answer', 'confirmation', 'closing')),
        text text,
        language text,
        at timestamptz not null,
        party text not null,
        foreign key (operation, operation_day, unit) references unit_day,
        check ((kind = 'confirmation') = (text is null) and (text is null) = (language is null))
      );
      create index finding_entry_unit_day on finding_entry (operation, operation_day, unit, id);

      alter table revision add column withholds boolean not null
        generated always as (jsonb_path_exists(content, '$.*[*].handling ? (@ == "withheld")')) stored;
      create index revision_withholding on revision (operation, unit) where withholds;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table finding_entry');
    await runner.query('alter table revision drop column withholds');
  }
}
