import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import { INSTANT_PATTERN, UNIT_PATTERN } from '#libs/contracts/shapes.js';
import { MAX_API_KEY_DAYS } from '#libs/security/tokens/api-key.js';

/** What the system of a unit may be allowed. */
export const API_KEY_SCOPES = [
  'operation.read',
  'daily-report.submit',
  'daily-report.draft',
  'daily-report.withdraw',
  'daily-report.read',
  'finding.read',
  'bulletin.read',
] as const;
export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];

export class CreateApiKeyRequest {
  @Matches(UNIT_PATTERN) unit!: string;
  /** What the key is for, in the administrator's words. */
  @IsString() @MinLength(1) @MaxLength(100) label!: string;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(API_KEY_SCOPES.length)
  @IsIn(API_KEY_SCOPES, { each: true })
  scopes!: ApiKeyScope[];
  @IsInt() @Min(1) @Max(MAX_API_KEY_DAYS) days!: number;
}

/** A key as it may be shown for good. */
export class ApiKeyAnswer {
  /** `cvs_<id>`, the beginning of the key. */
  @IsString() key!: string;
  @IsString() keyId!: string;
  @Matches(UNIT_PATTERN) unit!: string;
  @IsString() label!: string;
  @IsArray() @IsIn(API_KEY_SCOPES, { each: true }) scopes!: ApiKeyScope[];
  @Matches(INSTANT_PATTERN) createdAt!: string;
  @Matches(INSTANT_PATTERN) expiresAt!: string;
  /** At most a minute behind. */
  @Optional() @Matches(INSTANT_PATTERN) lastUsedAt?: string;
  @Optional() @Matches(INSTANT_PATTERN) revokedAt?: string;
}

export class ApiKeyList {
  @NestedList(() => ApiKeyAnswer, { max: 10_000 }) keys!: ApiKeyAnswer[];
}

export class ApiKeyMade {
  /** The whole key; shown once. */
  @IsString() key!: string;
  @IsString() keyId!: string;
  @Matches(INSTANT_PATTERN) expiresAt!: string;
}

export class ApiKeyRevoked {
  @IsString() keyId!: string;
}
