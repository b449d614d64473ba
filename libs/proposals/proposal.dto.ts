import { Allow, IsBoolean, IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import { INSTANT_PATTERN, OPERATION_PATTERN, SHA256_PATTERN, UUID_PATTERN } from '#libs/contracts/shapes.js';
import { type Proposal, PROPOSAL_STATES, type ProposalState } from './proposal.records.js';
import { stateAt } from './two-persons.domain.js';

/** What the approving person has seen. */
export class ApprovalRequest {
  /** `contentHash` of the proposal: another one is refused. */
  @Matches(SHA256_PATTERN) contentHash!: string;
}

/** Why a proposal is refused, or taken back. */
export class ReasonRequest {
  @IsString() @MinLength(1) @MaxLength(1_000) reason!: string;
}

/** A proposal, as who may decide on it sees it. */
export class ProposalAnswer {
  @Matches(UUID_PATTERN) id!: string;
  @Matches(OPERATION_PATTERN) operation!: string;
  /** What it is about; one proposal is open for it at a time. */
  @IsString() subject!: string;
  @IsString() kind!: string;
  /** What the approval does. */
  @Allow() content!: Readonly<Record<string, unknown>>;
  @Matches(SHA256_PATTERN) contentHash!: string;
  @IsIn(PROPOSAL_STATES) state!: ProposalState;
  @IsString() proposedBy!: string;
  /** The person is a deputy by the Plan. */
  @IsBoolean() isProposedByDeputy!: boolean;
  @Matches(INSTANT_PATTERN) proposedAt!: string;
  @Matches(INSTANT_PATTERN) expiresAt!: string;
  /** From here on: once it is decided. */
  @Optional() @IsString() decidedBy?: string;
  @Optional() @IsBoolean() isDecidedByDeputy?: boolean;
  @Optional() @Matches(INSTANT_PATTERN) decidedAt?: string;
  @Optional() @IsString() reason?: string;
}

export class ProposalList {
  @NestedList(() => ProposalAnswer, { max: 1_000 }) proposals!: ProposalAnswer[];
}

/** The proposal as it is told at an instant. */
export function proposalAnswer(proposal: Proposal, at: string): ProposalAnswer {
  const { id, operation, subject, kind, content, contentHash, proposedBy, isProposedByDeputy } = proposal;
  const { proposedAt, expiresAt, decidedBy, isDecidedByDeputy, decidedAt, reason } = proposal;
  return {
    ...{ id, operation, subject, kind, content, contentHash, proposedBy, isProposedByDeputy },
    ...{ proposedAt, expiresAt },
    state: stateAt(proposal, at),
    ...(decidedBy !== null && { decidedBy }),
    ...(isDecidedByDeputy !== null && { isDecidedByDeputy }),
    ...(decidedAt !== null && { decidedAt }),
    ...(reason !== null && { reason }),
  };
}
