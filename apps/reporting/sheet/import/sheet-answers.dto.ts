import { IsString, Matches, MaxLength } from 'class-validator';
import { NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import { DailyReportReceipt, WordedFinding } from '../../daily-report/daily-report.answers.dto.js';
import { MAX_FINDINGS } from '../../daily-report/findings/report-findings.domain.js';

const CELL_PATTERN = /^[A-Z]{1,3}\d{1,7}$/;

/** A finding with the cell that it is about. */
export class PlacedFinding extends WordedFinding {
  /** Name of the sheet; of a CSV file, `lines.csv`. */
  @Optional() @IsString() sheet?: string;
  @Optional() @Matches(CELL_PATTERN) cell?: string;
}

/** A cell that was taken, and as what. */
export class UnderstoodEntry {
  @IsString() sheet!: string;
  @Matches(CELL_PATTERN) cell!: string;
  @IsString() @MaxLength(4000) written!: string;
  @IsString() understood!: string;
}

/** What a unit reads after it sent a sheet or a CSV file: as after JSON, with the cells. */
export class SheetReceipt extends DailyReportReceipt {
  @NestedList(() => PlacedFinding, { max: MAX_FINDINGS }) declare findings: PlacedFinding[];
  /** Numbers and times that were not written plainly. */
  @NestedList(() => UnderstoodEntry, { max: 200_000 }) understood!: UnderstoodEntry[];
}
