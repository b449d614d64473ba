import { IsBoolean, IsIn, IsInt, IsString, Matches, MaxLength, Min } from 'class-validator';
import { NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import { INSTANT_PATTERN, MAX_TEXT } from '#libs/contracts/shapes.js';
import { TEXT_LANGUAGES, type TextLanguage } from '#libs/contracts/vocabulary.js';
import { ROLES, type Role } from '#libs/security/acting-party.js';
import { UnitDayAnswer, WordedFinding } from '../daily-report/daily-report.answers.dto.js';
import { MAX_FINDINGS } from '../daily-report/findings/report-findings.domain.js';
import { ENTRY_KINDS, FINDING_STATES, type EntryKind, type FindingState } from './finding-state.domain.js';

/** Something that was said about a finding. */
export class FindingEntryAnswer {
  @IsIn(ENTRY_KINDS) kind!: EntryKind;
  @Matches(INSTANT_PATTERN) at!: string;
  @IsIn(ROLES) role!: Role;
  /** Who; told on the own side alone. */
  @Optional() @IsString() party?: string;
  /** Absent in a confirmation, and where it names what stays in the country. */
  @Optional() @IsString() @MaxLength(MAX_TEXT) text?: string;
  @Optional() @IsIn(TEXT_LANGUAGES) language?: TextLanguage;
  /** It was said about another value of the field and does not count for the present one. */
  @IsBoolean() ofEarlierValue!: boolean;
}

/** A finding, how it stands and what was said about it, oldest first. */
export class FindingAnswer extends WordedFinding {
  @Matches(/^[0-9a-f]{24}$/) findingId!: string;
  @IsIn(FINDING_STATES) state!: FindingState;
  @NestedList(() => FindingEntryAnswer, { max: 10_000 }) entries!: FindingEntryAnswer[];
}

/** The findings of a day: of the newest revision; to the OCU, of what was forwarded last. */
export class FindingsAnswer extends UnitDayAnswer {
  @IsInt() @Min(1) revision!: number;
  @IsInt() @Min(0) open!: number;
  @IsInt() @Min(0) answered!: number;
  @IsInt() @Min(0) closed!: number;
  @NestedList(() => FindingAnswer, { max: MAX_FINDINGS }) findings!: FindingAnswer[];
}
