import { IsBoolean, IsIn, IsInt, IsString, Matches, MaxLength, Min } from 'class-validator';
import { IsCalendarDay } from '#libs/contracts/is-calendar-day.js';
import { Nested, NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import {
  COUNTRY_PATTERN,
  INSTANT_PATTERN,
  OPERATION_PATTERN,
  SHA256_PATTERN,
} from '#libs/contracts/shapes.js';
import {
  RECEIPT_FINDINGS,
  RECEIPT_KINDS,
  type ReceiptFindingCode,
  type ReceiptKind,
} from '#libs/signing/receipts/receipt.types.js';
import {
  CHANNELS,
  CHANNEL_STATES,
  DELIVERY_STATES,
  type Channel,
  type ChannelState,
  type DeliveryState,
  type DeliveryStep,
  type StepOrigin,
} from './delivery-states.domain.js';
import { DELIVERY_WARNINGS, type DeliveryWarning } from './delivery-warnings.domain.js';

/** Where a bulletin stands on one way to a country. */
export class ChannelAnswer {
  @IsIn(CHANNELS) channel!: Channel;
  @IsIn(CHANNEL_STATES) state!: ChannelState;
  @IsInt() @Min(0) attempts!: number;
  @Optional() @IsString() lastError?: string;
  @Matches(INSTANT_PATTERN) changedAt!: string;
}

/** The key of a country, to which its packages are encrypted. */
export class RecipientKeyAnswer {
  @IsCalendarDay() expires!: string;
  @IsIn(['valid', 'expiring', 'expired']) expiry!: 'valid' | 'expiring' | 'expired';
}

/** How a country answered. Functions are told, not names: the account stands in the signed record. */
export class ReceiptAnswer {
  @IsIn(RECEIPT_KINDS) kind!: ReceiptKind;
  @Optional() @Matches(SHA256_PATTERN) sha256?: string;
  @Optional() @IsString() file?: string;
  @Optional() @IsString() reason?: string;
  /** `contact_point:UZ`. */
  @IsString() by!: string;
  @Matches(INSTANT_PATTERN) at!: string;
  @Matches(SHA256_PATTERN) recordHash!: string;
  /** What is wrong with the kept receipt: then it proves nothing. */
  @Optional() @IsIn(RECEIPT_FINDINGS) finding?: ReceiptFindingCode;
}

/** A hash that the country named and that is none of the bulletin. */
export class OtherHashAnswer {
  @Matches(SHA256_PATTERN) sha256!: string;
  @Matches(INSTANT_PATTERN) at!: string;
}

/** Where a bulletin stands in one country. */
export class DeliveryAnswer {
  @Matches(COUNTRY_PATTERN) country!: string;
  @IsIn(DELIVERY_STATES) state!: DeliveryState;
  @Matches(INSTANT_PATTERN) queuedAt!: string;
  @Matches(INSTANT_PATTERN) acknowledgeBy!: string;
  @Matches(INSTANT_PATTERN) changedAt!: string;
  @NestedList(() => ChannelAnswer, { max: 4 }) channels!: ChannelAnswer[];
  @Optional() @Nested(() => RecipientKeyAnswer) key?: RecipientKeyAnswer;
  @NestedList(() => ReceiptAnswer, { max: 2 }) receipts!: ReceiptAnswer[];
  @NestedList(() => OtherHashAnswer, { max: 20 }) otherHashes!: OtherHashAnswer[];
  /** What must not be overlooked. */
  @IsIn(DELIVERY_WARNINGS, { each: true }) warnings!: DeliveryWarning[];
}

/** The distribution of one bulletin: a row for each country. */
export class LedgerAnswer {
  @Matches(OPERATION_PATTERN) operation!: string;
  @IsInt() @Min(1) number!: number;
  @IsInt() @Min(0) revision!: number;
  @NestedList(() => DeliveryAnswer, { max: 60 }) deliveries!: DeliveryAnswer[];
}

/** A step of a delivery. */
export class StepAnswer {
  @IsString() step!: DeliveryStep;
  @Optional() @IsIn(CHANNELS) channel?: Channel;
  @Matches(INSTANT_PATTERN) at!: string;
  /** `contact_point:UZ`, `system`. */
  @IsString() by!: string;
  @IsIn(['issue', 'job', 'api']) origin!: StepOrigin;
  @Optional() @IsString() detail?: string;
}

/** A signed receipt as it is kept. */
export class SignedReceiptAnswer {
  @IsString() record!: string;
  @IsString() signature!: string;
}

/** All that is known of a bulletin in one country. */
export class CountryDeliveryAnswer {
  @Nested(() => DeliveryAnswer) delivery!: DeliveryAnswer;
  @NestedList(() => StepAnswer, { max: 200 }) steps!: StepAnswer[];
  @NestedList(() => SignedReceiptAnswer, { max: 2 }) signedReceipts!: SignedReceiptAnswer[];
}

/** One bulletin of a country's mailbox. */
export class MailboxEntryAnswer {
  @IsInt() @Min(1) number!: number;
  @IsInt() @Min(0) revision!: number;
  @IsCalendarDay() operationDay!: string;
  @IsIn(DELIVERY_STATES) state!: DeliveryState;
  @Matches(INSTANT_PATTERN) queuedAt!: string;
  @Matches(INSTANT_PATTERN) acknowledgeBy!: string;
  /** A later edition of the number is in the box. */
  @IsBoolean() superseded!: boolean;
}

/** What a country was sent, the newest first. */
export class MailboxAnswer {
  @Matches(COUNTRY_PATTERN) country!: string;
  @NestedList(() => MailboxEntryAnswer, { max: 2000 }) entries!: MailboxEntryAnswer[];
}

/** What a country received. */
export class AcknowledgeRequest {
  /** SHA-256 of the manifest or of a file of the bulletin. */
  @Matches(SHA256_PATTERN) sha256!: string;
}

/** Why a country refuses a bulletin. */
export class RefuseRequest {
  @IsString() @Matches(/\S/) @MaxLength(1000) reason!: string;
}

/** Which way is meant. */
export class ChannelRequest {
  @IsIn(CHANNELS) channel!: Channel;
}

/** A package was handed over by hand. */
export class CarriedRequest {
  /** How and to whom, as a function: `ContainerComm, duty officer`. */
  @IsString() @Matches(/\S/) @MaxLength(300) note!: string;
}

/** Receipts of an operation in their order, for `cli verify-receipts`. */
export class ReceiptsAnswer {
  @NestedList(() => SignedReceiptAnswer, { max: 100_000 }) receipts!: SignedReceiptAnswer[];
}
