/** How a proposal stands; one that nobody decided in time is `open` in the table and told as `expired`. */
export const PROPOSAL_STATES = ['open', 'approved', 'refused', 'withdrawn', 'expired'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** A person who proposes or decides. */
export interface Signatory {
  /** As `nameOfParty` writes it. */
  readonly party: string;
  /** Account name as `personKey` gives it: what tells two persons apart. */
  readonly person: string;
  /** Named as a deputy by the Plan: acts under the own name, and is marked. */
  readonly isDeputy: boolean;
}

/** What one person puts before another. */
export interface NewProposal {
  readonly operation: string;
  /** What it is about, e.g. `bulletin 5/0`: one proposal is open for it at a time. */
  readonly subject: string;
  readonly kind: string;
  /** Everything that the approval will do: JSON of texts, booleans and whole numbers. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** A proposal as it is kept. Instants in UTC. */
export interface Proposal extends NewProposal {
  readonly id: string;
  /** SHA-256 of the canonical JSON of kind and content. */
  readonly contentHash: string;
  readonly proposedBy: string;
  readonly proposedPerson: string;
  readonly isProposedByDeputy: boolean;
  readonly proposedAt: string;
  readonly expiresAt: string;
  readonly state: ProposalState;
  /** From here on: null while nobody has decided. */
  readonly decidedBy: string | null;
  readonly isDecidedByDeputy: boolean | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
}
