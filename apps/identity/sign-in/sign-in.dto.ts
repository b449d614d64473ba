import { IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { Optional } from '#libs/contracts/optional.js';
import { INSTANT_PATTERN } from '#libs/contracts/shapes.js';

/** More characters than the bytes of any password that is taken. */
const LONG = 1_024;

/** First step. */
export class SignInRequest {
  @IsString() @MinLength(1) @MaxLength(60) name!: string;
  @IsString() @MinLength(1) @MaxLength(LONG) password!: string;
}

/** What the second step must name. */
export class SignInChallenge {
  @IsString() challenge!: string;
  @Matches(INSTANT_PATTERN) expiresAt!: string;
}

/** Second step: a code of the authenticator, or a recovery code. */
export class SecondFactorRequest {
  @IsString() @MinLength(1) @MaxLength(60) challenge!: string;
  @Optional() @IsString() @MinLength(1) @MaxLength(20) code?: string;
  @Optional() @IsString() @MinLength(1) @MaxLength(40) recoveryCode?: string;
}

export class SignInOutcome {
  @IsIn(['signed-in', 'signed-out']) state!: 'signed-in' | 'signed-out';
}
