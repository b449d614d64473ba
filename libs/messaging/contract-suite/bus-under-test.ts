import { type CustomTransportStrategy } from '@nestjs/microservices';
import { type DataSource } from 'typeorm';
import { type ConsumerOptions } from '../consumer/consumer-options.js';
import { type ConsumerStatistics } from '../consumer/statistics.js';
import { type WireHeaders } from '../envelope/decode-headers.js';

/** A record for the bus; it need not be a good one. */
export interface TestRecord {
  readonly topic: string;
  readonly key: string | null;
  readonly value: Buffer | null;
  readonly headers: WireHeaders;
}

export interface DeadLetterView {
  readonly topic: string;
  readonly key: string | null;
  readonly value: Buffer | null;
  readonly eventId: string | undefined;
  readonly code: string;
  readonly reason: string;
}

export type EventServer = CustomTransportStrategy & {
  readonly statistics: ConsumerStatistics;
  isStalled(milliseconds: number): boolean;
};

/** Options that a test may change; the rest belongs to the bus. */
export type TunableOptions = Pick<ConsumerOptions, 'retry' | 'batch' | 'handlerTimeoutMs'>;

/** A fresh bus without any event. */
export interface BusUnderTest {
  /** Of the service whose consumers are tested; has the table `effect`. */
  readonly dataSource: DataSource;
  /** Puts records on the bus, in order, past all checks. */
  publish(records: readonly TestRecord[]): Promise<void>;
  createServer(group: string, options?: TunableOptions): EventServer;
  /** Sends the dead letters of the group, or of one topic, for another try; how many. */
  redrive(group: string, topic?: string): Promise<number>;
  /** Dead letters of the group in the order in which they were given up. */
  deadLetters(group: string): Promise<readonly DeadLetterView[]>;
  /** Records that lie on the topic. */
  countRecords(topic: string): Promise<number>;
  close(): Promise<void>;
}

export type CreateBus = () => Promise<BusUnderTest>;
