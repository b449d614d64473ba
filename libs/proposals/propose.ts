import { randomUUID } from 'node:crypto';
import { type EntityManager } from 'typeorm';
import { ProblemError } from '#libs/web/problem.js';
import { type NewProposal, type Proposal, type Signatory } from './proposal.records.js';
import { decideProposal, expireProposals, insertProposal, lockNewest } from './proposal.repository.js';
import { contentHashOf, type Decision, refuseDecision, STATE_AFTER } from './two-persons.domain.js';

/** Who proposes, when, and how long it stands. */
export interface Proposing {
  readonly by: Signatory;
  readonly at: string;
  readonly hours: number;
}

/** Who decides, when; the reason of a refusal or a withdrawal. */
export interface Deciding {
  readonly by: Signatory;
  readonly at: string;
  readonly reason?: string;
  /** What the person approves: another hash than that of the proposal is refused. */
  readonly contentHash?: string;
}

/**
 * Puts something before another person. Proposed again by the same person with the same content: the first proposal.
 * @throws ProblemError 409 `proposal-open`
 */
export async function propose(
  manager: EntityManager,
  proposal: NewProposal,
  { by, at, hours }: Proposing,
): Promise<Proposal> {
  const { operation, subject } = proposal;
  const contentHash = contentHashOf(proposal);
  await expireProposals(manager, operation, subject, at);
  await insertProposal(manager, {
    ...proposal,
    ...{ id: randomUUID(), contentHash, proposedAt: at, expiresAt: hoursAfter(at, hours) },
    ...{ proposedBy: by.party, proposedPerson: by.person, isProposedByDeputy: by.isDeputy },
  });
  const kept = await lockNewest(manager, operation, subject);
  if (kept?.state !== 'open') throw new Error(`No proposal is open for ${subject} of ${operation}.`);
  if (kept.proposedPerson === by.person && kept.contentHash === contentHash) return kept;
  throw new ProblemError(409, 'proposal-open', { whom: kept.proposedBy, until: kept.expiresAt });
}

/**
 * Approves, refuses or withdraws a locked proposal. What the approval does belongs into the same transaction.
 * @throws ProblemError with a status and code of two-persons.domain.ts
 */
export async function decide(
  manager: EntityManager,
  proposal: Proposal,
  decision: Decision,
  deciding: Deciding,
): Promise<Proposal> {
  const refusal = refuseDecision(proposal, { decision, ...deciding });
  if (refusal) throw new ProblemError(refusal.status, refusal.code, { state: proposal.state });
  const { by, at, reason } = deciding;
  const state = STATE_AFTER[decision];
  if (!(await decideProposal(manager, proposal.id, { state, ...deciding })))
    throw new ProblemError(409, 'proposal-decided', { state: proposal.state });
  const made = { decidedBy: by.party, isDecidedByDeputy: by.isDeputy, decidedAt: at };
  return { ...proposal, state, ...made, reason: reason ?? null };
}

const hoursAfter = (at: string, hours: number): string =>
  new Date(Date.parse(at) + hours * 3_600_000).toISOString();
