import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import { identify } from './process-identity.js';
import { stopProcess, type StopSignals } from './stop-process.js';

/** What a guarded server is started with. */
export interface GuardedOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  readonly signals: StopSignals;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
}

/** A server process that ends with its starter. */
export interface GuardedProcess {
  readonly pid: number;
  /** Number of the watching shell; undefined on Windows. */
  readonly guardPid: number | undefined;
  /** How it ended ("exit code 1", "signal SIGKILL"), undefined while it runs. */
  ended(): string | undefined;
  /** Resolves when it ends; keeps Node alive until then. */
  waitForEnd(): Promise<string>;
  stop(): Promise<void>;
  /** SIGKILL, and waits for the end. */
  kill(): Promise<void>;
  /** Last lines it wrote. */
  lastLines(count: number): string;
}

/**
 * The guard holds the reading end of a pipe whose only writer is this Node process: however that one ends, SIGKILL
 * included, the pipe closes and the guard stops the server. It is a shell because a shell is everywhere and costs 1 MB.
 */
const guardScript = `read -r _
kill -$2 $1 2>/dev/null
left=$4
while [ $left -gt 0 ] && kill -0 $1 2>/dev/null; do sleep 1; left=$((left-1)); done
kill -$3 $1 2>/dev/null`;

function startGuard(pid: number, signals: StopSignals): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined;
  const args = [
    String(pid),
    signals.polite.slice(3),
    signals.last.slice(3),
    String(Math.ceil(signals.graceMs / 1000)),
  ];
  const guard = spawn('sh', ['-c', guardScript, 'guard', ...args], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.on('error', () => undefined);
  guard.unref();
  (guard.stdin as unknown as { unref?: () => void }).unref?.();
  return guard;
}

function openLog(file: string): number {
  if (existsSync(file)) renameSync(file, `${file}.previous`);
  return openSync(file, 'w');
}

/** The last `count` lines of a log file; empty when there is none. */
export function lastLinesOf(file: string, count: number): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}

function launch(options: GuardedOptions): Promise<ChildProcess> {
  const log = openLog(options.logFile);
  // Detached: a Ctrl-C in the terminal goes to the application, which stops its servers last.
  const child = spawn(options.command, options.args, {
    stdio: ['ignore', log, log],
    detached: true,
    ...(options.env && { env: options.env }),
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    ...(options.uid !== undefined && { uid: options.uid, gid: options.gid }),
  });
  closeSync(log);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => resolve(child));
  });
}

/** Starts a server with its output in a log file and a guard beside it. Rejects with the error of spawn (ENOENT, EACCES). */
export async function startGuarded(options: GuardedOptions): Promise<GuardedProcess> {
  const child = await launch(options);
  const pid = child.pid ?? 0;
  const identity = identify(pid) ?? { pid, startedAt: '' };
  const guard = startGuard(pid, options.signals);
  let ended: string | undefined;
  const end = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      ended = signal === null ? `exit code ${code ?? 'unknown'}` : `signal ${signal}`;
      guard?.kill('SIGKILL');
      resolve(ended);
    });
  });
  child.unref();
  const waitForEnd = () => {
    child.ref();
    return ended === undefined ? end : Promise.resolve(ended);
  };
  return {
    pid,
    guardPid: guard?.pid,
    ended: () => ended,
    waitForEnd,
    lastLines: (count) => lastLinesOf(options.logFile, count),
    async stop() {
      if (ended !== undefined) return;
      await Promise.all([stopProcess(identity, options.signals), waitForEnd()]);
    },
    async kill() {
      if (ended !== undefined) return;
      child.kill('SIGKILL');
      await waitForEnd();
    },
  };
}
