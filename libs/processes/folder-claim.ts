import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { identify, isRunning, type ProcessIdentity } from './process-identity.js';
import { stopProcess, type StopSignals } from './stop-process.js';

interface Claim {
  readonly starter: ProcessIdentity;
  readonly server?: ProcessIdentity;
}

/** Outcome of claiming a data folder. */
export type ClaimResult =
  | { readonly claimed: true; readonly orphanStopped: number | undefined }
  | { readonly claimed: false; readonly heldBy: number };

const claimFile = (folder: string) => path.join(folder, 'server.json');

function read(folder: string): Claim | undefined {
  try {
    return JSON.parse(readFileSync(claimFile(folder), 'utf8')) as Claim;
  } catch {
    return undefined;
  }
}

function self(): ProcessIdentity {
  return identify(process.pid) ?? { pid: process.pid, startedAt: '' };
}

function tryWrite(folder: string): boolean {
  try {
    writeFileSync(claimFile(folder), JSON.stringify({ starter: self() }), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes a data folder for this process. A server whose starter died (an orphan of SIGKILL) is stopped first;
 * a folder whose starter lives stays with it. Only the very process that was recorded is ever signalled.
 */
export async function claimFolder(folder: string, signals: StopSignals): Promise<ClaimResult> {
  let orphanStopped: number | undefined;
  while (!tryWrite(folder)) {
    const held = read(folder);
    if (held && isRunning(held.starter)) return { claimed: false, heldBy: held.starter.pid };
    if (held?.server && isRunning(held.server)) {
      await stopProcess(held.server, signals);
      orphanStopped = held.server.pid;
    }
    rmSync(claimFile(folder), { force: true });
  }
  return { claimed: true, orphanStopped };
}

/** Records the started server, so that the next start can find it if this process is killed. */
export function recordServer(folder: string, pid: number): void {
  const server = identify(pid);
  writeFileSync(claimFile(folder), JSON.stringify({ starter: self(), ...(server && { server }) }));
}

/** Gives the folder back. */
export function releaseFolder(folder: string): void {
  rmSync(claimFile(folder), { force: true });
}
