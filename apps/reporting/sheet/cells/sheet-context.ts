import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type WordLists } from '../columns/word-list.js';

/** What reading and filling a sheet needs to know of its operation, unit and day. */
export interface SheetContext {
  readonly lists: WordLists;
  readonly operationDay: string;
  /** IANA zone of the unit: a time without offset is local to it. */
  readonly timeZone: string;
  /** `HH:MM`: an earlier time of day belongs to the following calendar day. */
  readonly dayStartsAt: string;
  /** UUID of the submission: ids that were left blank are made from it and the row. */
  readonly reportId: string;
  /** For programs: codes instead of words, whole instants, and a point is always the decimal mark (CSV). */
  readonly isPlain?: true;
}

/** The context of a unit's sheet of one day. */
export function sheetContext(
  { dayStartsAt }: Pick<OperationPlan, 'dayStartsAt'>,
  { timeZone }: Pick<PlanUnit, 'timeZone'>,
  { day, reportId }: { readonly day: string; readonly reportId: string },
  lists: WordLists,
): SheetContext {
  return { lists, operationDay: day, timeZone, dayStartsAt, reportId };
}
