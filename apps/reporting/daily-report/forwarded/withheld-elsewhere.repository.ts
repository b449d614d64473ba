import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type RevisionKey, type UnitDayKey } from '../daily-report.records.js';
import { DailyReportRepository } from '../daily-report.repository.js';
import { isWithheld, type WithheldElsewhere } from './withheld-records.domain.js';

interface WithholdingRevision {
  readonly isOfUnit: boolean;
  readonly day: string;
  readonly lines: readonly ControlLine[];
  readonly caseIds: readonly string[];
}

/** Withheld records of other days and units of a country, which its reports could refer to. */
@Injectable()
export class WithheldElsewhereRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reports: DailyReportRepository,
  ) {}

  /** What is withheld in the newest or the newest forwarded revision of every other unit-day of the country. */
  async of(key: UnitDayKey, manager: EntityManager = this.dataSource.manager): Promise<WithheldElsewhere> {
    const rows: RevisionKey[] = await manager.query(
      `select r.operation, r.unit, to_char(r.operation_day, 'YYYY-MM-DD') as "operationDay", r.revision
       from revision r
       join unit_day u using (operation, operation_day, unit)
       where r.withholds and r.operation = $1 and left(r.unit, 3) = left($2, 3)
         and r.revision in (u.newest_revision, u.newest_forwarded_revision)
         and (r.unit, r.operation_day) <> ($2, $3::date)
       order by r.operation_day, r.unit, r.revision`,
      [key.operation, key.unit, key.operationDay],
    );
    const withholding = await this.withholding(manager, key, rows);
    const ofUnit = withholding.filter(({ isOfUnit }) => isOfUnit);
    const lineIds = new Map<string, Set<string>>();
    for (const { day, lines } of ofUnit) {
      const known = lineIds.get(day) ?? new Set();
      for (const { lineId } of lines) known.add(lineId);
      lineIds.set(day, known);
    }
    return {
      lines: withholding.flatMap(({ lines }) => lines),
      lineIds,
      caseIds: new Set(ofUnit.flatMap(({ caseIds }) => caseIds)),
    };
  }

  private async withholding(
    manager: EntityManager,
    { unit }: UnitDayKey,
    keys: readonly RevisionKey[],
  ): Promise<WithholdingRevision[]> {
    const records = await this.reports.contentsOf(manager, keys);
    return records.map(({ unit: of, operationDay: day, content: { lines = [], cases = [] } }) => ({
      isOfUnit: of === unit,
      day,
      lines: lines.filter(isWithheld),
      caseIds: cases.filter(isWithheld).map(({ caseId }) => caseId),
    }));
  }
}
