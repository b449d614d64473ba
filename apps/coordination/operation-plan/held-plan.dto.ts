import { ArrayMaxSize, IsArray, IsInt, IsString, Matches, Min } from 'class-validator';
import { Nested } from '#libs/contracts/nested.js';
import { INSTANT_PATTERN, SHA256_PATTERN } from '#libs/contracts/shapes.js';
import { ProposalAnswer } from '#libs/proposals/proposal.dto.js';

/** A version of the plan that waits for two persons. */
export class HeldPlanAnswer {
  @Matches(SHA256_PATTERN) planHash!: string;
  /** What of it needs two persons. */
  @IsArray() @ArrayMaxSize(500) @IsString({ each: true }) changes!: readonly string[];
  @Matches(INSTANT_PATTERN) heldAt!: string;
}

export class PlanApproved {
  @Nested(() => ProposalAnswer) proposal!: ProposalAnswer;
  /** Of the plan that is published now. */
  @IsInt() @Min(1) version!: number;
}
