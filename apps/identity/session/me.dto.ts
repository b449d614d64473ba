import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Matches,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import {
  COUNTRY_PATTERN,
  INSTANT_PATTERN,
  OPERATION_PATTERN,
  UNIT_PATTERN,
  UUID_PATTERN,
} from '#libs/contracts/shapes.js';
import { ROLES, type Role } from '#libs/security/acting-party.js';

const MANY = 1_000;

export class MyRole {
  @Matches(OPERATION_PATTERN) operation!: string;
  @IsIn(ROLES) role!: Role;
  @Optional() @Matches(UNIT_PATTERN) unit?: string;
  @Optional() @Matches(COUNTRY_PATTERN) country?: string;
}

/** Who has signed in. */
export class Me {
  @IsString() name!: string;
  @IsIn(['en', 'ru']) language!: 'en' | 'ru';
  @NestedList(() => MyRole, { max: MANY }) roles!: MyRole[];
}

export class MySession {
  @Matches(UUID_PATTERN) id!: string;
  @Matches(INSTANT_PATTERN) createdAt!: string;
  /** At most a minute behind. */
  @Matches(INSTANT_PATTERN) lastSeenAt!: string;
  /** What the browser calls itself. */
  @IsString() agent!: string;
  /** Whether the question came in this session. */
  @IsBoolean() isThis!: boolean;
}

export class MySessions {
  @NestedList(() => MySession, { max: MANY }) sessions!: MySession[];
}

export class SessionsEnded {
  @IsInt() @Min(0) ended!: number;
}

export class ChangePasswordRequest {
  @IsString() @MinLength(1) @MaxLength(1_024) password!: string;
  @IsString() @MinLength(1) @MaxLength(2_048) newPassword!: string;
}

export class RenewRecoveryCodesRequest {
  /** Of the authenticator. */
  @IsString() @MinLength(1) @MaxLength(20) code!: string;
}

export class ReplaceSecondFactorRequest extends RenewRecoveryCodesRequest {
  @IsString() @MinLength(1) @MaxLength(1_024) password!: string;
}

export class RecoveryCodes {
  /** Shown once. */
  @IsArray() @IsString({ each: true }) recoveryCodes!: string[];
}

export class CredentialsChanged {
  @IsIn(['changed']) state!: 'changed';
}
