import { IsArray, IsBoolean, IsIn, IsInt, IsString, Length, Matches, MaxLength, Min } from 'class-validator';
import { BilingualText } from '#libs/contracts/bilingual-text.dto.js';
import { Remark } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { IsCalendarDay } from '#libs/contracts/is-calendar-day.js';
import { Nested, NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import {
  COUNTRY_PATTERN,
  INSTANT_PATTERN,
  MAX_TEXT,
  OPERATION_PATTERN,
  UNIT_PATTERN,
} from '#libs/contracts/shapes.js';
import { NOMINAL_KINDS, type NominalKind } from '#libs/nominal/text/nominal-kinds.js';
import { TEXT_SOURCES, type TextSourceKind } from './text-source.domain.js';
import { BULLETIN_LANGUAGES, type BulletinLanguage } from './text-state.domain.js';

/** A name, plate or number of the reports that stands in a text. */
export class NominalValueInText {
  @IsIn(NOMINAL_KINDS) kind!: NominalKind;
  /** As the report has it. */
  @IsString() @MaxLength(200) value!: string;
  /** Unit whose report held it first. */
  @Matches(UNIT_PATTERN) unit!: string;
  /** The OCU may let it stand, with a reason: a number, never a person, a company or a plate. */
  @IsBoolean() releasable!: boolean;
  /** Why it stands, where the OCU lets it. */
  @Optional() @IsString() released?: string;
}

/** A text that keeps the day from being closed. */
export class UnfinishedText {
  @IsString() @MaxLength(60) textId!: string;
  /** `coordination_unit`: what the OCU itself wrote with its proposal; it proposes again with other words. */
  @IsIn([...TEXT_SOURCES, 'coordination_unit']) source!: TextSourceKind | 'coordination_unit';
  /** Absent for the OCU's own words. */
  @Optional() @Matches(UNIT_PATTERN) unit?: string;
  @IsCalendarDay() operationDay!: string;
  /** Id of the case or the follow-up. */
  @Optional() @IsString() @MaxLength(64) reference?: string;
  /** Languages in which it is still to be written. */
  @IsArray() @IsIn(BULLETIN_LANGUAGES, { each: true }) missing!: BulletinLanguage[];
  @NestedList(() => NominalValueInText, { max: 10_000 }) nominal!: NominalValueInText[];
}

/** A text of the reports that the bulletin can print, as it stands now. */
export class BulletinText extends UnfinishedText {
  @Matches(COUNTRY_PATTERN) country!: string;
  /** The remark in its own language. */
  @Optional() @Nested(() => Remark) original?: Remark;
  /** What the unit proposes for its case. */
  @Optional() @Nested(() => BilingualText) proposed?: BilingualText;
  @IsBoolean() chosen!: boolean;
  /** What is printed where it is chosen. */
  @Optional() @IsString() @MaxLength(MAX_TEXT) en?: string;
  @Optional() @IsString() @MaxLength(MAX_TEXT) ru?: string;
  @IsBoolean() originalOnly!: boolean;
  /** Substance as it is printed where no listed chemical is named. */
  @Optional() @IsString() @MaxLength(200) substance?: string;
  /** Nothing is in the way of closing the day. */
  @IsBoolean() ready!: boolean;
  /** Decisions about it so far. */
  @IsInt() @Min(0) version!: number;
  @Optional() @IsString() decidedBy?: string;
  @Optional() @Matches(INSTANT_PATTERN) decidedAt?: string;
}

/** The texts of a day that are to be decided on, by day, unit, source, then place in the report. */
export class BulletinTextList {
  @Matches(OPERATION_PATTERN) operation!: string;
  @IsCalendarDay() operationDay!: string;
  @NestedList(() => BulletinText, { max: 100_000 }) texts!: BulletinText[];
}

/** A number that may stand in the text. */
export class NumberRelease {
  @IsString() @Length(1, 60) value!: string;
  @IsString() @Length(1, 400) reason!: string;
}

/** What the OCU decides about a text; it replaces the decision before. */
export class BulletinTextDecision {
  /** Version of the text that was read: a decision over somebody else's is refused. */
  @IsInt() @Min(0) version!: number;
  @IsBoolean() chosen!: boolean;
  /** Left out or blank: as the report has it. */
  @Optional() @IsString() @MaxLength(MAX_TEXT) en?: string;
  @Optional() @IsString() @MaxLength(MAX_TEXT) ru?: string;
  /** A remark is printed in its own language alone. */
  @Optional() @IsBoolean() originalOnly?: boolean;
  @Optional() @IsString() @MaxLength(200) substance?: string;
  @Optional() @NestedList(() => NumberRelease, { max: 50 }) released?: NumberRelease[];
}
