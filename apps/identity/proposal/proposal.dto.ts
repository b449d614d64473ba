import { IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { Nested } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import { INSTANT_PATTERN, SHA256_PATTERN } from '#libs/contracts/shapes.js';
import { ProposalAnswer } from '#libs/proposals/proposal.dto.js';
import { InvitationMade } from '../invitation/invitation.dto.js';

/** An approved proposal; the invitation, where it made one, is shown this once. */
export class ApprovalAnswer {
  @Nested(() => ProposalAnswer) proposal!: ProposalAnswer;
  @Optional() @Nested(() => InvitationMade) invitation?: InvitationMade;
}

/** As `cli keys propose-rotation` prints it. */
export class RotationRequest {
  @IsIn(['signing-key.rotate']) kind!: 'signing-key.rotate';
  /** Of the published keys as they are now: with other keys the approval is worth nothing. */
  @Matches(SHA256_PATTERN) publishedKeysHash!: string;
  /** When the new key begins to sign. */
  @Matches(INSTANT_PATTERN) from!: string;
  /** Hours for which the keys before may still sign. */
  @IsInt() @Min(0) @Max(9_999) overlapHours!: number;
}

/** As `cli keys propose-revocation` prints it. */
export class RevocationRequest {
  @IsIn(['signing-key.revoke']) kind!: 'signing-key.revoke';
  @Matches(SHA256_PATTERN) publishedKeysHash!: string;
  /** Id of the key. */
  @Matches(/^[\w-]{43}$/) key!: string;
  /** Since when it is revoked. */
  @Matches(INSTANT_PATTERN) from!: string;
}
