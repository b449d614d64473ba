import kafkajs from 'kafkajs';
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { LocalBrokerError } from './local-broker-error.js';
import { type GuardedProcess } from '#libs/processes/guarded-process.js';

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const answer = (value: boolean) => {
      socket.destroy();
      resolve(value);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}

async function describesItself(port: number): Promise<boolean> {
  const client = new kafkajs.Kafka({
    clientId: 'readiness',
    brokers: [`127.0.0.1:${port}`],
    logLevel: kafkajs.logLevel.NOTHING,
    retry: { retries: 0 },
    requestTimeout: 2000,
  });
  const admin = client.admin();
  try {
    await admin.connect();
    const cluster = await admin.describeCluster();
    return cluster.brokers.length > 0 && cluster.controller !== null;
  } catch {
    return false;
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

function died(broker: GuardedProcess, how: string): LocalBrokerError {
  return new LocalBrokerError(
    'BROKER_DIED',
    `The Kafka broker ended while starting (${how}). Its last lines:\n${broker.lastLines(12)}`,
  );
}

/** Resolves once the broker answers clients; reports its waiting every two seconds. */
export async function waitUntilReady(
  broker: GuardedProcess,
  port: number,
  log: (line: string) => void,
  timeoutMs = 60_000,
): Promise<void> {
  const begin = performance.now();
  let nextReport = 2000;
  for (;;) {
    const how = broker.ended();
    if (how !== undefined) throw died(broker, how);
    if ((await accepts(port)) && (await describesItself(port))) return;
    const waited = performance.now() - begin;
    if (waited > timeoutMs) {
      const seconds = Math.round(timeoutMs / 1000);
      throw new LocalBrokerError(
        'BROKER_NOT_READY',
        `The Kafka broker did not answer on 127.0.0.1:${port} within ${seconds} s. Its last lines:\n${broker.lastLines(12)}`,
      );
    }
    if (waited > nextReport) {
      log(`Waiting for the broker on 127.0.0.1:${port} … ${Math.round(waited / 1000)} s`);
      nextReport += 2000;
    }
    await pause(50);
  }
}
