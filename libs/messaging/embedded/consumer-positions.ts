import { type EntityManager } from 'typeorm';
import { BatchAbandoned } from '../consumer/batch-session.js';

/** One reader of a consumer at a time: a second one leaves its batch and stands by. The lock ends with the transaction. */
export async function lockConsumer(manager: EntityManager, consumer: string, part: string): Promise<void> {
  const [row]: { locked: boolean }[] = await manager.query(
    `select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as locked`,
    [`caravanserai.consumer|${consumer}|${part}`],
  );
  if (row?.locked !== true) throw new BatchAbandoned('another reader of this consumer is at work');
}

/** How far a consumer has read the log of a service. */
export class ConsumerPosition {
  constructor(
    private readonly consumer: string,
    readonly source: string,
  ) {}

  /** Throws BatchAbandoned when another reader is at work or has moved on. */
  async claim(manager: EntityManager, expected: string): Promise<void> {
    await lockConsumer(manager, this.consumer, this.source);
    if ((await this.read(manager)) !== expected) throw new BatchAbandoned('another reader has moved on');
  }

  private async read(manager: EntityManager): Promise<string> {
    const [row]: { position: string }[] = await manager.query(
      `select position from consumer_position where consumer = $1 and source = $2`,
      [this.consumer, this.source],
    );
    return row?.position ?? '0';
  }

  async move(manager: EntityManager, position: string): Promise<void> {
    await manager.query(
      `insert into consumer_position (consumer, source, position) values ($1, $2, $3)
       on conflict (consumer, source) do update set position = excluded.position`,
      [this.consumer, this.source, position],
    );
  }
}
