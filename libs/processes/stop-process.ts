import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, type ProcessIdentity } from './process-identity.js';

/** How a server is asked to stop, and what follows when it does not. */
export interface StopSignals {
  readonly polite: NodeJS.Signals;
  readonly last: NodeJS.Signals;
  /** How long the polite signal is given, in milliseconds. */
  readonly graceMs: number;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
}

async function goneWithin(identity: ProcessIdentity, ms: number): Promise<boolean> {
  const end = performance.now() + ms;
  while (isRunning(identity)) {
    if (performance.now() > end) return false;
    await pause(25);
  }
  return true;
}

/** Ends a process politely, then by force; resolves once it is gone. A process that took over its number is left alone. */
export async function stopProcess(identity: ProcessIdentity, signals: StopSignals): Promise<void> {
  if (!isRunning(identity)) return;
  send(identity.pid, signals.polite);
  if (await goneWithin(identity, signals.graceMs)) return;
  send(identity.pid, signals.last);
  await goneWithin(identity, 10_000);
}
