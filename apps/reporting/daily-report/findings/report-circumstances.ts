import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type ReportCircumstances } from './finding-check.js';
import { type KnownReferences } from './known-references.js';
import { HISTORY_LENGTH, unitHistory, type ReportFigures, type UnitHistory } from './unit-history.domain.js';

/** Reads what the checks of a report compare it with: what the unit reported before. */
@Injectable()
export class ReportCircumstancesReader {
  constructor(private readonly dataSource: DataSource) {}

  /** What is known around a report of this unit. */
  async of(plan: OperationPlan, unit: PlanUnit, content: DailyReportContent): Promise<ReportCircumstances> {
    const history = await this.history(plan.code, unit.id, content.operationDay);
    if ((content.followUps ?? []).length === 0) return { plan, unit, history };
    return { plan, unit, history, known: await this.known(plan.code, unit.id, content) };
  }

  /** Of the last days before this one that were forwarded with controls, the revisions that count. */
  private async history(operation: string, unit: string, day: string): Promise<UnitHistory> {
    const rows: ReportFigures[] = await this.dataSource.query(
      `select coalesce(jsonb_array_length(r.content -> 'lines'), 0) as lines,
         coalesce(r.content -> 'counters', '[]') as counters,
         jsonb_path_query_array(r.content, '$.lines[*].goods[*] ? (exists(@.chemical) && exists(@.net))') as goods
       from unit_day u
       join revision r using (operation, operation_day, unit)
       where u.operation = $1 and u.unit = $2 and u.operation_day < $3 and r.revision = u.newest_forwarded_revision
         and r.kind = 'report'
       order by u.operation_day desc limit $4`,
      [operation, unit, day, HISTORY_LENGTH],
    );
    return unitHistory(rows);
  }

  /** Lines of the days that the follow-ups name, and cases of all days, in the unit's newest revisions. */
  private async known(
    operation: string,
    unit: string,
    { operationDay, followUps = [] }: DailyReportContent,
  ): Promise<KnownReferences> {
    const days = followUps.flatMap(({ lineDay }) => lineDay ?? []);
    const rows: { day: string; lineIds: string[]; caseIds: string[] }[] = await this.dataSource.query(
      `select to_char(r.operation_day, 'YYYY-MM-DD') as day,
         case when r.operation_day = any ($4::date[])
           then jsonb_path_query_array(r.content, '$.lines[*].lineId') else '[]' end as "lineIds",
         jsonb_path_query_array(r.content, '$.cases[*].caseId') as "caseIds"
       from unit_day u
       join revision r using (operation, operation_day, unit)
       where u.operation = $1 and u.unit = $2 and u.operation_day <> $3 and r.revision = u.newest_revision`,
      [operation, unit, operationDay, days],
    );
    return {
      lineIds: new Map(rows.map(({ day, lineIds }) => [day, new Set(lineIds)])),
      caseIds: new Set(rows.flatMap(({ caseIds }) => caseIds)),
    };
  }
}
