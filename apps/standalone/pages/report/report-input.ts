import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type Language } from '#libs/localization/language.js';
import { type FindPlace } from './field-in-words.js';
import { type ReportContent, type SheetOutcome } from './report-api.types.js';

/** What the party may do with the report. */
export interface ReportRights {
  /** Forward, return and hold: the contact point's. */
  readonly forward: boolean;
  readonly answer: boolean;
  readonly close: boolean;
}

export interface ReportInput extends ReportContent {
  readonly language: Language;
  readonly plan: OperationPlan;
  readonly unit: PlanUnit;
  readonly day: string;
  /** The day for which the page was opened, where a sheet of another day was sent. */
  readonly pageDay?: string;
  readonly rights: ReportRights;
  /** In the words of the sheet, which the reporting service knows. */
  readonly findPlace: FindPlace;
  /** The clock is far from the days of the operation: a report sent here is late. */
  readonly isDemonstration: boolean;
  readonly outcome?: SheetOutcome;
}
