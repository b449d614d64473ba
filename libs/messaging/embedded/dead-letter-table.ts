import { type DataSource, type EntityManager } from 'typeorm';
import { BatchAbandoned } from '../consumer/batch-session.js';
import { type DeadLetter } from '../consumer/dead-letter.js';
import { type IncomingRecord } from '../consumer/incoming-record.js';
import { splitBatch, type BatchLimits } from '../consumer/split-batch.js';
import { lockConsumer } from './consumer-positions.js';

/** Marks a dead letter that an operator wants tried again. */
const REDRIVE_MARK = 'caravanserai-redrive';
const UUID_PATTERN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A dead letter that waits for another try. */
export interface WaitingLetter extends IncomingRecord {
  readonly id: string;
}

interface Row {
  readonly id: string;
  readonly topic: string;
  readonly key: string | null;
  readonly value: Buffer | null;
  readonly headers: Record<string, string>;
}

function eventId(record: IncomingRecord): string | null {
  const id = record.headers['ce_id'];
  return typeof id === 'string' && UUID_PATTERN.test(id) ? id : null;
}

function insertLetter(manager: EntityManager, consumer: string, letter: DeadLetter): Promise<unknown> {
  const { record, errorCode, errorMessage } = letter;
  return manager.query(
    `insert into dead_letter (consumer, topic, key, event_id, value, headers, reason_code, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[consumer, record.topic, record.key?.toString('utf8') ?? null, eventId(record), record.value],
      ...[JSON.stringify({ ...record.headers, [REDRIVE_MARK]: undefined }), errorCode, errorMessage],
    ],
  );
}

/** The dead letters of one consumer, kept in the service's schema. */
export class DeadLetterTable {
  constructor(private readonly consumer: string) {}

  async add(manager: EntityManager, letters: readonly DeadLetter[]): Promise<void> {
    for (const letter of letters) await insertLetter(manager, this.consumer, letter);
  }

  /** Those that are to be tried again, oldest first, as many as one batch takes. */
  async waiting(dataSource: DataSource, limits: BatchLimits): Promise<readonly WaitingLetter[]> {
    const rows: Row[] = await dataSource.query(
      `select id, topic, key, value, headers from dead_letter
       where consumer = $1 and redriven_at is null and headers ? $2 order by id limit 20`,
      [this.consumer, REDRIVE_MARK],
    );
    const letters = rows.map(({ id, topic, key, value, headers }) => {
      const origin = { partition: 'dead_letter', offset: id };
      return { id, topic, key: key === null ? null : Buffer.from(key), value, headers, origin };
    });
    return splitBatch(letters, limits)[0] ?? [];
  }

  /** Throws BatchAbandoned when another reader is at work on them or has done them. */
  async claim(manager: EntityManager, letters: readonly WaitingLetter[]): Promise<void> {
    await lockConsumer(manager, this.consumer, 'dead_letter');
    const ids = letters.map(({ id }) => id);
    const open: unknown[] = await manager.query(
      `select id from dead_letter where id = any($1) and redriven_at is null`,
      [ids],
    );
    if (open.length !== ids.length)
      throw new BatchAbandoned('another reader has redriven these dead letters');
  }

  async done(manager: EntityManager, letters: readonly WaitingLetter[]): Promise<void> {
    const ids = letters.map(({ id }) => id);
    await manager.query(`update dead_letter set redriven_at = now() where id = any($1)`, [ids]);
  }
}

export interface EmbeddedRedriveOptions {
  /** Data source of the service whose consumer failed. */
  readonly dataSource: DataSource;
  readonly group: string;
  /** Only the dead letters of this topic (name of the contracts). */
  readonly topic?: string;
}

/**
 * Asks for another try of the dead letters of a group that are waiting now. Its server processes them with their old ids
 * in the transaction that marks them as redriven; one that fails again becomes a new dead letter. Returns how many.
 *
 * Order: a redriven event comes after all later events of its key; see `redriveKafka`.
 */
export async function redriveEmbedded({ dataSource, group, topic }: EmbeddedRedriveOptions): Promise<number> {
  const [, count]: [unknown[], number] = await dataSource.query(
    `update dead_letter set headers = headers || jsonb_build_object($2::text, 'asked')
     where consumer = $1 and redriven_at is null and not headers ? $2 and ($3::text is null or topic = $3)`,
    [group, REDRIVE_MARK, topic ?? null],
  );
  return count;
}
