import { type ReadingTimeLimits } from './reading-time.js';

/** How much a workbook may hold. A full daily report of 2,000 lines needs about a tenth of the sizes. */
export interface WorkbookLimits extends ReadingTimeLimits {
  /** Bytes of the file. */
  readonly fileBytes: number;
  /** Entries of the archive. */
  readonly parts: number;
  /** Bytes of one entry and of all of them, inflated. */
  readonly partBytes: number;
  readonly totalBytes: number;
  /** Inflated against deflated size, asked of entries above `ratioFreeBytes`. */
  readonly ratio: number;
  readonly ratioFreeBytes: number;
  /** Sheets, visible or hidden. */
  readonly sheets: number;
  /** The last row and the last column that may hold a value. */
  readonly rows: number;
  readonly columns: number;
  /** Cells with a value, and merged ranges, in all sheets together. */
  readonly cells: number;
  /** UTF-16 code units of the text of a cell. */
  readonly cellLength: number;
}

/** 2,000 lines leave a hundred rows for the head of the form. */
export const WORKBOOK_LIMITS: WorkbookLimits = Object.freeze({
  fileBytes: 2 * 1024 * 1024,
  parts: 64,
  partBytes: 8 * 1024 * 1024,
  totalBytes: 16 * 1024 * 1024,
  ratio: 150,
  ratioFreeBytes: 64 * 1024,
  sheets: 4,
  rows: 2100,
  columns: 64,
  cells: 150_000,
  cellLength: 4000,
  processorMilliseconds: 5000,
  milliseconds: 60_000,
});
