import { Inject, Injectable } from '@nestjs/common';
import { isCalendarDay } from '#libs/contracts/shapes.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { REFERENCE_DATA } from '#libs/service-host/runtime-providers.js';
import { CSV_MEDIA } from '#libs/web/body/body-limits.js';
import { ProblemError } from '#libs/web/problem.js';
import { DailyReportRepository } from '../../daily-report/daily-report.repository.js';
import { FindUnit } from '../../operation-plan/find-unit.js';
import { readReport } from '../cells/read-report.js';
import { sheetContext, type SheetContext } from '../cells/sheet-context.js';
import { wordLists } from '../columns/word-lists.js';
import { fileReceipt } from '../import/file-receipt.js';
import { type SheetCommand } from '../import/import-sheet.js';
import { type SheetReceipt } from '../import/sheet-answers.dto.js';
import { SubmitReading, type FileReport } from '../import/submit-reading.js';
import { NewestReport } from '../newest-report.js';
import { CSV_SHEET, readLines } from './read-lines.js';
import { submissionIdOf } from './submission-id.js';
import { writeLines } from './write-lines.js';

/** What the head of a report needs beside the lines, as it stands in the query: text, not validated. */
export type CsvHeader = Readonly<Record<string, unknown>>;

/** Query parameters that are fields of the submission. */
const HEADER_FIELDS = ['submissionId', 'preparedAt', 'change', 'reason', 'reasonText'] as const;

/** The lines of a day as a CSV file: handed out, and taken as the lines of the day's report. */
@Injectable()
export class LinesCsv {
  constructor(
    private readonly findUnit: FindUnit,
    private readonly reports: DailyReportRepository,
    private readonly newestReport: NewestReport,
    private readonly submitReading: SubmitReading,
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
  ) {}

  /** The newest revision's lines; without one, or without lines, the first row alone. @throws ProblemError 404 */
  async write(operation: string, unit: string, day: string): Promise<string> {
    const context = await this.contextOf(operation, unit, day, '');
    const newest = await this.newestReport.find({ operation, unit, operationDay: day });
    return writeLines(newest?.content.lines ?? [], context);
  }

  /**
   * Sends the lines as the report of the day. With `basedOn` they take the place of that revision's lines, and all else
   * of it stays; without, the report has these lines alone.
   */
  async submit(
    command: SheetCommand,
    day: string,
    header: CsvHeader,
    isDryRun: boolean,
  ): Promise<{ created: boolean; receipt: SheetReceipt }> {
    const { operation, unit, raw, acceptLanguage, ...rest } = command;
    const file = await this.fileReport({ operation, unit, day, raw, header });
    const whole = { operation, unit, raw, ...rest, rawMediaType: CSV_MEDIA };
    const submitted = await this.submitReading.run(file, whole, isDryRun);
    return { created: submitted.created && !isDryRun, receipt: fileReceipt(file, submitted, acceptLanguage) };
  }

  private async fileReport({ operation, unit, day, raw, header }: CsvRequest): Promise<FileReport> {
    const basedOn = basisOf(header);
    const made = submissionIdOf([operation, unit, day, String(basedOn)], raw);
    const submissionId = typeof header['submissionId'] === 'string' ? header['submissionId'] : made;
    const context = await this.contextOf(operation, unit, day, submissionId);
    const { rows, letters } = readLines(raw);
    const reading = readReport({ lines: rows }, context);
    const base = await this.baseOf({ operation, unit, operationDay: day }, basedOn);
    const given = Object.fromEntries(HEADER_FIELDS.map((name) => [name, header[name]]));
    const report = {
      ...{ kind: 'report', ...base, ...given, submissionId, operationDay: day },
      ...(basedOn !== undefined && { basedOn }),
      lines: reading.report['lines'],
    };
    const cellOf: FileReport['cellOf'] = ({ row, path }) => ({
      sheet: CSV_SHEET,
      cell: `${letters.get(path) ?? 'A'}${row}`,
    });
    return { reading, report, cellOf };
  }

  private async baseOf(key: Parameters<NewestReport['find']>[0], basedOn: unknown): Promise<object> {
    if (!Number.isInteger(basedOn)) return {};
    return (await this.reports.findRevision(key, basedOn as number))?.content ?? {};
  }

  private async contextOf(
    operation: string,
    unitId: string,
    day: string,
    reportId: string,
  ): Promise<SheetContext> {
    const { plan, unit } = await this.findUnit.run(operation, unitId);
    if (!isCalendarDay(day)) throw new ProblemError(404, 'report-unknown', { unit: unitId, day });
    const lists = wordLists(plan, this.reference);
    return { ...sheetContext(plan, unit, { day, reportId }, lists), isPlain: true };
  }
}

interface CsvRequest {
  readonly operation: string;
  readonly unit: string;
  readonly day: string;
  readonly raw: Buffer;
  readonly header: CsvHeader;
}

/** A whole number, or whatever was given: validation refuses that. */
function basisOf({ basedOn }: CsvHeader): unknown {
  return typeof basedOn === 'string' && /^[1-9]\d{0,4}$/.test(basedOn) ? Number(basedOn) : basedOn;
}
