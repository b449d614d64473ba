import { Inject, Injectable } from '@nestjs/common';
import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { REFERENCE_DATA } from '#libs/service-host/runtime-providers.js';
import { readWorkbook, WorkbookRefusedError, type Workbook } from '#libs/spreadsheet/read-workbook.js';
import { ProblemError } from '#libs/web/problem.js';
import { FindUnit } from '../../operation-plan/find-unit.js';
import { type FilledTables } from '../cells/cell.js';
import { readReport, type ReportReading } from '../cells/read-report.js';
import { sheetContext } from '../cells/sheet-context.js';
import { wordLists } from '../columns/word-lists.js';
import { type WordLists } from '../columns/word-list.js';
import { sheetCellOf, titleOf } from '../template/sheet-layout.js';
import { type TemplateIdentity } from '../template/template-identity.js';
import { CellRefusal } from './cell-refusal.js';
import { errorValues, filledTables } from './filled-tables.js';
import { formProblems } from './form-problems.js';
import { identityOf, requireFor } from './open-template.js';
import { type FileReport } from './submit-reading.js';

/** The template has seven sheets, two of them hidden. */
const SHEETS = 7;

/** A workbook whose form is right, and the report that its cells say. */
export interface OpenedSheet extends FileReport {
  readonly identity: TemplateIdentity;
  readonly plan: OperationPlan;
  readonly unit: PlanUnit;
  readonly lists: WordLists;
  readonly filled: FilledTables;
}

/** Opens the workbook of an operation and unit. Everything it holds is taken as values, within bounds. */
@Injectable()
export class OpenSheet {
  constructor(
    private readonly findUnit: FindUnit,
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
  ) {}

  /** @throws ProblemError 404 for an unknown operation or unit, 422 for a file that is no filled template of theirs */
  async run(operation: string, unitId: string, file: Buffer): Promise<OpenedSheet> {
    const { plan, unit } = await this.findUnit.run(operation, unitId);
    const workbook = await workbookOf(file);
    const identity = identityOf(workbook);
    requireFor(identity, operation, unitId);
    requireForm(workbook);
    const lists = wordLists(plan, this.reference);
    const filled = filledTables(workbook);
    const reading = ofItsDay(readReport(filled, sheetContext(plan, unit, identity, lists)), identity);
    const { basedOn } = identity;
    const report = { ...reading.report, ...(basedOn !== undefined && { basedOn }) };
    return { ...{ identity, plan, unit, lists, filled, reading, report }, cellOf: titledCellOf };
  }
}

const titledCellOf: FileReport['cellOf'] = (place) => {
  const { sheet, cell } = sheetCellOf(place);
  return { sheet: titleOf(sheet), cell };
};

async function workbookOf(file: Buffer): Promise<Workbook> {
  try {
    return await readWorkbook(file, { limits: { sheets: SHEETS } });
  } catch (error) {
    if (!(error instanceof WorkbookRefusedError)) throw error;
    const { code, sheet, detail } = error;
    // Without a sheet the detail is the name of a part inside the file, which tells its sender nothing.
    const place = sheet === undefined || detail === undefined ? {} : { sheet, cell: detail };
    throw new ProblemError(422, 'sheet-unreadable', {}, [{ path: '', code: `file-${code}`, ...place }]);
  }
}

function requireForm(workbook: Workbook): void {
  const problems = [...formProblems(workbook), ...errorValues(workbook)];
  if (problems.length > 0) throw new CellRefusal('sheet-changed', problems);
}

/** The day belongs to the template: whoever changes it by hand would send this day's lines for another. */
function ofItsDay(reading: ReportReading, { day }: TemplateIdentity): ReportReading {
  const { operationDay } = reading.report;
  if (operationDay === undefined || operationDay === day) return reading;
  const place = { table: 'header', row: 1, path: 'operationDay' } as const;
  const problem = { ...place, code: 'cell-fixed', params: { expected: day } };
  return { ...reading, problems: [...reading.problems, problem] };
}
