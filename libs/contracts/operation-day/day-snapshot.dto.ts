import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { Nested, NestedList } from '../nested.js';
import { Optional } from '../optional.js';
import { BilingualText } from '../bilingual-text.dto.js';
import { IsCalendarDay } from '../is-calendar-day.js';
import {
  COUNTRY_PATTERN,
  DECIMAL_PATTERN,
  INSTANT_PATTERN,
  MAX_TEXT,
  OPERATION_PATTERN,
  SHA256_PATTERN,
  UNIT_PATTERN,
} from '../shapes.js';
import * as vocabulary from '../vocabulary.js';
import { AdditiveFigures, ChemicalFigures, CountEntry, Figures } from './figures.dto.js';

/** What the bulletin prints of the operation; a copy, so that a later plan changes no issued bulletin. */
export class SnapshotOperation {
  @Matches(OPERATION_PATTERN) code!: string;
  @Nested(() => BilingualText) name!: BilingualText;
  @Nested(() => BilingualText) marking!: BilingualText;
  @Nested(() => BilingualText) contact!: BilingualText;
  @Nested(() => BilingualText) scope!: BilingualText;
  @IsCalendarDay() firstDay!: string;
  @IsCalendarDay() lastDay!: string;
  @IsString() @MaxLength(60) coordinationTimeZone!: string;
}

/** Coverage of one expected unit on the operation day. */
export class UnitCoverage {
  @Matches(UNIT_PATTERN) unit!: string;
  @Matches(COUNTRY_PATTERN) country!: string;
  @Nested(() => BilingualText) name!: BilingualText;
  @IsIn(vocabulary.COVERAGE_STATES) state!: vocabulary.CoverageState;
  @IsBoolean() nil!: boolean;
  /** The day's newest forwarded revision is not the first forwarded one. */
  @IsBoolean() corrected!: boolean;
  /** Newest forwarded revision that the figures are based on. */
  @Optional() @IsInt() @Min(1) revision?: number;
}

/** Name of a unit. */
export class SnapshotUnit {
  @Matches(UNIT_PATTERN) unit!: string;
  @Matches(COUNTRY_PATTERN) country!: string;
  @Nested(() => BilingualText) name!: BilingualText;
}

export class CountryFigures {
  @Matches(COUNTRY_PATTERN) country!: string;
  /** Units of the country expected on the day, and those whose report is in the figures. */
  @IsInt() @Min(0) unitsExpected!: number;
  @IsInt() @Min(0) unitsReported!: number;
  @IsInt() @Min(0) unitsNil!: number;
  @Nested(() => Figures) day!: Figures;
  @Nested(() => Figures) cumulative!: Figures;
}

/**
 * Cumulative = previous + day + reportedLater + supplements + corrections + followUps; each term is printed and the sum
 * is checked.
 */
export class CumulativeSum {
  @Nested(() => AdditiveFigures) previous!: AdditiveFigures;
  @Nested(() => AdditiveFigures) day!: AdditiveFigures;
  /** Reports of earlier days that first arrived after their day had been closed, and records that could be told only later. */
  @Nested(() => AdditiveFigures) reportedLater!: AdditiveFigures;
  /** Further lines and cases of earlier days. */
  @Nested(() => AdditiveFigures) supplements!: AdditiveFigures;
  /** Revisions and voids of reports that an earlier bulletin had counted; may be negative. */
  @Nested(() => AdditiveFigures) corrections!: AdditiveFigures;
  /** What laboratory results and decisions change; never a control. */
  @Nested(() => AdditiveFigures) followUps!: AdditiveFigures;
  @Nested(() => AdditiveFigures) cumulative!: AdditiveFigures;
}

/** A case in the non-nominal form of the bulletin. */
export class SnapshotCase {
  @Matches(COUNTRY_PATTERN) country!: string;
  @IsString() @MaxLength(64) caseId!: string;
  @Matches(UNIT_PATTERN) unit!: string;
  @IsCalendarDay() operationDay!: string;
  @IsIn(vocabulary.CASE_KINDS) kind!: vocabulary.CaseKind;
  @IsString() @MaxLength(200) substance!: string;
  @Optional() @IsString() @MaxLength(60) chemical?: string;
  /** As the report has it. */
  @IsIn(vocabulary.CERTAINTIES) certainty!: vocabulary.Certainty;
  /** What the last conclusive laboratory result about the case says; it goes before the certainty. */
  @Optional() @IsIn(vocabulary.CONCLUSIVE_RESULTS) laboratoryResult?: vocabulary.ConclusiveResult;
  @Optional() @Matches(DECIMAL_PATTERN) amount?: string;
  @Optional() @IsIn(vocabulary.MEASURE_UNITS) unitOfMeasure?: vocabulary.MeasureUnit;
  @Optional() @IsInt() @Min(0) packages?: number;
  @Optional() @IsIn(vocabulary.METHODS) detectionMethod?: vocabulary.Method;
  @Matches(COUNTRY_PATTERN) detectedBy!: string;
  @Optional() @Matches(COUNTRY_PATTERN) seizedBy?: string;
  @Optional() @Nested(() => BilingualText) text?: BilingualText;
}

export const EARLIER_DAY_CHANGES = ['reported_later', 'supplement', 'correction', 'void'] as const;
export type EarlierDayChangeKind = (typeof EARLIER_DAY_CHANGES)[number];

/** A change of an earlier day that this snapshot is the first to count. */
export class EarlierDayChange {
  @IsIn(EARLIER_DAY_CHANGES) kind!: EarlierDayChangeKind;
  @Matches(UNIT_PATTERN) unit!: string;
  @Matches(COUNTRY_PATTERN) country!: string;
  @IsCalendarDay() operationDay!: string;
  @IsInt() @Min(1) revision!: number;
  @Optional() @IsIn(vocabulary.REVISION_REASONS) reason?: vocabulary.RevisionReason;
  /** Difference to what was counted before. */
  @Nested(() => AdditiveFigures) difference!: AdditiveFigures;
}

/** A follow-up in the non-nominal form of the bulletin. */
export class SnapshotFollowUp {
  /** Country of the reporting unit. */
  @Matches(COUNTRY_PATTERN) country!: string;
  @Matches(UNIT_PATTERN) unit!: string;
  /** Day of the report that carries it. */
  @IsCalendarDay() operationDay!: string;
  @IsString() @MaxLength(64) followUpId!: string;
  @IsIn(vocabulary.FOLLOW_UP_KINDS) kind!: vocabulary.FollowUpKind;
  @Optional() @IsString() @MaxLength(64) caseId?: string;
  /** Day of the line or of the unit-day that counts the case; absent where none is counted. */
  @Optional() @IsCalendarDay() refersToDay?: string;
  /** Kind of the transport unit of the line. */
  @Optional() @IsIn(vocabulary.TRANSPORT_KINDS) transportKind?: vocabulary.TransportKind;
  @Optional() @IsIn(vocabulary.LABORATORY_RESULTS) result?: vocabulary.LaboratoryResult;
  @Optional() @IsString() @MaxLength(200) substance?: string;
  @Optional() @IsString() @MaxLength(60) chemical?: string;
  @Optional() @IsIn(vocabulary.OUTCOMES) outcome?: vocabulary.Outcome;
  @Optional() @Matches(DECIMAL_PATTERN) amount?: string;
  @Optional() @IsIn(vocabulary.MEASURE_UNITS) unitOfMeasure?: vocabulary.MeasureUnit;
}

/** A remark that the OCU chose for the bulletin: in both languages, or in its own alone where that was decided. */
export class SnapshotText {
  @Matches(COUNTRY_PATTERN) country!: string;
  @Matches(UNIT_PATTERN) unit!: string;
  @IsCalendarDay() operationDay!: string;
  @Optional() @IsString() @Length(1, MAX_TEXT) en?: string;
  @Optional() @IsString() @Length(1, MAX_TEXT) ru?: string;
  /** Given where it is printed in its original language only. */
  @Optional() @IsString() @Length(1, MAX_TEXT) original?: string;
  @Optional() @IsIn(vocabulary.TEXT_LANGUAGES) originalLanguage?: vocabulary.TextLanguage;
}

/** A figure that a revised edition states otherwise than the edition before. */
export class FigureChange {
  @IsIn(['day', 'cumulative']) scope!: 'day' | 'cumulative';
  /** Absent: of all countries together. */
  @Optional() @Matches(COUNTRY_PATTERN) country?: string;
  /** Name of the figure in `Figures`. */
  @IsString() @MaxLength(40) figure!: string;
  @IsInt() before!: number;
  @IsInt() after!: number;
}

/** Why an issued bulletin is issued again as its next revision, and what it says otherwise. */
export class RevisedEdition {
  /** Snapshot hash of the edition before. */
  @Matches(SHA256_PATTERN) editionBefore!: string;
  @Nested(() => BilingualText) reason!: BilingualText;
  @NestedList(() => FigureChange, { max: 1000 }) figures!: FigureChange[];
  /** Unit-days up to the day whose counted revision is another one than in the edition before. */
  @NestedList(() => EarlierDayChange, { max: 2000 }) unitDays!: EarlierDayChange[];
}

/** A data-quality note: neutral, with how often it was met on the day. */
export class DataQualityNote {
  /** Code of libs/reference/findings, or `counters.differ-from-lines`. */
  @IsString() @MaxLength(60) code!: string;
  @IsInt() @Min(1) count!: number;
  @IsArray() @ArrayMaxSize(60) @Matches(COUNTRY_PATTERN, { each: true }) countries!: string[];
}

/** Units whose seal had not arrived when a person decided to close all the same. */
export class SealOverride {
  @IsArray() @ArrayMaxSize(2000) @Matches(UNIT_PATTERN, { each: true }) units!: string[];
  @Nested(() => BilingualText) reason!: BilingualText;
}

/** The figures of an operation day, counted by docs/counting-rules.md. Lists are ordered by code unit. */
export class DayFigures {
  @NestedList(() => UnitCoverage, { max: 2000 })
  coverage!: UnitCoverage[];
  @Nested(() => Figures) day!: Figures;
  @Nested(() => Figures) cumulative!: Figures;
  @Nested(() => CumulativeSum) sum!: CumulativeSum;
  @NestedList(() => CountryFigures, { max: 60 })
  countries!: CountryFigures[];
  /** Controls of the day by code; `cumulative` beside it. */
  @NestedList(() => CountEntry, { max: 20 })
  byTransportKind!: CountEntry[];
  @NestedList(() => CountEntry, { max: 20 })
  byRegime!: CountEntry[];
  @NestedList(() => CountEntry, { max: 20 })
  byMethod!: CountEntry[];
  @NestedList(() => CountEntry, { max: 20 })
  byOutcome!: CountEntry[];
  /** Sums of declared counters over kinds and regimes; only counters that at least one unit declared. */
  @NestedList(() => CountEntry, { max: 20 })
  declaredCounters!: CountEntry[];
  @NestedList(() => ChemicalFigures, { max: 200 })
  chemicals!: ChemicalFigures[];
  @NestedList(() => SnapshotCase, { max: 200 })
  cases!: SnapshotCase[];
  @NestedList(() => EarlierDayChange, { max: 2000 })
  earlierDayChanges!: EarlierDayChange[];
  /** Follow-ups that this snapshot is the first to count. */
  @NestedList(() => SnapshotFollowUp, { max: 500 })
  followUps!: SnapshotFollowUp[];
  @NestedList(() => DataQualityNote, { max: 60 })
  dataQuality!: DataQualityNote[];
}

export const BULLETIN_KINDS = ['daily', 'supplementary'] as const;
export type BulletinKind = (typeof BULLETIN_KINDS)[number];

/**
 * Everything a bulletin prints about a closed operation day. Bulletins are a function of it (with the issue instant
 * and the versions of reference data and renderer). Lists are ordered by code unit.
 */
export class DaySnapshot extends DayFigures {
  @Nested(() => SnapshotOperation) operation!: SnapshotOperation;
  @IsCalendarDay() operationDay!: string;
  /** `supplementary`: after the operation's last day; no unit is expected to report. */
  @IsIn(BULLETIN_KINDS) kind!: BulletinKind;
  /** First day that `day` counts; the operation day itself but for a supplementary bulletin. */
  @IsCalendarDay() periodFrom!: string;
  /** Operation day *n* of *N*; *n* > *N* for a supplementary bulletin. */
  @IsInt() @Min(1) dayNumber!: number;
  @IsInt() @Min(1) dayCount!: number;
  /** Bulletin number within the operation, without gaps; revision 0 is the first edition. */
  @IsInt() @Min(1) number!: number;
  @IsInt() @Min(0) revision!: number;
  @Matches(INSTANT_PATTERN) cutOffAt!: string;
  @Matches(INSTANT_PATTERN) closedAt!: string;
  @IsInt() @Min(1) planVersion!: number;
  @IsString() @MaxLength(64) referenceVersion!: string;
  /** SHA-256 over the basis list (unit, day, revision, content hash) that stays in coordination. */
  @Matches(SHA256_PATTERN) basisHash!: string;
  @IsInt() @Min(0) basisCount!: number;
  /** Snapshot hash of the day before; absent on the first. */
  @Optional() @Matches(SHA256_PATTERN) previousSnapshotHash?: string;
  /** The OCU's assessment, in both languages. */
  @Optional() @Nested(() => BilingualText) assessment?: BilingualText;
  @Optional() @Nested(() => SealOverride) sealOverride?: SealOverride;
  /** Remarks that the OCU chose, by day, unit, then place in the report. */
  @NestedList(() => SnapshotText, { max: 100 })
  texts!: SnapshotText[];
  /** Units of the operation where no coverage names them: present in a supplementary snapshot. */
  @Optional() @NestedList(() => SnapshotUnit, { max: 2000 }) units?: SnapshotUnit[];
  /** Present from revision 1 on. */
  @Optional() @Nested(() => RevisedEdition) revised?: RevisedEdition;
}
