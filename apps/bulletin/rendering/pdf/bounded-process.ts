import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { BulletinRenderingError } from '../bulletin-rendering.error.js';

export interface Bounds {
  readonly milliseconds: number;
  /** The whole environment of the program. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Resident memory in bytes; watched where the system tells it (Linux). */
  readonly memory: number;
}

const WATCH_EVERY_MS = 50;
const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;

/**
 * Runs a program of ours with nothing of our environment, hands it a text and returns what it wrote.
 * @throws BulletinRenderingError `pdf-time-limit`, `pdf-memory-limit` or `pdf-program-failed`.
 */
export async function runBounded(args: readonly string[], input: string, bounds: Bounds): Promise<string> {
  const child = spawn(process.execPath, [...args], { env: { ...bounds.environment }, stdio: 'pipe' });
  let stopped: BulletinRenderingError | undefined;
  const stop = (error: BulletinRenderingError) => {
    stopped ??= error;
    child.kill('SIGKILL');
  };
  const timer = setTimeout(() => stop(timeLimit(bounds)), bounds.milliseconds);
  const watch = setInterval(() => {
    if (residentMemory(child.pid) > bounds.memory) stop(memoryLimit(bounds));
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

function residentMemory(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

const failed = (reason: string) =>
  new BulletinRenderingError('pdf-program-failed', `The program that makes PDFs failed: ${reason}`);

const timeLimit = ({ milliseconds }: Bounds) =>
  new BulletinRenderingError('pdf-time-limit', `The PDF was not ready within ${milliseconds} ms`);

const memoryLimit = ({ memory }: Bounds) =>
  new BulletinRenderingError('pdf-memory-limit', `Making the PDF took more than ${memory} bytes of memory`);
