import { IsIn, IsInt, Matches, Min } from 'class-validator';
import { NestedList } from '../nested.js';
import { IsCalendarDay } from '../is-calendar-day.js';
import { Optional } from '../optional.js';
import { INSTANT_PATTERN, KEY_ID_PATTERN, OPERATION_PATTERN, SHA256_PATTERN } from '../shapes.js';

/** One file of an issued bulletin. JSON is one for both languages. */
export class BulletinFile {
  @IsIn(['en', 'ru', 'mul']) language!: 'en' | 'ru' | 'mul';
  @IsIn(['html', 'pdf', 'json']) format!: 'html' | 'pdf' | 'json';
  @Matches(SHA256_PATTERN) sha256!: string;
  /** Size in bytes. */
  @IsInt() @Min(1) size!: number;
}

/** The bulletin is issued and will never change. */
export class BulletinIssued {
  @Matches(OPERATION_PATTERN) operation!: string;
  @IsCalendarDay() operationDay!: string;
  @IsInt() @Min(1) number!: number;
  @IsInt() @Min(0) revision!: number;
  @Matches(INSTANT_PATTERN) issuedAt!: string;
  @Matches(SHA256_PATTERN) snapshotHash!: string;
  @NestedList(() => BulletinFile, { max: 10 })
  files!: BulletinFile[];
  /** SHA-256 of the signed manifest; absent for what was issued before bulletins were signed. */
  @Optional() @Matches(SHA256_PATTERN) manifestHash?: string;
  /** RFC 7638 thumbprint of the key that signed the manifest. */
  @Optional() @Matches(KEY_ID_PATTERN) keyId?: string;
}
