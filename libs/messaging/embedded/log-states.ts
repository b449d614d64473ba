import { type DataSource } from 'typeorm';
import { type EventSource } from './embedded-event-server-options.js';

/** How far a consumer has read a log, and how far the log goes. */
export interface LogState {
  readonly source: string;
  readonly position: string;
  /** Position of the last event; 0 in an empty log. */
  readonly head: string;
}

/** The consumer is the first parameter, the services of the logs are the others. */
function stateOf({ schema }: EventSource, index: number): string {
  const source = `$${index + 2}::text`;
  return `select ${source} as source,
    coalesce((select position from consumer_position where consumer = $1 and source = ${source}), 0) as position,
    coalesce((select max(position) from "${schema}".event), 0) as head`;
}

/** Asks by one statement whether any of the logs holds something that a consumer has not read. */
export class LogStates {
  private readonly sql: string;

  constructor(
    private readonly dataSource: DataSource,
    private readonly consumer: string,
    private readonly sources: readonly EventSource[],
  ) {
    this.sql = sources.map(stateOf).join('\nunion all\n');
  }

  /** The logs that hold something further. */
  async unread(): Promise<readonly LogState[]> {
    const services = this.sources.map(({ service }) => service);
    const states: LogState[] = await this.dataSource.query(this.sql, [this.consumer, ...services]);
    return states.filter(({ position, head }) => BigInt(head) > BigInt(position));
  }
}
