import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { type NewProposal, type Proposal, type Signatory } from '#libs/proposals/proposal.records.js';
import { lockNewest, newestProposal } from '#libs/proposals/proposal.repository.js';
import { decide, type Deciding, propose } from '#libs/proposals/propose.js';
import { contentHashOf, refuseDecision } from '#libs/proposals/two-persons.domain.js';
import { ProblemError } from '#libs/web/problem.js';
import { BulletinRenderer } from './bulletin-renderer.js';
import { type BulletinKey, type BulletinRecord } from './bulletin.records.js';

/** How long a proposal to issue stands, in hours. */
const HOURS = 72;

type Draft = Pick<BulletinRecord, keyof BulletinKey | 'snapshotHash' | 'state' | 'closedAt'>;

/** What an approval must say beside who and when. */
export interface Approving {
  readonly by: Signatory;
  readonly at: string;
  /** The hash that the approving person has seen, where the request names one. */
  readonly seen?: string;
}

/** Issuing needs two persons: one proposes it, another one issues. */
@Injectable()
export class IssueProposal {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly renderer: BulletinRenderer,
  ) {}

  /** @throws ProblemError 409 `bulletin-issued`, `bulletin-before-closing`, `proposal-open` */
  propose(draft: Draft, by: Signatory, at: string): Promise<Proposal> {
    const { number, revision, closedAt } = draft;
    if (draft.state === 'issued') throw new ProblemError(409, 'bulletin-issued', { number, revision });
    if (Date.parse(at) < Date.parse(closedAt))
      throw new ProblemError(409, 'bulletin-before-closing', { number, revision, closedAt, issuedAt: at });
    return this.unitOfWork.run((manager) =>
      propose(manager, this.proposalOf(draft), { by, at, hours: HOURS }),
    );
  }

  /** @throws ProblemError 409 `proposal-missing` and those of a decision */
  end(key: BulletinKey, decision: 'refuse' | 'withdraw', deciding: Deciding): Promise<Proposal> {
    return this.unitOfWork.run(async (manager) =>
      decide(manager, found(await lockNewest(manager, ...placeOf(key))), decision, deciding),
    );
  }

  /** The newest proposal. @throws ProblemError 409 `proposal-missing` */
  async read(key: BulletinKey): Promise<Proposal> {
    return found(await newestProposal(this.dataSource.manager, ...placeOf(key)));
  }

  /** Before the work of rendering: whether this person could issue now. @throws ProblemError as `approve` */
  async require(draft: Draft, approving: Approving): Promise<void> {
    const proposal = await this.read(draft);
    requireSeen(proposal, approving);
    const { by, at } = approving;
    const refusal = refuseDecision(proposal, {
      decision: 'approve',
      by,
      at,
      contentHash: this.hashOf(draft),
    });
    if (refusal) throw new ProblemError(refusal.status, refusal.code, { state: proposal.state });
  }

  /**
   * In the transaction that issues.
   * @throws ProblemError 409 `proposal-missing`, `proposal-decided`, `proposal-expired`, 412 `proposal-content-changed`, 403
   * `another-person-needed`
   */
  async approve(manager: EntityManager, draft: Draft, approving: Approving): Promise<void> {
    const proposal = found(await lockNewest(manager, ...placeOf(draft)));
    requireSeen(proposal, approving);
    const { by, at } = approving;
    await decide(manager, proposal, 'approve', { by, at, contentHash: this.hashOf(draft) });
  }

  private hashOf = (draft: Draft): string => contentHashOf(this.proposalOf(draft));

  /** With other versions of renderer and reference data the bytes would be others than those of the preview. */
  private proposalOf(draft: Draft): NewProposal {
    const { number, revision, snapshotHash } = draft;
    const { version: rendererVersion, referenceVersion } = this.renderer;
    const [operation, subject] = placeOf(draft);
    const content = { number, revision, snapshotHash, rendererVersion, referenceVersion };
    return { operation, subject, kind: 'bulletin.issue', content };
  }
}

function requireSeen({ contentHash }: Proposal, { seen }: Approving): void {
  if (seen !== undefined && seen !== contentHash) throw new ProblemError(412, 'proposal-content-changed');
}

const placeOf = ({ operation, number, revision }: BulletinKey): [string, string] => [
  operation,
  `bulletin ${number}/${revision}`,
];

function found(proposal: Proposal | undefined): Proposal {
  if (!proposal) throw new ProblemError(409, 'proposal-missing');
  return proposal;
}
