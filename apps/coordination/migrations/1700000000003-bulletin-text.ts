import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { nominalValues } from '#libs/nominal/text/nominal-values.domain.js';
import { NominalValueRepository } from '../bulletin-text/nominal/nominal-value.repository.js';

const BATCH = 50;

interface KeptReport {
  readonly operation: string;
  readonly unit: string;
  readonly operation_day: string;
  readonly sequence: string;
  readonly lines: ControlLine[] | null;
}

/** Nominal values of the reports, and what the OCU decides about texts. Values of reports that are already kept are taken over. */
export class BulletinText1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Names, plates and numbers that must not stand in a bulletin: of all forwarded reports, each once.
      create table nominal_value (
        operation text not null,
        kind text not null,
        folded text not null,
        value text not null,
        -- Unit whose report held it first.
        unit text not null,
        primary key (operation, kind, folded)
      );

      -- Each decision is a row of its own: who decided what and when stays known.
      create table text_decision (
        operation text not null,
        text_id text not null,
        version integer not null check (version > 0),
        chosen boolean not null,
        en text,
        ru text,
        original_only boolean not null,
        substance text,
        released jsonb not null,
        decided_by text not null,
        decided_at timestamptz not null,
        primary key (operation, text_id, version)
      );
    `);
    await takeOver(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table text_decision, nominal_value');
  }
}

async function takeOver(runner: QueryRunner): Promise<void> {
  const values = new NominalValueRepository();
  let after: unknown[] = ['', '', '0001-01-01', 0];
  for (;;) {
    const reports = (await runner.query(
      `select operation, unit, to_char(operation_day, 'YYYY-MM-DD') as operation_day, sequence, content -> 'lines' as lines
       from daily_report_event
       where state = 'forwarded' and (operation, unit, operation_day, sequence) > ($1, $2, $3::date, $4::bigint)
       order by operation, unit, daily_report_event.operation_day, sequence limit ${BATCH}`,
      after,
    )) as KeptReport[];
    for (const report of reports) {
      await values.keep(runner.manager, report, nominalValues({ lines: report.lines ?? [] }));
    }
    const last = reports.at(-1);
    if (!last) return;
    after = [last.operation, last.unit, last.operation_day, last.sequence];
  }
}
