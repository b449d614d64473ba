import { IsBoolean, IsIn, IsInt, IsString, Matches, MaxLength, Min } from 'class-validator';
import { NestedList } from '../nested.js';
import { TOTAL_DECIMAL_PATTERN } from '../shapes.js';

/** The figures that add up over days and countries. Differences between two states of them may be negative. */
export class AdditiveFigures {
  /** Lines: every control of a transport unit is one ("examinations" in the counting rules). */
  @IsInt() controls!: number;
  /** Controls by external look (осмотр). */
  @IsInt() inspections!: number;
  /** Controls that opened the transport unit (досмотр). */
  @IsInt() examinations!: number;
  /** Controls with at least one discrepancy. */
  @IsInt() withDiscrepancy!: number;
  /** Seizure cases, each once, for the country that seized. */
  @IsInt() seizures!: number;
  /** Detention cases. */
  @IsInt() detentions!: number;
  /** Controls whose outcome is still pending. */
  @IsInt() pending!: number;
  /** Seizure and detention cases whose substance a laboratory has confirmed. */
  @IsInt() confirmed!: number;
}

/** Additive figures and the two distinct counts, which do not add up over days or countries. */
export class Figures extends AdditiveFigures {
  /** Distinct transport units, by matching key. */
  @IsInt() @Min(0) transportUnits!: number;
  /** Distinct consignments: by transport document, or the line itself where none is given. */
  @IsInt() @Min(0) consignments!: number;
}

/** Day and cumulative count of one code (transport kind, regime, method, outcome, declared counter). */
export class CountEntry {
  @IsString() @MaxLength(40) code!: string;
  @IsInt() @Min(0) day!: number;
  @IsInt() @Min(0) cumulative!: number;
}

/** Exact total of one kind of measure, in its base unit. */
export class MeasureTotal {
  @IsIn(['kg', 'L', 'piece', 'package']) unit!: 'kg' | 'L' | 'piece' | 'package';
  @Matches(TOTAL_DECIMAL_PATTERN) amount!: string;
}

/** Controls that declared or found a listed chemical, and declared net quantities by kind of measure. */
export class ChemicalFigures {
  @IsString() @MaxLength(60) chemical!: string;
  /** Under international control on the operation day. */
  @IsBoolean() controlled!: boolean;
  @IsInt() @Min(0) dayControls!: number;
  @IsInt() @Min(0) cumulativeControls!: number;
  @NestedList(() => MeasureTotal, { max: 4 })
  dayQuantity!: MeasureTotal[];
  @NestedList(() => MeasureTotal, { max: 4 })
  cumulativeQuantity!: MeasureTotal[];
}
