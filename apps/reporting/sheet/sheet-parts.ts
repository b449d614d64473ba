import { LinesCsv } from './csv/lines-csv.js';
import { LinesCsvController } from './csv/lines-csv.controller.js';
import { OpenSheet } from './import/open-sheet.js';
import { ImportSheet } from './import/import-sheet.js';
import { SubmitReading } from './import/submit-reading.js';
import { NewestReport } from './newest-report.js';
import { ForgetSheetReadings } from './quota/forget-sheet-readings.js';
import { SheetQuota } from './quota/sheet-quota.js';
import { SheetReadingRepository } from './quota/sheet-reading.repository.js';
import { SheetController } from './sheet.controller.js';
import { DownloadTemplate } from './template/download-template.js';

/** Daily reports as workbooks and CSV files. */
export const SHEET_CONTROLLERS = [SheetController, LinesCsvController];
export const SHEET_PROVIDERS = [
  NewestReport,
  DownloadTemplate,
  OpenSheet,
  ImportSheet,
  SubmitReading,
  LinesCsv,
  SheetReadingRepository,
  SheetQuota,
  ForgetSheetReadings,
];
