import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process, told apart from a later one that got the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string;
}

function fromProc(pid: number): { startedAt: string; command: string } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold blanks; fields are counted behind it. Field 3 is the state, field 22 the start.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z') throw new Error('a zombie does nothing any more');
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  return { startedAt: fields[19] ?? '', command };
}

function fromPs(pid: number): { startedAt: string; command: string } {
  const ask = (what: string) =>
    execFileSync('ps', ['-ww', '-o', `${what}=`, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  return { startedAt: ask('lstart'), command: ask('command') };
}

function inspect(pid: number): { startedAt: string; command: string } | undefined {
  try {
    return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  } catch {
    return undefined;
  }
}

/** Identity of the running process `pid`; undefined when there is none. */
export function identify(pid: number): ProcessIdentity | undefined {
  const found = inspect(pid);
  return found && { pid, startedAt: found.startedAt };
}

/** Whether exactly this process (not a successor under its number) still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startedAt === identity.startedAt;
}

/** Command line of the running process `pid`; undefined when there is none. */
export function commandOf(pid: number): string | undefined {
  return inspect(pid)?.command;
}
