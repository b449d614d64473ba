import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type Unfinished } from '#libs/web/body/partial-body.js';
import { type UnitDayKey } from '../daily-report/daily-report.records.js';

/** A line as far as it has been entered; its id and its author stand beside it. */
export type DraftLineContent = Unfinished<ControlLine>;

/** A report as far as it has been entered. */
export type DraftContent = Unfinished<DailyReportContent>;

/** One line of a draft. */
export interface DraftLine {
  readonly lineId: string;
  /** Counts the changes of this line. */
  readonly version: number;
  /** Account of the officer who entered the line. */
  readonly author: string;
  readonly line: DraftLineContent;
}

/** The draft of a unit-day, on which several officers work. */
export interface Draft extends UnitDayKey {
  readonly draftId: string;
  /** Counts the changes of the draft, those of its lines included. */
  readonly version: number;
  /** Everything but the lines. */
  readonly rest: DraftContent;
  readonly changedAt: string;
  readonly changedBy: string;
  /** In the order in which they were entered. */
  readonly lines: readonly DraftLine[];
}

/** Who changes a draft, and when. */
export interface Change {
  readonly at: string;
  readonly party: string;
}
