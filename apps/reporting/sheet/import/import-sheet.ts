import { Injectable } from '@nestjs/common';
import { XLSX_MEDIA } from '#libs/web/body/body-limits.js';
import { preferredLanguage } from '#libs/web/problems/preferred-language.js';
import { type SubmitCommand } from '../../daily-report/submission/submit-command.js';
import { annotatedSheet, problemNotes, receiptNotes } from './annotate-sheet.js';
import { CellRefusal } from './cell-refusal.js';
import { fileReceipt } from './file-receipt.js';
import { OpenSheet } from './open-sheet.js';
import { sayOfSheet } from './say-of-sheet.js';
import { type SheetReceipt } from './sheet-answers.dto.js';
import { SubmitReading } from './submit-reading.js';

/** A workbook as it came in. */
export interface SheetCommand extends Omit<SubmitCommand, 'submission' | 'rawMediaType'> {
  readonly acceptLanguage: string | undefined;
}

/** Takes a filled template: its report goes the way of all reports. */
@Injectable()
export class ImportSheet {
  constructor(
    private readonly openSheet: OpenSheet,
    private readonly submitReading: SubmitReading,
  ) {}

  /**
   * @param isDryRun checks alone and stores nothing
   * @throws ProblemError 422 for a file that is not taken, with the cells to mend; 409 and others as for JSON
   */
  async run(command: SheetCommand, isDryRun: boolean): Promise<{ created: boolean; receipt: SheetReceipt }> {
    const { acceptLanguage, ...rest } = command;
    const opened = await this.openSheet.run(command.operation, command.unit, command.raw);
    const whole = { ...rest, rawMediaType: XLSX_MEDIA };
    const submitted = await this.submitReading
      .run(opened, whole, isDryRun)
      .catch((error: unknown) => sayOfSheet(opened, error));
    return {
      created: submitted.created && !isDryRun,
      receipt: fileReceipt(opened, submitted, acceptLanguage),
    };
  }

  /**
   * Checks the workbook and gives it back with comments on its cells; nothing is stored.
   * @returns status 422 where cells are to be mended
   * @throws ProblemError for everything that is said of the file as a whole
   */
  async annotate(command: SheetCommand): Promise<{ status: 200 | 422; file: Buffer }> {
    const { acceptLanguage, ...rest } = command;
    const opened = await this.openSheet.run(command.operation, command.unit, command.raw);
    try {
      const whole = { ...rest, rawMediaType: XLSX_MEDIA };
      const submitted = await this.submitReading
        .run(opened, whole, true)
        .catch((error: unknown) => sayOfSheet(opened, error));
      const notes = receiptNotes(fileReceipt(opened, submitted, acceptLanguage));
      return { status: 200, file: await annotatedSheet(opened, notes) };
    } catch (error) {
      if (!(error instanceof CellRefusal)) throw error;
      const notes = problemNotes(error.all, preferredLanguage(acceptLanguage));
      return { status: 422, file: await annotatedSheet(opened, notes) };
    }
  }
}
