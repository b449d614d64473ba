import type { FindingCode } from '../findings.js';

/** What was made of an identifier as written. It is always usable: findings remark, they do not refuse. */
export interface IdentifierCheck {
  /** Canonical form as far as the text allows; compare and print this one, keep the text as written beside it. */
  readonly normalised: string;
  /** In the order in which the checks ran; without repetition. */
  readonly findings: readonly FindingCode[];
}
