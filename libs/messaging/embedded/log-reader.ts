import { type DataSource } from 'typeorm';
import { type EventHeaders } from '../envelope/stored-event.js';
import { type IncomingRecord } from '../consumer/incoming-record.js';
import { type BatchLimits } from '../consumer/split-batch.js';
import { type EventSource } from './embedded-event-server-options.js';
import { type LogState } from './log-states.js';

/** Events of one log that follow a position. */
export interface LogSlice {
  readonly records: readonly IncomingRecord[];
  /** How far the log is read once these records are done. */
  readonly upTo: string;
}

interface Row {
  readonly position: string;
  readonly topic: string;
  readonly key: string;
  readonly value: Buffer;
  readonly headers: EventHeaders;
  readonly candidates: number;
}

/** Only as many events as the limits allow, but always one; bytes are counted before a value is fetched. */
const slice = (schema: string): string => `
  select position, topic, key, value, headers, candidates
  from (select e.*, sum(octet_length(value)) over (order by position) as bytes,
               row_number() over (order by position) as number, count(*) over ()::int as candidates
        from (select position, topic, key, value, headers from "${schema}".event
              where position > $1 and position <= $2 and topic = any($3)
              order by position limit $4) e) numbered
  where number = 1 or bytes <= $5
  order by position`;

/** Reads the event log of one service by position: positions are given by one relay, in order and without gaps. */
export class LogReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly source: EventSource,
    private readonly topics: readonly string[],
    private readonly limits: BatchLimits,
  ) {}

  /** The events after the position, up to what was the end of the log. */
  async between({ position, head }: LogState): Promise<LogSlice> {
    const { maxEvents, maxBytes } = this.limits;
    const parameters = [position, head, this.topics, maxEvents, maxBytes];
    const rows: Row[] = await this.dataSource.query(slice(this.source.schema), parameters);
    const last = rows.at(-1);
    const isCut = last !== undefined && (rows.length < last.candidates || rows.length === maxEvents);
    return { records: rows.map((row) => this.toRecord(row)), upTo: isCut ? last.position : head };
  }

  private toRecord({ position, topic, key, value, headers }: Row): IncomingRecord {
    const origin = { partition: this.source.service, offset: position };
    return { topic, key: Buffer.from(key), value, headers, origin };
  }
}
