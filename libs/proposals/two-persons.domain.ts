import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { type ActingParty, nameOfParty } from '#libs/security/acting-party.js';
import { type NewProposal, type Proposal, type ProposalState, type Signatory } from './proposal.records.js';

export type Decision = 'approve' | 'refuse' | 'withdraw';

/** State of a proposal after each decision. */
export const STATE_AFTER: Readonly<Record<Decision, ProposalState>> = {
  approve: 'approved',
  refuse: 'refused',
  withdraw: 'withdrawn',
};

/** Why a decision is not taken: the status and code of a problem. */
export interface DecisionRefusal {
  readonly status: 403 | 409 | 412;
  readonly code:
    | 'proposal-decided'
    | 'proposal-expired'
    | 'proposal-content-changed'
    | 'another-person-needed'
    | 'proposal-of-another';
}

interface DecisionAsked {
  readonly decision: Decision;
  readonly by: Signatory;
  readonly at: string;
  /** What the person has seen, or what stands now; absent where nothing is approved. */
  readonly contentHash?: string;
}

/** Names are compared without regard to case and composition, as accounts are. */
export const personKey = (person: string): string => person.normalize('NFC').toLowerCase();

/** Who acts, for a proposal. */
export function signatoryOf(party: ActingParty, isDeputy = false): Signatory {
  return { party: nameOfParty(party), person: personKey(party.person), isDeputy };
}

export function contentHashOf({ kind, content }: Pick<NewProposal, 'kind' | 'content'>): string {
  return sha256Hex(canonicalJson({ kind, content }));
}

/** The state that is told at an instant. */
export function stateAt({ state, expiresAt }: Proposal, at: string): ProposalState {
  return state === 'open' && Date.parse(at) >= Date.parse(expiresAt) ? 'expired' : state;
}

/**
 * Who proposed may only withdraw, another person only approve or refuse; once, before it expires, and exactly what was
 * proposed. Undefined: the decision may be taken.
 */
export function refuseDecision(proposal: Proposal, asked: DecisionAsked): DecisionRefusal | undefined {
  const state = stateAt(proposal, asked.at);
  const isOwn = proposal.proposedPerson === asked.by.person;
  if (asked.decision === 'withdraw' && !isOwn) return { status: 403, code: 'proposal-of-another' };
  if (asked.decision !== 'withdraw' && isOwn) return { status: 403, code: 'another-person-needed' };
  if (state === 'expired') return { status: 409, code: 'proposal-expired' };
  if (state !== 'open') return { status: 409, code: 'proposal-decided' };
  if (asked.contentHash !== undefined && asked.contentHash !== proposal.contentHash)
    return { status: 412, code: 'proposal-content-changed' };
  return undefined;
}
