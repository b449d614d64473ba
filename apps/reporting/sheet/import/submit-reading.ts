import { Injectable } from '@nestjs/common';
import { DailyReportSubmission } from '#libs/contracts/daily-report/daily-report-submission.dto.js';
import { readBody } from '#libs/web/body/read-body.js';
import { ProblemError, type FieldProblem } from '#libs/web/problem.js';
import { type SubmitCommand, type SubmitResult } from '../../daily-report/submission/submit-command.js';
import { SubmitDailyReport } from '../../daily-report/submission/submit-daily-report.js';
import { type TablePlace } from '../cells/cell-remark.js';
import { placeOfField } from '../cells/field-places.js';
import { type ReportReading } from '../cells/read-report.js';
import { cellParams } from './cell-params.js';
import { CellRefusal } from './cell-refusal.js';

/** Where a file has a cell: name of the sheet and `B14`. */
export interface FileCell {
  readonly sheet: string;
  readonly cell: string;
}

/** A report read from the cells of a file. */
export interface FileReport {
  readonly reading: ReportReading;
  /** The submission as the cells say it; not validated. */
  readonly report: Readonly<Record<string, unknown>>;
  /** Undefined for a field that the file has no cell for. */
  cellOf(place: TablePlace): FileCell | undefined;
}

export interface Submitted extends SubmitResult {
  readonly isDryRun: boolean;
}

/** Sends what a file says along the one path of all reports, and names cells where that names fields. */
@Injectable()
export class SubmitReading {
  constructor(private readonly submitDailyReport: SubmitDailyReport) {}

  /** @throws CellRefusal for cells to mend; ProblemError as `SubmitDailyReport` for everything else */
  async run(
    file: FileReport,
    command: Omit<SubmitCommand, 'submission'>,
    isDryRun: boolean,
  ): Promise<Submitted> {
    const submission = validated(file);
    const whole = { ...command, submission };
    try {
      const result = await (isDryRun
        ? this.submitDailyReport.check(whole)
        : this.submitDailyReport.run(whole));
      return { ...result, isDryRun };
    } catch (error) {
      throw isAboutFields(error) || isSupplement(error) ? refusal(file, [], error) : error;
    }
  }
}

/** The same validation as that of a JSON body; what the cells alone have wrong comes with it. */
function validated(file: FileReport): DailyReportSubmission {
  const inCells = file.reading.problems.map(({ table, row, path, ...problem }) => ({
    ...problem,
    path: '',
    ...file.cellOf({ table, row, path }),
  }));
  try {
    const submission = readBody(DailyReportSubmission, Buffer.from(JSON.stringify(file.report)));
    if (inCells.length === 0) return submission;
  } catch (error) {
    if (isAboutFields(error)) throw refusal(file, inCells, error);
    throw error;
  }
  throw new CellRefusal('sheet-cells', inSheetOrder(inCells));
}

const isAboutFields = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.code === 'invalid-fields';

const isSupplement = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.code === 'supplement-changes';

/** A cell that could not be read is not told a second time as missing. */
function refusal(file: FileReport, inCells: readonly FieldProblem[], error: ProblemError): CellRefusal {
  const { fields, params } = error;
  const told = new Set(inCells.map(keyOf));
  const placed = fields.map((field) => placedField(file, field));
  const more = placed.filter((field) => field.cell === undefined || !told.has(keyOf(field)));
  const notNamed = Math.max(0, Number(params['count'] ?? 0) - fields.length);
  const all = inSheetOrder([...inCells, ...more]);
  const code = isSupplement(error) ? 'supplement-changes' : 'sheet-cells';
  return new CellRefusal(code, all, all.length + notNamed);
}

function placedField(file: FileReport, field: FieldProblem): FieldProblem {
  const place = placeOfField(field.path, file.reading);
  return place ? { ...field, params: cellParams(field, place), ...file.cellOf(place) } : field;
}

const keyOf = ({ sheet, cell }: FieldProblem): string => `${sheet}!${cell}`;

/** By sheet as they come, then by row, then by column. */
function inSheetOrder(problems: readonly FieldProblem[]): FieldProblem[] {
  const sheets = [...new Set(problems.map(({ sheet }) => sheet))];
  const rank = ({ sheet, cell = '' }: FieldProblem): [number, number, number, string] => {
    const [, letters = '', row = '0'] = /^([A-Z]*)(\d+)$/.exec(cell) ?? [];
    return [sheets.indexOf(sheet), Number(row), letters.length, letters];
  };
  return problems
    .map((problem) => ({ problem, rank: rank(problem) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ problem }) => problem);
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}
