import { eventually } from '../../../test/support/probe.js';
import { type StoredEvent } from '../envelope/stored-event.js';
import { NOTED, SCHEMA, type LogFixture } from '../event-log/log-fixture.js';
import { type Log } from '../log.js';
import { EmbeddedPublisher } from './embedded-publisher.js';
import { type Publisher } from './publisher.js';
import { Relay, type RelayOptions } from './relay.js';

/** Relays of one spec; `stopAll` ends those that still run. */
export class Relays {
  private readonly started: Relay[] = [];
  readonly lines: string[] = [];

  constructor(private readonly fixture: () => LogFixture) {}

  start(options: Partial<RelayOptions> = {}): Relay {
    const relay = new Relay({
      databaseUrl: this.fixture().database.url,
      schema: SCHEMA,
      publisher: new EmbeddedPublisher(),
      topics: [NOTED.topic.name],
      log: this.log,
      pollMs: 20,
      retryMs: 10,
      ...options,
    });
    relay.start();
    this.started.push(relay);
    return relay;
  }

  async stopAll(): Promise<void> {
    await Promise.all(this.started.splice(0).map((relay) => relay.stop()));
    this.lines.length = 0;
  }

  readonly log: Log = {
    debug: () => undefined,
    info: (_fields, message) => this.lines.push(`info ${message}`),
    warn: (_fields, message) => this.lines.push(`warn ${message}`),
    error: (_fields, message) => this.lines.push(`error ${message}`),
  };
}

/** Waits until so many events have positions, and gives their texts in the order of the positions. */
export async function textsOnce(fixture: LogFixture, count: number): Promise<string[]> {
  const events = await eventually(
    async () => {
      const found = await fixture.positioned();
      return found.length >= count ? found : undefined;
    },
    { describe: `${count} positions`, timeoutMs: 20_000 },
  );
  return events.map(({ text }) => text);
}

/** A publisher that shows each batch to the spec before it goes on. */
export class WatchedPublisher implements Publisher {
  readonly batches: (readonly StoredEvent[])[] = [];

  constructor(
    private readonly inner: Publisher = new EmbeddedPublisher(),
    private readonly before: (events: readonly StoredEvent[]) => Promise<void> = async () => undefined,
  ) {}

  get toBroker(): boolean {
    return this.inner.toBroker;
  }

  async publish(events: readonly StoredEvent[]) {
    this.batches.push(events);
    await this.before(events);
    return this.inner.publish(events);
  }

  ends(topics: readonly string[]) {
    return this.inner.ends(topics);
  }

  read(ranges: Parameters<Publisher['read']>[0]) {
    return this.inner.read(ranges);
  }

  close() {
    return this.inner.close();
  }
}
