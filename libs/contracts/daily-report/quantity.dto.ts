import { IsIn, Matches } from 'class-validator';
import { DECIMAL_PATTERN } from '../shapes.js';
import { MEASURE_UNITS, type MeasureUnit } from '../vocabulary.js';

/** An exact amount with its unit. The amount travels as a decimal string: a JSON number would lose digits. */
export class Quantity {
  @Matches(DECIMAL_PATTERN) amount!: string;
  @IsIn(MEASURE_UNITS) unit!: MeasureUnit;
}
