import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { Controller, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, MessagePattern } from '@nestjs/microservices';
import { setTimeout as pause } from 'node:timers/promises';
import { type DataSource } from 'typeorm';
import { TOPICS } from '#libs/contracts/topics.js';
import { describeKafka } from '../../../test/support/kafka.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { eventually } from '../../../test/support/probe.js';
import { clearConsumerSchema, consumerSchema } from '../contract-suite/consumer-schema.js';
import { KafkaBus } from '../contract-suite/kafka-bus.js';
import { RunningConsumer } from '../contract-suite/running-consumer.js';
import { eventsOf, SUBMITTED, submittedEvent } from '../contract-suite/test-events.js';
import { withAdmin } from '../kafka/create-kafka.js';
import { silentLog } from '../log.js';
import { OnEvent } from '../on-event.js';
import {
  type EventContext,
  NotYetError,
  PermanentEventError,
  type ReceivedEvent,
} from '../received-event.js';
import { deadLetterTopic, topicName } from '../topics/topic-names.js';
import { KafkaEventServer } from './kafka-event-server.js';

const TOPIC = TOPICS.dailyReport.name;

describeKafka('KafkaEventServer', (spec) => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let bus: KafkaBus;
  let buses = 0;
  const consumers: RunningConsumer[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await consumerSchema(database.url, 'consumer');
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });
  beforeEach(async () => {
    await clearConsumerSchema(dataSource);
    bus = await KafkaBus.create(
      spec.client(),
      spec.brokers,
      `${spec.topicPrefix}s${(buses += 1)}.`,
      dataSource,
    );
  });
  afterEach(async () => {
    await Promise.all(consumers.splice(0).map((consumer) => consumer.close()));
    await bus.close();
  });

  async function start(...setup: Parameters<typeof RunningConsumer.on>): Promise<RunningConsumer> {
    const consumer = await RunningConsumer.on(...setup);
    consumers.push(consumer);
    return consumer;
  }

  const committed = (group: string) =>
    withAdmin(spec.client(), async (admin) => {
      const [topic] = await admin.fetchOffsets({
        groupId: bus.groupId(group),
        topics: [topicName(bus.prefix, TOPIC)],
      });
      return (topic?.partitions ?? []).reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0);
    });

  it('has exactly the name of its group on the broker', async () => {
    await start(bus.createServer('exact'), bus, 'exact');
    await eventually(
      async () => {
        const { groups } = await withAdmin(spec.client(), (admin) => admin.listGroups());
        const names = groups
          .map(({ groupId }) => groupId)
          .filter((name) => name.startsWith(bus.groupId('exact')));
        expect(names).toEqual([bus.groupId('exact')]);
        return true;
      },
      { describe: 'the group' },
    );
  });

  it('writes dead letters with the original bytes, headers and the reason', async () => {
    const event = submittedEvent();
    await bus.publish([event]);
    const consumer = await start(bus.createServer('letter'), bus, 'letter', () => {
      throw new PermanentEventError('plan.unknown', 'No plan yet.');
    });
    await consumer.reached('deadLettered', 1);
    const [letter] = await bus.read(deadLetterTopic(TOPIC, bus.groupId('letter')));
    expect(letter?.value?.equals(event.value)).toBe(true);
    expect(letter?.key?.toString()).toBe(event.key);
    const headers = Object.entries(letter?.headers ?? {}).map(([name, value]) => [name, value?.toString()]);
    expect(Object.fromEntries(headers)).toEqual({
      ...event.headers,
      'kafka_dlt-original-topic': TOPIC,
      'kafka_dlt-original-partition': expect.stringMatching(/^[0-2]$/) as unknown,
      'kafka_dlt-original-offset': '0',
      'kafka_dlt-original-timestamp': expect.stringMatching(/^\d{13}$/) as unknown,
      'kafka_dlt-original-consumer-group': bus.groupId('letter'),
      'kafka_dlt-exception-fqcn': 'plan.unknown',
      'kafka_dlt-exception-message': 'No plan yet.',
    });
  });

  it('commits no offset while a dead letter cannot be published', async () => {
    const errors: string[] = [];
    const log = { ...silentLog, error: (_fields: object, message: string) => void errors.push(message) };
    const consumer = await start(bus.createServer('held', { log }), bus, 'held', (event) => {
      if (event.sequence === 1) throw new PermanentEventError('plan.unknown', 'No plan yet.');
    });
    const deadLetters = topicName(bus.prefix, deadLetterTopic(TOPIC, bus.groupId('held')));
    await withAdmin(spec.client(), (admin) => admin.deleteTopics({ topics: [deadLetters] }));
    await bus.publish(eventsOf('UZ-ANG', 2));
    // The good event's effect is committed, the batch is not let go.
    await consumer.reached('processed', 1);
    await eventually(
      () => errors.some((message) => message.startsWith('A dead letter cannot be published')),
      {
        describe: 'the publishing to fail',
      },
    );
    expect(await committed('held')).toBe(0);
    expect(consumer.statistics.deadLettered).toBe(0);
    await withAdmin(spec.client(), (admin) =>
      admin.createTopics({ topics: [{ topic: deadLetters, numPartitions: 1 }], waitForLeaders: false }),
    );
    await eventually(async () => (await committed('held')) === 2, {
      describe: 'the offset after the dead letter',
      timeoutMs: 30_000,
    });
    expect(consumer.statistics).toMatchObject({ deadLettered: 1, processed: 1 });
  }, 90_000);

  it('tells the host when the consumer has ended for good', async () => {
    class Broken extends KafkaEventServer {
      protected override async eachBatch(): Promise<void> {
        throw new TypeError('undefined is not a function');
      }
    }
    const { brokers, prefix: topicPrefix } = bus;
    const fatal: Error[] = [];
    const onFatal = (error: Error) => void fatal.push(error);
    const group = bus.groupId('fatal');
    const server = new Broken({ brokers, topicPrefix, group, dataSource, log: silentLog, onFatal });
    await start(server, bus, 'fatal');
    await bus.publish([submittedEvent()]);
    await eventually(() => fatal.length === 1, { describe: 'the host to be told' });
    expect(fatal[0]?.message).toContain('undefined is not a function');
  });

  it('outlives an unforeseen error of its own', async () => {
    let isFirst = true;
    class Stumbling extends KafkaEventServer {
      override get statistics() {
        return super.statistics;
      }
    }
    const { brokers, prefix: topicPrefix, fatal } = bus;
    const group = bus.groupId('stumble');
    const onFatal = (error: Error) => void fatal.push(error);
    const server = new Stumbling({ brokers, topicPrefix, group, dataSource, log: silentLog, onFatal });
    const internals = server as unknown as {
      events: { processor: { process(...all: unknown[]): Promise<void> } };
    };
    const process = internals.events.processor.process.bind(internals.events.processor);
    internals.events.processor.process = async (...all) => {
      if (isFirst) {
        isFirst = false;
        throw new TypeError('undefined is not a function');
      }
      return process(...all);
    };
    const consumer = await start(server, bus, 'stumble');
    await bus.publish([submittedEvent()]);
    await consumer.reached('processed', 1);
    expect(fatal).toEqual([]);
  });

  it('keeps its place in the group while a handler takes longer than the session', async () => {
    const server = bus.createServer('slow', { sessionTimeoutMs: 6_000, handlerTimeoutMs: 20_000 });
    const consumer = await start(server, bus, 'slow', () => pause(7_000));
    await bus.publish([submittedEvent()]);
    await eventually(async () => (await committed('slow')) === 1, {
      describe: 'the offset',
      timeoutMs: 30_000,
    });
    expect(consumer.calls).toHaveLength(1);
    expect(consumer.statistics).toMatchObject({ processed: 1, duplicates: 0 });
  });

  it('has each effect once when the loop was blocked beyond the session', async () => {
    const server = bus.createServer('blocked', { sessionTimeoutMs: 6_000 });
    let isFirst = true;
    const consumer = await start(server, bus, 'blocked', () => {
      const end = performance.now() + (isFirst ? 7_500 : 0);
      isFirst = false;
      while (performance.now() < end);
    });
    await bus.publish(eventsOf('UZ-ANG', 2));
    await eventually(async () => (await committed('blocked')) === 2, {
      describe: 'the offsets',
      timeoutMs: 40_000,
    });
    expect((await consumer.effects()).map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  it('has each effect once when a second member joins in mid-batch', async () => {
    let release = () => undefined as void;
    let reach = () => undefined as void;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const reached = new Promise<void>((resolve) => (reach = resolve));
    const units = ['UZ-ANG', 'KZ-DOS', 'TJ-NIZ', 'KG-DOS', 'TM-FAR', 'AZ-BAK'];
    await bus.publish(units.flatMap((unit) => eventsOf(unit, 20)));
    const first = await start(
      bus.createServer('join', { batch: { maxEvents: 5 } }),
      bus,
      'join',
      async () => {
        reach();
        await gate;
      },
    );
    await reached;
    const second = start(bus.createServer('join', { batch: { maxEvents: 5 } }), bus, 'join');
    await eventually(
      () =>
        withAdmin(spec.client(), async (admin) => {
          const { groups } = await admin.describeGroups([bus.groupId('join')]);
          return groups[0]?.state === 'PreparingRebalance';
        }),
      { describe: 'the second member to ask for a place' },
    );
    release();
    await second;
    await eventually(async () => (await committed('join')) === 120, {
      describe: 'all offsets',
      timeoutMs: 30_000,
    });
    const effects = await first.effects();
    expect(effects).toHaveLength(120);
    for (const unit of units) {
      const sequences = effects.filter(({ key }) => key.endsWith(unit)).map(({ sequence }) => sequence);
      expect(sequences).toEqual(eventsOf(unit, 20).map((_event, index) => index + 1));
    }
  });

  it('is stalled while it repeats one batch for ever, and not while it is idle', async () => {
    const server = bus.createServer('stalled', {
      retry: { attempts: 1_000, initialDelayMs: 50, maxDelayMs: 50 },
    });
    let isBroken = true;
    const consumer = await start(server, bus, 'stalled', () => {
      if (isBroken) throw new Error('not now');
    });
    const { lastProgressAt } = server.statistics;
    await eventually(() => server.statistics.lastProgressAt > lastProgressAt, {
      describe: 'an idle consumer to move',
    });
    await bus.publish([submittedEvent()]);
    await eventually(() => server.isStalled(1_000), { describe: 'the stall' });
    isBroken = false;
    await consumer.reached('processed', 1);
    await eventually(() => !server.isStalled(1_000), { describe: 'the end of the stall' });
  });

  it('takes other partitions on while one waits', async () => {
    let isThere = false;
    const after = (event: ReceivedEvent) => {
      if (event.key.endsWith('UZ-ANG') && !isThere) throw new NotYetError('The plan has not arrived yet.');
    };
    const server = bus.createServer('wait', { retry: { initialDelayMs: 20, maxDelayMs: 50 } });
    const consumer = await start(server, bus, 'wait', undefined, after);
    await bus.publish(eventsOf('UZ-ANG', 1));
    await consumer.reached('waiting', 1);
    const units = ['KZ-DOS', 'TJ-NIZ', 'KG-DOS', 'TM-FAR', 'AZ-BAK'];
    await bus.publish(units.flatMap((unit) => eventsOf(unit, 2)));
    await eventually(async () => (await consumer.effects()).length >= 4, { describe: 'other partitions' });
    expect(consumer.statistics).toMatchObject({ waiting: 1, deadLettered: 0 });
    isThere = true;
    await consumer.reached('processed', 11);
  });

  it('refuses to start without the topics of its handlers', async () => {
    const { brokers } = bus;
    const server = new KafkaEventServer({
      ...{
        brokers,
        topicPrefix: `${bus.prefix}none.`,
        group: bus.groupId('none'),
        dataSource,
        log: silentLog,
      },
      onFatal: () => undefined,
    });
    await expect(RunningConsumer.on(server, bus, 'none')).rejects.toThrow(
      `Kafka has no topic ${bus.prefix}none.${TOPIC}. Create the topics of the contracts first.`,
    );
    await server.close();
  });

  it('refuses to start with a handler of an unknown type, and with a request handler', async () => {
    @Controller()
    class Unknown {
      @EventPattern<string>('org.caravanserai.reporting.NoSuchEvent.v1')
      async take(): Promise<void> {}
    }
    @Controller()
    class Asked {
      @MessagePattern('org.caravanserai.reporting.Question.v1')
      async answer(): Promise<void> {}
    }
    const listen = async (controller: typeof Unknown | typeof Asked) => {
      class TestModule {}
      const strategy = bus.createServer('unknown');
      const module = { module: TestModule, controllers: [controller] };
      try {
        const app = await NestFactory.createMicroservice(module, {
          strategy,
          logger: false,
          abortOnError: false,
        });
        await app.listen();
      } finally {
        await strategy.close();
      }
    };
    await expect(listen(Unknown)).rejects.toThrow('org.caravanserai.reporting.NoSuchEvent.v1');
    await expect(listen(Asked)).rejects.toThrow('@MessagePattern org.caravanserai.reporting.Question.v1');
  });

  it('lets a connected application see real errors, and close what handlers use only after the last batch', async () => {
    const steps: string[] = [];
    let release = () => undefined as void;
    let reach = () => undefined as void;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const reached = new Promise<void>((resolve) => (reach = resolve));
    @Controller()
    class Consumer implements OnModuleDestroy, OnApplicationShutdown {
      @OnEvent(SUBMITTED)
      async take(event: ReceivedEvent, context: EventContext): Promise<void> {
        if (event.sequence === 1) throw new PermanentEventError('plan.unknown', 'No plan yet.');
        reach();
        await gate;
        await context.manager.query('select 1');
        steps.push('handled');
      }
      onModuleDestroy(): void {
        steps.push('module destroyed');
        release();
      }
      onApplicationShutdown(): void {
        steps.push('application shut down');
      }
    }
    class TestModule {}
    const strategy = bus.createServer('hybrid');
    const app = await NestFactory.create({ module: TestModule, controllers: [Consumer] }, { logger: false });
    app.connectMicroservice({ strategy });
    await app.startAllMicroservices();
    await bus.publish(eventsOf('UZ-ANG', 2));
    await reached;
    await app.close();
    expect(steps).toEqual(['module destroyed', 'handled', 'application shut down']);
    expect(await bus.deadLetters('hybrid')).toMatchObject([{ code: 'plan.unknown' }]);
    expect(await committed('hybrid')).toBe(2);
  });
});
