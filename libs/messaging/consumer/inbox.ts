import { type EntityManager } from 'typeorm';

/** What a consumer has taken: one row for each event, written in the transaction of the effect. */
export class Inbox {
  constructor(private readonly consumer: string) {}

  /** Notes the ids and returns those that were not there. Waits for a concurrent transaction that notes the same ids. */
  async note(manager: EntityManager, ids: readonly string[]): Promise<Set<string>> {
    const rows: { event_id: string }[] = await manager.query(
      `insert into inbox (consumer, event_id)
       select distinct $1::text, id from unnest($2::uuid[]) as id order by id
       on conflict do nothing returning event_id`,
      [this.consumer, ids],
    );
    return new Set(rows.map((row) => row.event_id));
  }

  /** Takes back the ids of events that became dead letters, so that a redriven one is not absorbed. */
  async forget(manager: EntityManager, ids: readonly string[]): Promise<void> {
    await manager.query(`delete from inbox where consumer = $1 and event_id = any($2::uuid[])`, [
      this.consumer,
      ids,
    ]);
  }
}
