import { IsBoolean } from 'class-validator';
import { Optional } from '#libs/contracts/optional.js';

/** What the signer of a national day adds to the signature. */
export class SignNationalDayRequest {
  /** True: the day is complete although units are missing of which nothing was forwarded. */
  @Optional() @IsBoolean() confirmMissing?: boolean;
}
