import { Controller } from '@nestjs/common';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { type OperationDayClosed } from '#libs/contracts/operation-day/operation-day-events.dto.js';
import { EVENTS } from '#libs/contracts/topics.js';
import { OnEvent } from '#libs/messaging/on-event.js';
import {
  PermanentEventError,
  type EventContext,
  type ReceivedEvent,
} from '#libs/messaging/received-event.js';
import { BulletinRepository, type NewDraft } from './bulletin.repository.js';

/** Makes a draft of every closed day. A draft is never overwritten. */
@Controller()
export class OperationDayClosedConsumer {
  constructor(private readonly bulletins: BulletinRepository) {}

  @OnEvent(EVENTS.operationDayClosed)
  async keepDraft(event: ReceivedEvent<OperationDayClosed>, { manager }: EventContext): Promise<void> {
    const draft = draftOf(event.data);
    if (await this.bulletins.insertDraft(manager, draft)) return;
    const kept = await this.bulletins.find(draft, manager);
    if (kept?.snapshotHash === draft.snapshotHash) return;
    throw new PermanentEventError(
      'bulletin.number-taken',
      `${nameOf(draft)} was made from another snapshot (${kept?.snapshotHash ?? 'none'}), not from ${draft.snapshotHash}.`,
    );
  }
}

function draftOf({ operation, operationDay, snapshot, snapshotHash }: OperationDayClosed): NewDraft {
  const { number, revision, kind, closedAt } = snapshot;
  const canonical = canonicalOf(snapshot);
  const draft = {
    operation,
    number,
    revision,
    operationDay,
    kind,
    closedAt,
    snapshot: canonical,
    snapshotHash,
  };
  const found = sha256Hex(canonical);
  if (found !== snapshotHash)
    throw new PermanentEventError(
      'snapshot.hash-differs',
      `${nameOf(draft)}: the snapshot has the hash ${found}, the event says ${snapshotHash}.`,
    );
  if (snapshot.operation.code !== operation || snapshot.operationDay !== operationDay)
    throw new PermanentEventError(
      'snapshot.of-another-day',
      `${nameOf(draft)}: the event is about ${operation} ${operationDay}, its snapshot about ` +
        `${snapshot.operation.code} ${snapshot.operationDay}.`,
    );
  return draft;
}

function canonicalOf(snapshot: object): string {
  try {
    return canonicalJson(snapshot);
  } catch (cause) {
    const reason = (cause as Error).message;
    throw new PermanentEventError('snapshot.not-canonical', `The snapshot has no canonical form: ${reason}`, {
      cause,
    });
  }
}

const nameOf = ({ operation, number, revision }: NewDraft) =>
  `Bulletin No. ${number}/Rev. ${revision} of ${operation}`;
