import { IsString, Length } from 'class-validator';
import { MAX_TEXT } from './shapes.js';

/** A text that exists in both bulletin languages. */
export class BilingualText {
  @IsString() @Length(1, MAX_TEXT) en!: string;
  @IsString() @Length(1, MAX_TEXT) ru!: string;
}
