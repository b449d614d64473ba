import { IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { INSTANT_PATTERN } from '#libs/contracts/shapes.js';

export class LookAtInvitationRequest {
  @IsString() @MinLength(1) @MaxLength(60) token!: string;
}

/** What the invited person needs to see before it is accepted. */
export class InvitationAnswer {
  @IsString() name!: string;
  @IsIn(['en', 'ru']) language!: 'en' | 'ru';
  /** For an authenticator app: as typed, and as an address. */
  @IsString() totpSecret!: string;
  @IsString() totpUri!: string;
}

export class AcceptInvitationRequest extends LookAtInvitationRequest {
  @IsString() @MinLength(1) @MaxLength(2_048) password!: string;
  /** First code of the authenticator. */
  @IsString() @MinLength(1) @MaxLength(20) code!: string;
}

/** What the administrator hands over to the invited person, on a way that nobody else reads. */
export class InvitationMade {
  @IsString() account!: string;
  /** Shown once. */
  @IsString() token!: string;
  @Matches(INSTANT_PATTERN) expiresAt!: string;
}
