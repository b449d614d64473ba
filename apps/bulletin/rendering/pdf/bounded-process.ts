import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BulletinRenderingError } from '../bulletin-rendering.error.js';

export interface Bounds {
  /** Time on the clock, for a program that waits for ever: generous, because a busy machine lets it wait too. */
  readonly milliseconds: number;
  /** Time on the processor, over all threads, which a busy machine does not lengthen; on the clock where no system tells it. */
  readonly processorMilliseconds: number;
  /** The whole environment of the program. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Resident memory in bytes; watched where the system tells it (Linux). */
  readonly memory: number;
}

const WATCH_EVERY_MS = 50;
/** Where Linux tells of every process; other systems have no such folder. */
const PROCESSES = '/proc';
/** Linux tells processor time in these to every program, whatever the kernel counts in (USER_HZ). */
const TICK_MS = 10;
const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;

/**
 * Runs a program of ours with nothing of our environment, hands it a text and returns what it wrote.
 * @param processes the folder in which the system tells of its processes
 * @throws BulletinRenderingError `pdf-time-limit`, `pdf-memory-limit` or `pdf-program-failed`.
 */
export async function runBounded(
  args: readonly string[],
  input: string,
  bounds: Bounds,
  processes = PROCESSES,
): Promise<string> {
  const child = spawn(process.execPath, [...args], { env: { ...bounds.environment }, stdio: 'pipe' });
  let stopped: BulletinRenderingError | undefined;
  const stop = (error: BulletinRenderingError) => {
    stopped ??= error;
    child.kill('SIGKILL');
  };
  const longest = longestOnTheClock(bounds, processes);
  const timer = setTimeout(() => stop(timeLimit(`${longest} ms`)), longest);
  const watch = setInterval(() => {
    const folder = path.join(processes, String(child.pid ?? 0));
    if (residentMemory(folder) > bounds.memory) stop(memoryLimit(bounds));
    if (processorTime(folder) > bounds.processorMilliseconds)
      stop(timeLimit(`${bounds.processorMilliseconds} ms of processor time`));
  }, WATCH_EVERY_MS);
  try {
    const output = await outcomeOf(child, input);
    return output;
  } catch (error) {
    throw stopped ?? error;
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
  }
}

/** Where nothing tells the processor's time, the clock alone has to stop a program that works for ever. */
function longestOnTheClock({ milliseconds, processorMilliseconds }: Bounds, processes: string): number {
  const isTold = existsSync(path.join(processes, 'self', 'stat'));
  return isTold ? milliseconds : Math.min(milliseconds, processorMilliseconds);
}

function outcomeOf(child: ChildProcessWithoutNullStreams, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const output: Buffer[] = [];
    let [size, complaint] = [0, ''];
    child.stdout.on('data', (chunk: Buffer) => {
      output.push(chunk);
      if ((size += chunk.length) > MOST_OUTPUT_BYTES) child.kill('SIGKILL');
    });
    child.stderr.on(
      'data',
      (chunk: Buffer) => (complaint = (complaint + chunk.toString('utf8')).slice(-2000)),
    );
    child.on('error', (error) => reject(failed(error.message)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(Buffer.concat(output).toString('utf8'));
      else reject(failed(`it ended with ${signal ?? `code ${code}`}: ${complaint}`));
    });
    // A program that ends early closes its input; its end is reported by 'close'.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

function residentMemory(folder: string): number {
  try {
    const status = readFileSync(path.join(folder, 'status'), 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Milliseconds in user and kernel mode: fields 14 and 15 of proc_pid_stat(5), counted behind the name in brackets. */
function processorTime(folder: string): number {
  try {
    const stat = readFileSync(path.join(folder, 'stat'), 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return 0;
  }
}

const failed = (reason: string) =>
  new BulletinRenderingError('pdf-program-failed', `The program that makes PDFs failed: ${reason}`);

const timeLimit = (time: string) =>
  new BulletinRenderingError('pdf-time-limit', `The PDF was not ready within ${time}`);

const memoryLimit = ({ memory }: Bounds) =>
  new BulletinRenderingError('pdf-memory-limit', `Making the PDF took more than ${memory} bytes of memory`);
