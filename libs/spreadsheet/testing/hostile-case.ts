import { type WorkbookRefusal } from '../workbook-refused.error.js';

/** A file that must be refused. */
export interface HostileCase {
  /** Number in the catalogue of bad input. */
  readonly number: number;
  readonly what: string;
  readonly code: WorkbookRefusal;
  /** Cell or entry that must be named. */
  readonly detail?: string;
  readonly make: () => Buffer;
}
