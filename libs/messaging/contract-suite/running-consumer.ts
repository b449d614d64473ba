import { Controller, type INestMicroservice, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type EntityManager } from 'typeorm';
import { type ConsumerStatistics } from '../consumer/statistics.js';
import { OnEvent } from '../on-event.js';
import { type EventContext, type ReceivedEvent } from '../received-event.js';
import { type BusUnderTest, type EventServer, type TunableOptions } from './bus-under-test.js';
import { SUBMITTED } from './test-events.js';
import { until } from './until.js';

/** What a handler does, after or before it writes its effect. */
export type Behaviour = (event: ReceivedEvent, manager: EntityManager) => Promise<unknown> | void;

function controllerFor(group: string, calls: ReceivedEvent[], before: Behaviour, after: Behaviour): Type {
  @Controller()
  class EffectConsumer {
    @OnEvent(SUBMITTED)
    async take(event: ReceivedEvent, context: EventContext): Promise<void> {
      calls.push(event);
      await before(event, context.manager);
      await context.manager.query(
        `insert into effect (consumer, event_id, key, sequence) values ($1, $2, $3, $4)`,
        [group, event.id, event.key, event.sequence],
      );
      await after(event, context.manager);
    }
  }
  return EffectConsumer;
}

export interface ConsumerSetup extends TunableOptions {
  /** Before the effect is written. */
  readonly before?: Behaviour;
  /** After the effect was written. */
  readonly after?: Behaviour;
}

export interface Effect {
  readonly event_id: string;
  readonly key: string;
  readonly sequence: number;
}

const nothing: Behaviour = () => undefined;

/** A Nest application with one handler on the bus. */
export class RunningConsumer {
  private constructor(
    private readonly bus: BusUnderTest,
    readonly group: string,
    private readonly server: EventServer,
    private readonly app: INestMicroservice,
    /** Every call of the handler, also those whose effects were rolled back. */
    readonly calls: readonly ReceivedEvent[],
  ) {}

  static async start(bus: BusUnderTest, group: string, setup: ConsumerSetup = {}): Promise<RunningConsumer> {
    const { before = nothing, after = nothing, ...options } = setup;
    const server = bus.createServer(group, { retry: { initialDelayMs: 5, maxDelayMs: 50 }, ...options });
    return RunningConsumer.on(server, bus, group, before, after);
  }

  /** The same on a server of the test's own making. */
  static async on(
    server: EventServer,
    bus: BusUnderTest,
    group: string,
    before: Behaviour = nothing,
    after: Behaviour = nothing,
  ): Promise<RunningConsumer> {
    const calls: ReceivedEvent[] = [];
    const controllers = [controllerFor(group, calls, before, after)];
    class TestModule {}
    const module = { module: TestModule, controllers };
    const app = await NestFactory.createMicroservice(module, { strategy: server, logger: false });
    await app.listen();
    return new RunningConsumer(bus, group, server, app, calls);
  }

  get statistics(): ConsumerStatistics {
    return this.server.statistics;
  }

  isStalled(milliseconds: number): boolean {
    return this.server.isStalled(milliseconds);
  }

  /** Waits until the counter has reached the number. */
  async reached(counter: Exclude<keyof ConsumerStatistics, 'lastProgressAt'>, count: number): Promise<void> {
    await until(
      `${counter} of ${this.group} to reach ${count}`,
      () => this.statistics[counter] >= count,
    ).catch((error: Error) => {
      throw new Error(`${error.message}; it has ${JSON.stringify(this.statistics)}`);
    });
  }

  /** Committed effects in the order in which they were written. */
  effects(): Promise<Effect[]> {
    return this.bus.dataSource.query(
      `select event_id, key, sequence::int from effect where consumer = $1 order by n`,
      [this.group],
    );
  }

  async inbox(): Promise<string[]> {
    const rows: { event_id: string }[] = await this.bus.dataSource.query(
      `select event_id from inbox where consumer like '%' || $1`,
      [this.group],
    );
    return rows.map((row) => row.event_id);
  }

  async close(): Promise<void> {
    await this.app.close();
  }
}
