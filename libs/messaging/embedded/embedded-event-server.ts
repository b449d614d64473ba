import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { TOPICS } from '#libs/contracts/topics.js';
import { EventConsumer } from '../consumer/event-consumer.js';
import { retryDelay } from '../consumer/retry-policy.js';
import { type ConsumerStatistics } from '../consumer/statistics.js';
import { positionedChannel } from '../relay/relay.js';
import { WakeUp } from '../relay/wake-up.js';
import { ConsumerPosition } from './consumer-positions.js';
import { DeadLetterTable } from './dead-letter-table.js';
import { type EmbeddedEventServerOptions, type EventSource } from './embedded-event-server-options.js';
import { LogReader } from './log-reader.js';
import { LogStates } from './log-states.js';
import { PositionHints } from './position-hints.js';
import { RedriveReader, SourceReader } from './source-reader.js';

interface Readers {
  readonly states: LogStates;
  readonly logs: readonly SourceReader[];
  readonly redrive: RedriveReader;
}

/** A log and the topics that are needed of it. */
type NeededSource = readonly [source: EventSource, topics: readonly string[]];

const POLL_MS = 1_000;
/** Between two looks at an event that waits, or that another reader has in hand. */
const WAITING_MS = 150;
const READ_RETRY = { attempts: Infinity, initialDelayMs: 100, maxDelayMs: 5_000 };

/**
 * Nest transport over the event logs in the same database: the pipeline of libs/messaging/consumer without a broker. For
 * one machine.
 */
export class EmbeddedEventServer extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  private readonly events: EventConsumer;
  private readonly closing = new AbortController();
  private readonly wakeUp = new WakeUp();
  private hints: PositionHints | undefined;
  private running: Promise<void> | undefined;

  constructor(private readonly own: EmbeddedEventServerOptions) {
    super();
    this.events = new EventConsumer(own);
  }

  get statistics(): ConsumerStatistics {
    return this.events.progress.snapshot();
  }

  /** True when the consumer has not moved for that long. An idle one moves: it looks at the logs. */
  isStalled(milliseconds: number): boolean {
    return this.events.progress.isStalled(milliseconds);
  }

  /** Hint of the same process that there are new events. */
  wake(): void {
    this.wakeUp.call();
  }

  override addHandler(pattern: unknown, callback: MessageHandler, isEventHandler = false): void {
    this.events.addHandler(pattern, callback, isEventHandler);
  }

  override async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      this.events.routes.assertKnown();
      const needed = this.neededSources(this.events.routes.topics());
      if (needed.length > 0) await this.start(needed);
      callback();
    } catch (error) {
      callback(error);
    }
  }

  /** Ends after the batch in hand. */
  override async close(): Promise<void> {
    this.closing.abort();
    this.wakeUp.call();
    await this.running;
    await this.hints?.close();
  }

  override on(): never {
    throw new Error('The embedded event server has no events to listen to.');
  }

  override unwrap<T>(): T {
    return this.own.dataSource as T;
  }

  private async start(needed: readonly NeededSource[]): Promise<void> {
    const { dataSource, log } = this.own;
    const channels = needed.map(([{ schema }]) => positionedChannel(schema));
    this.hints = new PositionHints(dataSource, channels, () => this.wake(), log);
    await this.hints.open();
    this.running = this.run(this.readers(needed));
  }

  private readers(needed: readonly NeededSource[]): Readers {
    const { dataSource, group } = this.own;
    const letters = new DeadLetterTable(group);
    const { limits } = this.events;
    const logs = needed.map(([source, names]) => {
      const log = new LogReader(dataSource, source, names, limits);
      return new SourceReader(log, new ConsumerPosition(group, source.service), letters, this.events);
    });
    const sources = needed.map(([source]) => source);
    const states = new LogStates(dataSource, group, sources);
    return { states, logs, redrive: new RedriveReader(dataSource, letters, limits, this.events) };
  }

  /** Sources with the topics that are needed of them. */
  private neededSources(topics: readonly string[]): NeededSource[] {
    const needed = Object.values(TOPICS).filter(({ name }) => topics.includes(name));
    const owners = [...new Set(needed.map(({ owner }) => owner))];
    return owners.map((owner) => {
      const source = this.own.sources.find(({ service }) => service === owner);
      if (source === undefined) throw new Error(`The event log of ${owner} is not among the sources.`);
      return [source, needed.filter((topic) => topic.owner === owner).map(({ name }) => name)];
    });
  }

  private async run(readers: Readers): Promise<void> {
    let lettersDue = 0;
    for (let failures = 0; !this.closing.signal.aborted;) {
      try {
        const isDue = performance.now() >= lettersDue;
        const pauseMs = await this.pass(readers, isDue);
        this.events.progress.moved();
        failures = 0;
        if (isDue && pauseMs > 0) lettersDue = performance.now() + this.pollMs;
        if (pauseMs > 0 && !(await this.wakeUp.wait(pauseMs))) lettersDue = 0;
      } catch (err) {
        failures += 1;
        this.own.log.error({ group: this.own.group, err }, 'Reading the event logs failed and is repeated');
        await this.wakeUp.wait(retryDelay(READ_RETRY, failures));
      }
    }
  }

  private get pollMs(): number {
    return this.own.pollMs ?? POLL_MS;
  }

  /** Reads a batch of each log that holds something further; how long to wait then: 0 when anything was done. */
  private async pass({ states, logs, redrive }: Readers, withLetters: boolean): Promise<number> {
    const { signal } = this.closing;
    const unread = await states.unread();
    let isDone = false;
    for (const state of unread) {
      if (signal.aborted) return this.pollMs;
      const log = logs.find(({ source }) => source === state.source);
      if (await log?.readBatch(signal, state)) isDone = true;
    }
    if (withLetters && !signal.aborted && (await redrive.readBatch(signal))) isDone = true;
    if (isDone) return 0;
    return unread.length > 0 ? Math.min(WAITING_MS, this.pollMs) : this.pollMs;
  }
}
