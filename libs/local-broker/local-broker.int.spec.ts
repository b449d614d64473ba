import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from '../../test/support/probe.js';
import { startLocalBroker, type LocalBroker } from './local-broker.js';
import { identify } from '#libs/processes/process-identity.js';
import { runKafkaCommand } from './run-kafka-command.js';

const scratch = mkdtempSync(path.join(tmpdir(), 'broker-spec-'));
const programFolder = path.join(scratch, 'program');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function client(brokers: string) {
  return new kafkajs.Kafka({ clientId: 'spec', brokers: [brokers], logLevel: kafkajs.logLevel.NOTHING });
}

async function createTopic(brokers: string, topic: string): Promise<void> {
  const admin = client(brokers).admin();
  await admin.connect();
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 1 }] });
  await admin.disconnect();
}

async function produce(brokers: string, topic: string, value: string): Promise<void> {
  const producer = client(brokers).producer();
  await producer.connect();
  await producer.send({ topic, acks: -1, messages: [{ key: 'k', value }] });
  await producer.disconnect();
}

async function consume(brokers: string, topic: string, count: number): Promise<string[]> {
  const consumer = client(brokers).consumer({ groupId: `${topic}-${count}`, maxWaitTimeInMs: 100 });
  const seen: string[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message }) => {
      seen.push(String(message.value));
    },
  });
  await eventually(() => seen.length >= count, {
    describe: `${count} messages in ${topic}`,
    timeoutMs: 20_000,
  });
  await consumer.disconnect();
  return seen;
}

async function topicsOf(brokers: string): Promise<string[]> {
  const admin = client(brokers).admin();
  await admin.connect();
  const topics = await admin.listTopics();
  await admin.disconnect();
  return topics;
}

function busyPort(): Promise<{ server: Server; port: number }> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address ? address.port : 0 });
    });
  });
}

describe('a local Kafka broker', () => {
  let broker: LocalBroker;
  const dataFolder = path.join(scratch, 'kept');

  beforeAll(async () => {
    broker = await startLocalBroker({ dataFolder });
  }, 120_000);
  afterAll(() => broker?.stop());

  it('takes and gives messages', async () => {
    await createTopic(broker.brokers, 'first');
    await produce(broker.brokers, 'first', 'one');
    expect(await consume(broker.brokers, 'first', 1)).toEqual(['one']);
  });

  it('does not make topics by itself', async () => {
    const producer = client(broker.brokers).producer({
      retry: { retries: 0 },
      allowAutoTopicCreation: false,
    });
    await producer.connect();
    await expect(producer.send({ topic: 'unheard-of', messages: [{ value: 'x' }] })).rejects.toThrow();
    await producer.disconnect();
    expect(await topicsOf(broker.brokers)).not.toContain('unheard-of');
  });

  it('keeps the messages across SIGKILL and restart, on the same address', async () => {
    await createTopic(broker.brokers, 'survives');
    await produce(broker.brokers, 'survives', 'before the crash');
    const [address, killed] = [broker.brokers, broker.pid];
    await broker.kill();
    expect(identify(killed)).toBeUndefined();
    await broker.restart();
    expect(broker.brokers).toBe(address);
    expect(broker.pid).not.toBe(killed);
    await produce(broker.brokers, 'survives', 'after it');
    expect(await consume(broker.brokers, 'survives', 2)).toEqual(['before the crash', 'after it']);
  });

  it('keeps the messages across a clean restart', async () => {
    await broker.restart();
    expect(await topicsOf(broker.brokers)).toContain('survives');
  });

  it('refuses a folder that a living broker uses', async () => {
    const second = startLocalBroker({ dataFolder });
    await expect(second).rejects.toMatchObject({
      code: 'FOLDER_IN_USE',
      message: expect.stringContaining(`process ${process.pid} uses ${dataFolder}`),
    });
    expect(identify(broker.pid)).toBeDefined();
  });

  it('comes back empty after its disk was wiped', async () => {
    await broker.wipe();
    await broker.restart();
    expect(await topicsOf(broker.brokers)).toEqual([]);
  });

  it('shows why it died when its data are damaged', async () => {
    await broker.stop();
    const file = path.join(dataFolder, 'data', 'meta.properties');
    chmodSync(file, 0o600);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/node.id=1/, 'node.id=7'));
    await expect(startLocalBroker({ dataFolder })).rejects.toMatchObject({
      code: 'BROKER_DIED',
      message: expect.stringMatching(/node/i),
    });
  });
});

describe('a broker that cannot start', () => {
  it('names a busy port', async () => {
    const { server, port } = await busyPort();
    try {
      await expect(startLocalBroker({ port })).rejects.toMatchObject({
        code: 'PORT_BUSY',
        message: expect.stringMatching(new RegExp(`Port ${port} of 127.0.0.1 is in use. Stop`)),
      });
    } finally {
      server.close();
    }
  });

  it('names a folder that cannot be made', async () => {
    const file = path.join(scratch, 'a-file');
    writeFileSync(file, '');
    await expect(startLocalBroker({ dataFolder: path.join(file, 'kafka') })).rejects.toMatchObject({
      code: 'FOLDER_NOT_WRITABLE',
      message: expect.stringContaining('ENOTDIR'),
    });
  });

  it('says what Java said when the storage cannot be formatted', async () => {
    await expect(
      startLocalBroker({ heapMb: 1, dataFolder: path.join(scratch, 'tiny') }),
    ).rejects.toMatchObject({
      code: 'FORMAT_FAILED',
      message: expect.stringMatching(/heap/i),
    });
  });
});

/** Starts a program with a broker in it and waits for the broker's number. */
async function startProgram(dataFolder: string) {
  const loader = path.resolve('test/support/typescript-loader.mjs');
  const child = spawn(
    process.execPath,
    ['--import', loader, path.resolve('libs/local-broker/local-broker.child.ts'), dataFolder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  await eventually(() => output.includes('\n'), {
    describe: 'the program to start its broker',
    timeoutMs: 90_000,
  });
  return { child, ...(JSON.parse(output) as { pid: number; brokers: string }) };
}

describe('a program with a broker', () => {
  it('takes the broker with it when it is killed', async () => {
    const { child, pid } = await startProgram(programFolder);
    child.kill('SIGKILL');
    await eventually(() => identify(pid) === undefined, { describe: 'the broker to end', timeoutMs: 20_000 });
  }, 120_000);
});

describe('npm run kafka', () => {
  it('says folder and address, and stops cleanly when asked', async () => {
    const lines: string[] = [];
    const stop = new AbortController();
    const stdout = { write: (text: string) => lines.push(text) };
    const { server, port } = await busyPort();
    await new Promise((resolve) => server.close(resolve));
    const running = runKafkaCommand({ dataFolder: programFolder, port }, stdout, stop.signal);
    await eventually(() => lines.some((line) => line.includes(`KAFKA_BROKERS=127.0.0.1:${port}`)), {
      describe: 'the address',
      timeoutMs: 90_000,
    });
    expect(lines[0]).toContain(programFolder);
    stop.abort();
    expect(await running).toBe(0);
    expect(lines.at(-1)).toContain('Kafka has stopped');
  }, 120_000);

  it('answers a busy port with one message and exit code 1', async () => {
    const lines: string[] = [];
    const { server, port } = await busyPort();
    const stdout = { write: (text: string) => lines.push(text) };
    try {
      const code = await runKafkaCommand(
        { dataFolder: path.join(scratch, 'busy'), port },
        stdout,
        new AbortController().signal,
      );
      expect(code).toBe(1);
      expect(lines.join('')).toMatch(/could not be started: Port \d+ of 127.0.0.1 is in use/);
      expect(lines.join('')).not.toMatch(/\n {4}at /);
    } finally {
      server.close();
    }
  });
});
