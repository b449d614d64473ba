import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { COUNTRY_PATTERN, INSTANT_WITH_OFFSET_PATTERN, MAX_COUNTER } from '../shapes.js';
import * as vocabulary from '../vocabulary.js';
import { Quantity } from './quantity.dto.js';

/** A declared or found good of a transport unit. */
export class GoodsLine {
  @IsString() @Length(1, 400) declaredText!: string;
  /** As written; six digits are compared. A code that does not exist is evidence and is kept. */
  @IsOptional() @IsString() @MaxLength(40) hsAsWritten?: string;
  @IsOptional() @IsString() @MaxLength(10) unNumber?: string;
  @IsOptional() @IsString() @MaxLength(20) cas?: string;
  /** Id of the chemical in the reference list. */
  @IsOptional() @IsString() @MaxLength(60) chemical?: string;
  @IsOptional() @IsInt() @Min(0) @Max(MAX_COUNTER) packages?: number;
  @IsOptional() @ValidateNested() @Type(() => Quantity) gross?: Quantity;
  @IsOptional() @ValidateNested() @Type(() => Quantity) net?: Quantity;
  /** What was weighed or measured, where it differs from the declared. */
  @IsOptional() @ValidateNested() @Type(() => Quantity) measured?: Quantity;
}

/** Substance named by an instrument or a laboratory. */
export class FoundSubstance {
  @IsString() @Length(1, 200) substance!: string;
  @IsOptional() @IsString() @MaxLength(60) chemical?: string;
  @IsOptional() @IsString() @MaxLength(120) instrument?: string;
  /** Similarity that the instrument gave, 0 to 1 as a decimal string. */
  @IsOptional() @Matches(/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/) similarity?: string;
  @IsIn(vocabulary.CERTAINTIES) certainty!: vocabulary.Certainty;
}

/** Transport document; one may cover many wagons and is the consignment's identity. */
export class TransportDocument {
  @IsIn(vocabulary.DOCUMENT_KINDS) kind!: vocabulary.DocumentKind;
  @IsString() @Length(1, 60) number!: string;
}

/** Route as far as the unit knows it; countries as ISO 3166-1 alpha-2. */
export class Route {
  @IsOptional() @Matches(COUNTRY_PATTERN) dispatch?: string;
  @IsOptional() @Matches(COUNTRY_PATTERN) origin?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(10) @Matches(COUNTRY_PATTERN, { each: true }) transit?: string[];
  @IsOptional() @IsString() @MaxLength(120) postOfExit?: string;
  /** Unit id of the next Port Control Unit on the way. */
  @IsOptional() @IsString() @MaxLength(30) nextUnit?: string;
}

/** Nominal: never leaves the owning country except to the OCU. */
export class Party {
  @IsString() @Length(1, 200) name!: string;
  @IsOptional() @Matches(COUNTRY_PATTERN) country?: string;
}

/** One controlled transport unit. The short form is the required part; the rest opens when it matters. */
export class ControlLine {
  /** Made by the client, unique in the report, kept over revisions. */
  @IsString() @Length(1, 64) lineId!: string;
  @IsIn(vocabulary.TRANSPORT_KINDS) transportKind!: vocabulary.TransportKind;
  /** Number exactly as written on the transport unit or document. */
  @IsString() @Length(1, 40) number!: string;
  @IsIn(vocabulary.REGIMES) regime!: vocabulary.Regime;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => GoodsLine)
  goods!: GoodsLine[];
  @Matches(COUNTRY_PATTERN) destination!: string;
  @IsIn(vocabulary.OUTCOMES) outcome!: vocabulary.Outcome;

  @IsOptional() @IsIn(vocabulary.CONTROL_ACTS) act?: vocabulary.ControlAct;
  @IsOptional() @Matches(INSTANT_WITH_OFFSET_PATTERN) startedAt?: string;
  @IsOptional() @Matches(INSTANT_WITH_OFFSET_PATTERN) endedAt?: string;
  @IsOptional() @IsIn(vocabulary.SELECTION_GROUNDS) selectedBecause?: vocabulary.SelectionGround;
  @IsOptional() @IsString() @MaxLength(120) riskIndicator?: string;
  @IsOptional() @IsString() @MaxLength(40) warningNumber?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(4)
  @IsString({ each: true })
  @MaxLength(20, { each: true })
  plates?: string[];
  @IsOptional() @Matches(COUNTRY_PATTERN) plateCountry?: string;
  /** Number of the wagon that carries this container. */
  @IsOptional() @IsString() @MaxLength(40) parent?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  sealsFound?: string[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  sealsApplied?: string[];
  @IsOptional() @IsString() @MaxLength(40) reloadedFrom?: string;
  @IsOptional() @IsString() @MaxLength(40) reloadedTo?: string;
  @IsOptional() @ValidateNested() @Type(() => TransportDocument) document?: TransportDocument;
  @IsOptional() @ValidateNested() @Type(() => Route) route?: Route;
  @IsOptional() @ValidateNested() @Type(() => Party) consignor?: Party;
  @IsOptional() @ValidateNested() @Type(() => Party) consignee?: Party;
  /** Pre-export notification number, or `none` where none was seen. */
  @IsOptional() @IsString() @MaxLength(60) preExportNotification?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(9)
  @IsIn(vocabulary.METHODS, { each: true })
  methods?: vocabulary.Method[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => FoundSubstance)
  found?: FoundSubstance[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(6)
  @IsIn(vocabulary.DISCREPANCY_KINDS, { each: true })
  discrepancies?: vocabulary.DiscrepancyKind[];
  @IsOptional() @IsBoolean() follow?: boolean;
  /** Absent means `routine`. */
  @IsOptional() @IsIn(vocabulary.HANDLINGS) handling?: vocabulary.Handling;
}
