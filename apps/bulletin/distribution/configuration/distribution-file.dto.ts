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
} from 'class-validator';
import { IsCalendarDay } from '#libs/contracts/is-calendar-day.js';
import { Nested, NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import { COUNTRY_PATTERN, EMAIL_PATTERN, OPERATION_PATTERN } from '#libs/contracts/shapes.js';
import { CHANNELS, type Channel } from '../ledger/delivery-states.domain.js';

/** What an e-mail carries: the address of the bulletin, or the sealed package, encrypted to the country's key. */
export const EMAIL_CONTENTS = ['link', 'encrypted_package'] as const;
export type EmailContent = (typeof EMAIL_CONTENTS)[number];

const BASE64URL = /^[A-Za-z0-9_-]{40,100}$/;

/** Functional mailboxes of a country. */
export class EmailRecipient {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @Matches(EMAIL_PATTERN, { each: true })
  @MaxLength(200, { each: true })
  to!: string[];
  @IsIn(EMAIL_CONTENTS) content!: EmailContent;
}

/** A program of a country that is told of each bulletin. */
export class WebhookRecipient {
  @IsString() @MaxLength(500) url!: string;
}

/** The public key of a country, for what is encrypted to it (a JSON Web Key without its private part). */
export class RecipientKey {
  @IsIn(['EC', 'OKP']) kty!: 'EC' | 'OKP';
  @IsIn(['P-256', 'X25519']) crv!: 'P-256' | 'X25519';
  @Matches(BASE64URL) x!: string;
  @Optional() @Matches(BASE64URL) y?: string;
  /** Last day (UTC) on which something is encrypted to it. */
  @IsCalendarDay() expires!: string;
}

/** The ways of the bulletins to one country. */
export class CountryDistribution {
  @Matches(COUNTRY_PATTERN) country!: string;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @IsIn(CHANNELS, { each: true })
  channels!: Channel[];
  @Optional() @Nested(() => EmailRecipient) email?: EmailRecipient;
  @Optional() @Nested(() => WebhookRecipient) webhook?: WebhookRecipient;
  @Optional() @Nested(() => RecipientKey) key?: RecipientKey;
}

/** `config/distribution/<operation>.yaml`: how the bulletins of an operation reach its countries. */
export class DistributionFile {
  @Matches(OPERATION_PATTERN) operation!: string;
  /** Until when after its issue a country is asked to acknowledge a bulletin. */
  @Optional() @IsInt() @Min(1) @Max(720) acknowledgeWithinHours?: number;
  /** Where the countries reach the product, `https://bulletins.example.org`; named in mail and webhooks. */
  @Optional() @IsString() @MaxLength(300) publicAddress?: string;
  /** Countries that are not named here have the mailbox of the product. */
  @NestedList(() => CountryDistribution, { max: 60 }) countries!: CountryDistribution[];
}
