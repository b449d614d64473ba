import { afterEach, beforeEach } from '@jest/globals';
import { type BusUnderTest, type CreateBus } from './bus-under-test.js';
import { type ConsumerSetup, RunningConsumer } from './running-consumer.js';

/** A fresh bus for each test, and the consumers that it starts. */
export interface SuiteContext {
  readonly bus: BusUnderTest;
  /** A group name of this test alone. */
  group(name: string): string;
  start(group: string, setup?: ConsumerSetup): Promise<RunningConsumer>;
}

let groups = 0;

/** Makes a bus before each test and closes everything after it. */
export function useBus(createBus: CreateBus): SuiteContext {
  let bus: BusUnderTest;
  let number = 0;
  const consumers: RunningConsumer[] = [];
  beforeEach(async () => {
    bus = await createBus();
    number = groups += 1;
  });
  afterEach(async () => {
    await Promise.all(consumers.splice(0).map((consumer) => consumer.close()));
    await bus.close();
  });
  return {
    get bus() {
      return bus;
    },
    group: (name) => `${name}-${number}`,
    async start(group, setup) {
      const consumer = await RunningConsumer.start(bus, group, setup);
      consumers.push(consumer);
      return consumer;
    },
  };
}
