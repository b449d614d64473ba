import { type EntityManager } from 'typeorm';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import { type Proposal, type ProposalState, type Signatory } from './proposal.records.js';

const COLUMNS = `id, operation, subject, kind, content, content_hash as "contentHash", proposed_by as "proposedBy",
  proposed_person as "proposedPerson", proposed_by_deputy as "isProposedByDeputy",
  ${sqlInstant('proposed_at')} as "proposedAt", ${sqlInstant('expires_at')} as "expiresAt", state,
  decided_by as "decidedBy", decided_by_deputy as "isDecidedByDeputy", ${sqlInstant('decided_at')} as "decidedAt", reason`;

/** A proposal that is about to be kept. */
export type KeptProposal = Omit<
  Proposal,
  'state' | 'decidedBy' | 'isDecidedByDeputy' | 'decidedAt' | 'reason'
>;

/** What a decision adds. */
export interface DecisionMade {
  readonly state: ProposalState;
  readonly by: Signatory;
  readonly at: string;
  readonly reason?: string;
}

/** Keeps a proposal. @returns false where another one is open for the subject */
export async function insertProposal(manager: EntityManager, kept: KeptProposal): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `insert into proposal (id, operation, subject, kind, content, content_hash, proposed_by, proposed_person,
       proposed_by_deputy, proposed_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (operation, subject) where state = 'open' do nothing returning 1`,
    [
      ...[kept.id, kept.operation, kept.subject, kept.kind, JSON.stringify(kept.content), kept.contentHash],
      ...[kept.proposedBy, kept.proposedPerson, kept.isProposedByDeputy, kept.proposedAt, kept.expiresAt],
    ],
  );
  return rows.length === 1;
}

/** An open proposal that nobody decided in time makes room for another one. */
export async function expireProposals(
  manager: EntityManager,
  operation: string,
  subject: string,
  at: string,
): Promise<void> {
  await manager.query(
    `update proposal set state = 'expired'
     where operation = $1 and subject = $2 and state = 'open' and expires_at <= $3`,
    [operation, subject, at],
  );
}

/** The newest proposal for a subject, locked until the transaction ends. */
export async function lockNewest(
  manager: EntityManager,
  operation: string,
  subject: string,
): Promise<Proposal | undefined> {
  const [found] = await manager.query<Proposal[]>(
    `select ${COLUMNS} from proposal where operation = $1 and subject = $2
     order by (state = 'open') desc, proposed_at desc, id limit 1 for update`,
    [operation, subject],
  );
  return found;
}

/** The newest proposal for a subject. */
export async function newestProposal(
  manager: EntityManager,
  operation: string,
  subject: string,
): Promise<Proposal | undefined> {
  const [found] = await manager.query<Proposal[]>(
    `select ${COLUMNS} from proposal where operation = $1 and subject = $2
     order by (state = 'open') desc, proposed_at desc, id limit 1`,
    [operation, subject],
  );
  return found;
}

/** Locks a proposal of the operation until the transaction ends. */
export async function lockProposal(
  manager: EntityManager,
  operation: string,
  id: string,
): Promise<Proposal | undefined> {
  const [found] = await manager.query<Proposal[]>(
    `select ${COLUMNS} from proposal where operation = $1 and id = $2 for update`,
    [operation, id],
  );
  return found;
}

/** The newest proposals of the operation first. */
export async function proposalsOf(
  manager: EntityManager,
  operation: string,
  limit: number,
): Promise<Proposal[]> {
  return manager.query(
    `select ${COLUMNS} from proposal where operation = $1
     order by (state = 'open') desc, proposed_at desc, id limit $2`,
    [operation, limit],
  );
}

/** @returns false where the proposal is no longer open */
export async function decideProposal(
  manager: EntityManager,
  id: string,
  { state, by, at, reason }: DecisionMade,
): Promise<boolean> {
  const [, count] = await manager.query<[unknown[], number]>(
    `update proposal set state = $2, decided_by = $3, decided_person = $4, decided_by_deputy = $5, decided_at = $6,
       reason = $7
     where id = $1 and state = 'open'`,
    [id, state, by.party, by.person, by.isDeputy, at, reason ?? null],
  );
  return count === 1;
}
