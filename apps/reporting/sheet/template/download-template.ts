import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { isCalendarDay } from '#libs/contracts/shapes.js';
import { REGIMES } from '#libs/contracts/vocabulary.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { REFERENCE_DATA } from '#libs/service-host/runtime-providers.js';
import { WORKBOOK_LIMITS } from '#libs/spreadsheet/read-workbook.js';
import { ProblemError } from '#libs/web/problem.js';
import { FindUnit } from '../../operation-plan/find-unit.js';
import { type FilledTables } from '../cells/cell.js';
import { fillReport } from '../cells/fill-report.js';
import { sheetContext } from '../cells/sheet-context.js';
import { TABLES } from '../columns/tables.js';
import { wordLists } from '../columns/word-lists.js';
import { NewestReport } from '../newest-report.js';
import { buildTemplate } from './build-template.js';
import { TABLE_ROWS } from './sheet-layout.js';
import { type SheetLanguage } from './template-identity.js';

/** Hands out the workbook of a unit and day, filled with what stands of that day. */
@Injectable()
export class DownloadTemplate {
  constructor(
    private readonly findUnit: FindUnit,
    private readonly newestReport: NewestReport,
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
  ) {}

  /**
   * @param language in which it was asked for; the workbook itself has both
   * @throws ProblemError 404 for an unknown operation, unit or day, 422 `sheet-too-long`
   */
  async run(operation: string, unitId: string, day: string, language: SheetLanguage): Promise<Buffer> {
    const { plan, unit } = await this.findUnit.run(operation, unitId);
    if (!isCalendarDay(day)) throw new ProblemError(404, 'report-unknown', { unit: unitId, day });
    const newest = await this.newestReport.find({ operation, unit: unitId, operationDay: day });
    const basedOn = newest && { basedOn: newest.revision };
    const identity = { operation, unit: unitId, day, language, reportId: randomUUID(), ...basedOn };
    const lists = wordLists(plan, this.reference);
    const content = newest?.content ?? { operationDay: day, kind: 'report' as const };
    const filled = fillReport(withCounters(content, unit), sheetContext(plan, unit, identity, lists));
    requireRoom(filled);
    return buildTemplate({ identity, plan, unit, lists, filled });
  }
}

/** A row for each kind and regime of the unit, after those that were declared: the officer fills in figures alone. */
function withCounters(
  content: Partial<DailyReportContent>,
  { transportKinds }: PlanUnit,
): Partial<DailyReportContent> {
  const declared = content.counters ?? [];
  const all = transportKinds.flatMap((transportKind) => REGIMES.map((regime) => ({ transportKind, regime })));
  const open = all.filter(
    ({ transportKind, regime }) =>
      !declared.some((entry) => entry.transportKind === transportKind && entry.regime === regime),
  );
  return { ...content, counters: [...declared, ...(open as typeof declared)] };
}

function requireRoom(filled: FilledTables): void {
  for (const { name, rows: room } of Object.values(TABLES)) {
    const rows = filled[name] ?? [];
    const last = rows.at(-1)?.row ?? 0;
    const isTooLong =
      (name !== 'header' && last >= TABLE_ROWS[name].first + room) ||
      rows.some(({ cells }) =>
        [...cells.values()].some(({ text }) => text.length > WORKBOOK_LIMITS.cellLength),
      );
    if (isTooLong) throw new ProblemError(422, 'sheet-too-long');
  }
}
