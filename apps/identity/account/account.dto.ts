import { IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import {
  COUNTRY_PATTERN,
  EMAIL_PATTERN,
  INSTANT_PATTERN,
  UNIT_PATTERN,
  UUID_PATTERN,
} from '#libs/contracts/shapes.js';
import { ROLES, type Role } from '#libs/security/acting-party.js';
import { ACCOUNT_STATES, type AccountState } from './account.records.js';

/** A role in the operation of the address. */
export class RoleRequest {
  @IsIn(ROLES) role!: Role;
  @Optional() @Matches(UNIT_PATTERN) unit?: string;
  @Optional() @Matches(COUNTRY_PATTERN) country?: string;
}

export class InviteRequest extends RoleRequest {
  /** Letters of one script, digits, dot, underscore, hyphen. */
  @IsString() @MinLength(1) @MaxLength(60) name!: string;
  @Matches(EMAIL_PATTERN) @MaxLength(200) mail!: string;
  @IsIn(['en', 'ru']) language!: 'en' | 'ru';
  @Matches(UUID_PATTERN) organisation!: string;
}

/** An account as the administrator of an operation sees it. */
export class AccountAnswer extends RoleRequest {
  @Matches(UUID_PATTERN) id!: string;
  @IsString() name!: string;
  @IsString() mail!: string;
  @IsIn(['en', 'ru']) language!: 'en' | 'ru';
  @Matches(UUID_PATTERN) organisation!: string;
  @IsIn(ACCOUNT_STATES) state!: AccountState;
  /** Until when the open invitation can be accepted. */
  @Optional() @Matches(INSTANT_PATTERN) invitedUntil?: string;
}

export class AccountList {
  @NestedList(() => AccountAnswer, { max: 10_000 }) accounts!: AccountAnswer[];
}

export class AccountChanged {
  @IsIn(['role-taken', 'disabled']) state!: 'role-taken' | 'disabled';
}
