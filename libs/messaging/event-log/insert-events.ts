import { type EntityManager } from 'typeorm';
import { type EventHeaders } from '../envelope/stored-event.js';

export interface EventRow {
  readonly id: string;
  readonly topic: string;
  readonly key: string;
  readonly sequence: number;
  readonly type: string;
  readonly time: string;
  readonly value: Buffer;
  readonly headers: EventHeaders;
}

const COLUMNS = 8;
/** Far below the 65,535 parameters of one statement. */
const ROWS_PER_STATEMENT = 500;

/** Writes rows in the order given: ids rise with it. */
export async function insertEvents(manager: EntityManager, rows: readonly EventRow[]): Promise<void> {
  for (let begin = 0; begin < rows.length; begin += ROWS_PER_STATEMENT) {
    const chunk = rows.slice(begin, begin + ROWS_PER_STATEMENT);
    const tuples = chunk.map((_row, row) => {
      const parameters = Array.from({ length: COLUMNS }, (_none, column) => `$${row * COLUMNS + column + 1}`);
      return `(${parameters.join(', ')})`;
    });
    await manager.query(
      `insert into event (event_id, topic, key, sequence, type, time, value, headers) values ${tuples.join(', ')}`,
      chunk.flatMap((row) => [
        row.id,
        row.topic,
        row.key,
        row.sequence,
        row.type,
        row.time,
        row.value,
        JSON.stringify(row.headers),
      ]),
    );
  }
}
