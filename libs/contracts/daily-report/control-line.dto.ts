import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Nested, NestedList } from '../nested.js';
import { Optional } from '../optional.js';
import { COUNTRY_PATTERN, INSTANT_WITH_OFFSET_PATTERN, MAX_COUNTER } from '../shapes.js';
import * as vocabulary from '../vocabulary.js';
import { Quantity } from './quantity.dto.js';

/** A declared or found good of a transport unit. */
export class GoodsLine {
  @IsString() @Length(1, 400) declaredText!: string;
  /** As written; six digits are compared. A code that does not exist is evidence and is kept. */
  @Optional() @IsString() @MaxLength(40) hsAsWritten?: string;
  @Optional() @IsString() @MaxLength(10) unNumber?: string;
  @Optional() @IsString() @MaxLength(20) cas?: string;
  /** Id of the chemical in the reference list. */
  @Optional() @IsString() @MaxLength(60) chemical?: string;
  @Optional() @IsInt() @Min(0) @Max(MAX_COUNTER) packages?: number;
  @Optional() @Nested(() => Quantity) gross?: Quantity;
  @Optional() @Nested(() => Quantity) net?: Quantity;
  /** What was weighed or measured, where it differs from the declared. */
  @Optional() @Nested(() => Quantity) measured?: Quantity;
}

/** Substance named by an instrument or a laboratory. */
export class FoundSubstance {
  @IsString() @Length(1, 200) substance!: string;
  @Optional() @IsString() @MaxLength(60) chemical?: string;
  @Optional() @IsString() @MaxLength(120) instrument?: string;
  /** Similarity that the instrument gave, 0 to 1 as a decimal string. */
  @Optional() @Matches(/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/) similarity?: string;
  @IsIn(vocabulary.CERTAINTIES) certainty!: vocabulary.Certainty;
}

/** Transport document; one may cover many wagons and is the consignment's identity. */
export class TransportDocument {
  @IsIn(vocabulary.DOCUMENT_KINDS) kind!: vocabulary.DocumentKind;
  @IsString() @Length(1, 60) number!: string;
}

/** Route as far as the unit knows it; countries as ISO 3166-1 alpha-2. */
export class Route {
  @Optional() @Matches(COUNTRY_PATTERN) dispatch?: string;
  @Optional() @Matches(COUNTRY_PATTERN) origin?: string;
  @Optional() @IsArray() @ArrayMaxSize(10) @Matches(COUNTRY_PATTERN, { each: true }) transit?: string[];
  @Optional() @IsString() @MaxLength(120) postOfExit?: string;
  /** Unit id of the next Port Control Unit on the way. */
  @Optional() @IsString() @MaxLength(30) nextUnit?: string;
}

/** Nominal: never leaves the owning country except to the OCU. */
export class Party {
  @IsString() @Length(1, 200) name!: string;
  @Optional() @Matches(COUNTRY_PATTERN) country?: string;
}

/** One controlled transport unit. The short form is the required part; the rest opens when it matters. */
export class ControlLine {
  /** Made by the client, unique in the report, kept over revisions. */
  @IsString() @Length(1, 64) lineId!: string;
  /** Function or account of the officer who entered the line; stays in the country. */
  @Optional() @IsString() @Length(1, 60) author?: string;
  @IsIn(vocabulary.TRANSPORT_KINDS) transportKind!: vocabulary.TransportKind;
  /** Number exactly as written on the transport unit or document. */
  @IsString() @Length(1, 40) number!: string;
  @IsIn(vocabulary.REGIMES) regime!: vocabulary.Regime;
  @NestedList(() => GoodsLine, { min: 1, max: 50 })
  goods!: GoodsLine[];
  @Matches(COUNTRY_PATTERN) destination!: string;
  @IsIn(vocabulary.OUTCOMES) outcome!: vocabulary.Outcome;

  @Optional() @IsIn(vocabulary.CONTROL_ACTS) act?: vocabulary.ControlAct;
  @Optional() @Matches(INSTANT_WITH_OFFSET_PATTERN) startedAt?: string;
  @Optional() @Matches(INSTANT_WITH_OFFSET_PATTERN) endedAt?: string;
  @Optional() @IsIn(vocabulary.SELECTION_GROUNDS) selectedBecause?: vocabulary.SelectionGround;
  @Optional() @IsString() @MaxLength(120) riskIndicator?: string;
  @Optional() @IsString() @MaxLength(40) warningNumber?: string;
  @Optional()
  @IsArray()
  @ArrayMaxSize(4)
  @IsString({ each: true })
  @MaxLength(20, { each: true })
  plates?: string[];
  @Optional() @Matches(COUNTRY_PATTERN) plateCountry?: string;
  /** Number of the wagon that carries this container. */
  @Optional() @IsString() @MaxLength(40) parent?: string;
  @Optional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  sealsFound?: string[];
  @Optional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  sealsApplied?: string[];
  @Optional() @IsString() @MaxLength(40) reloadedFrom?: string;
  @Optional() @IsString() @MaxLength(40) reloadedTo?: string;
  @Optional() @Nested(() => TransportDocument) document?: TransportDocument;
  @Optional() @Nested(() => Route) route?: Route;
  @Optional() @Nested(() => Party) consignor?: Party;
  @Optional() @Nested(() => Party) consignee?: Party;
  /** Pre-export notification number, or `none` where none was seen. */
  @Optional() @IsString() @MaxLength(60) preExportNotification?: string;
  @Optional()
  @IsArray()
  @ArrayMaxSize(9)
  @IsIn(vocabulary.METHODS, { each: true })
  methods?: vocabulary.Method[];
  @Optional()
  @NestedList(() => FoundSubstance, { max: 20 })
  found?: FoundSubstance[];
  @Optional()
  @IsArray()
  @ArrayMaxSize(6)
  @IsIn(vocabulary.DISCREPANCY_KINDS, { each: true })
  discrepancies?: vocabulary.DiscrepancyKind[];
  @Optional() @IsBoolean() follow?: boolean;
  /** Absent means `routine`. */
  @Optional() @IsIn(vocabulary.HANDLINGS) handling?: vocabulary.Handling;
}
