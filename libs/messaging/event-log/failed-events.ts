import { type EntityManager } from 'typeorm';

/** An event that the broker does not take; later events of its key wait behind it. */
export interface FailedEvent {
  readonly id: string;
  readonly topic: string;
  readonly key: string;
  readonly failure: string;
}

export function failedEvents(manager: EntityManager): Promise<FailedEvent[]> {
  return manager.query<FailedEvent[]>(
    `select event_id as id, topic, key, failure from event
     where failed_at is not null and position is null order by event.id`,
  );
}

/** Lets the relay try all failed events again, e.g. after the topic's limit was raised. Answers how many they are. */
export async function releaseFailedEvents(manager: EntityManager): Promise<number> {
  const [, count] = await manager.query<[unknown, number]>(
    `update event set failed_at = null, failure = null where failed_at is not null and position is null`,
  );
  return count;
}
