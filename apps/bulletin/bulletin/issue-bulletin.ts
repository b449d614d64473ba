import { Injectable, Logger } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { type DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { EVENTS } from '#libs/contracts/topics.js';
import { EventLog } from '#libs/messaging/event-log.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { ProblemError } from '#libs/web/problem.js';
import { type RenderedFile } from '../rendering/rendering.types.js';
import { QueueDistribution } from '../distribution/ledger/queue-distribution.js';
import { SignBulletin } from '../signing/sign-bulletin.js';
import { type BulletinView, viewOf } from './bulletin-view.js';
import { incompleteTexts } from './complete-texts.domain.js';
import { nextState } from './bulletin-states.domain.js';
import { type BulletinKey, type BulletinRecord, type StoredFile } from './bulletin.records.js';
import { BulletinRepository } from './bulletin.repository.js';
import { BulletinRenderer } from './bulletin-renderer.js';
import { type Approving, IssueProposal } from './issue-proposal.js';
import { refuseIssue } from './issue-order.domain.js';
import { renderingProblem } from './rendering-problem.js';
import { QueueFullError, RenderingQueue } from './rendering-queue.js';

/** Issues that may be in hand and waiting in one process; more are told to come back. */
const QUEUE_CAPACITY = 8;

/** The head of the Operation Coordination Unit issues what another person proposed: all files, once and for good. */
@Injectable()
export class IssueBulletin {
  private readonly log = new Logger('bulletin');
  private readonly queue = new RenderingQueue(QUEUE_CAPACITY);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly bulletins: BulletinRepository,
    private readonly renderer: BulletinRenderer,
    private readonly signBulletin: SignBulletin,
    private readonly proposals: IssueProposal,
    private readonly events: EventLog,
    private readonly queueDistribution: QueueDistribution,
  ) {}

  /**
   * Issuing again gives the first answer.
   * @param approving who issues, and the instant of issue (UTC), printed in the bulletin
   * @throws ProblemError 404 `bulletin-unknown`; 409 with a code of issue-order.domain.ts or `bulletin-texts-incomplete`; those
   * of IssueProposal.approve; 503 `bulletin-rendering-unavailable`, `bulletin-signing-unavailable` or 500 `bulletin-rendering-failed`, which leave the draft as it was
   */
  async run(key: BulletinRecord, approving: Approving): Promise<BulletinView> {
    const issued = await this.issuedOrDue(key, approving.at);
    if (issued) return issued;
    return this.queue
      .run(() => this.issue(key, approving))
      .catch((error: unknown) => {
        throw error instanceof QueueFullError ? this.renderingFailed(error, key) : error;
      });
  }

  /** Renders outside of the transaction, which is kept short; whoever commits first has issued. */
  private async issue(key: BulletinRecord, approving: Approving): Promise<BulletinView> {
    const { at } = approving;
    const meanwhile = await this.issuedOrDue(key, at);
    if (meanwhile) return meanwhile;
    const snapshot = await this.bulletins.snapshot(key);
    if (!snapshot) throw unknown(key);
    await this.proposals.require(key, approving);
    requireCompleteTexts(snapshot, key);
    await this.signBulletin.requireKey(key, at);
    const rendered = await this.renderer.render(snapshot, at).catch((error: unknown) => {
      throw this.renderingFailed(error, key);
    });
    return this.unitOfWork.run(async (manager) => {
      await this.bulletins.lockOperation(manager, key.operation);
      const first = await this.issuedOrDue(key, at, manager);
      if (first) return first;
      await this.proposals.approve(manager, key, approving);
      return this.store(manager, snapshot, approving, rendered.map(storedFile));
    });
  }

  /** The answer of an issued bulletin; undefined for a draft whose turn it is. */
  private async issuedOrDue(
    key: BulletinKey,
    at: string,
    manager?: EntityManager,
  ): Promise<BulletinView | undefined> {
    const record = await this.bulletins.find(key, manager);
    if (!record) throw unknown(key);
    if (record.state === 'issued') return viewOf(record, await this.bulletins.files(key, manager));
    const editions = await this.bulletins.editionsAround(key, manager);
    const refusal = refuseIssue({ draft: record, editions, issuedAt: at });
    if (refusal) throw new ProblemError(409, refusal.code, refusal.params);
    return undefined;
  }

  private renderingFailed(error: unknown, key: BulletinKey): ProblemError {
    const problem = renderingProblem(error, key);
    this.log.error({ ...key, code: problem.code, ...problem.params, error: (error as Error).message });
    return problem;
  }

  private async store(
    manager: EntityManager,
    snapshot: DaySnapshot,
    { at: issuedAt, by: { party: issuedBy } }: Approving,
    files: readonly StoredFile[],
  ): Promise<BulletinView> {
    const state = nextState('draft', 'issue');
    if (!state) throw new Error('The life cycle does not let a draft be issued.');
    const key = { operation: snapshot.operation.code, number: snapshot.number, revision: snapshot.revision };
    const { referenceVersion, version: rendererVersion } = this.renderer;
    const made = { issuedAt, referenceVersion, rendererVersion, files };
    const snapshotHash = sha256Hex(canonicalJson(snapshot));
    await this.signBulletin.run(manager, { ...made, snapshot, snapshotHash });
    await this.bulletins.issue(manager, key, state, { ...made, issuedBy });
    const record = await this.bulletins.find(key, manager);
    if (!record) throw unknown(key);
    await this.queueDistribution.run(manager, snapshot, issuedAt, issuedBy);
    await this.announce(manager, record, issuedAt, files);
    return viewOf(record, await this.bulletins.files(key, manager));
  }

  private async announce(
    manager: EntityManager,
    { operation, operationDay, number, revision, snapshotHash, manifestHash, keyId }: BulletinRecord,
    issuedAt: string,
    files: readonly StoredFile[],
  ): Promise<void> {
    await this.events.append(manager, {
      definition: EVENTS.bulletinIssued,
      key: operation,
      data: {
        operation,
        operationDay,
        number,
        revision,
        issuedAt,
        snapshotHash,
        files: files.map(({ language, format, sha256, size }) => ({ language, format, sha256, size })),
        ...(manifestHash !== null && keyId !== null && { manifestHash, keyId }),
      },
      occurredAt: issuedAt,
      subject: `${number}/${revision}`,
    });
  }
}

const unknown = ({ number, revision }: BulletinKey) =>
  new ProblemError(404, 'bulletin-unknown', { number, revision });

function requireCompleteTexts(snapshot: DaySnapshot, { number, revision }: BulletinKey): void {
  const count = incompleteTexts(snapshot);
  if (count > 0) throw new ProblemError(409, 'bulletin-texts-incomplete', { number, revision, count });
}

const storedFile = ({
  language,
  format,
  bytes,
  sha256,
  charactersWithoutGlyph,
}: RenderedFile): StoredFile => ({
  language,
  format,
  bytes,
  sha256,
  size: bytes.length,
  charactersWithoutGlyph,
});
