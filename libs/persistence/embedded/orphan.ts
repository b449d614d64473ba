import { commandOf, identify } from '#libs/processes/process-identity.js';
import { stopProcess } from '#libs/processes/stop-process.js';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** SIGINT is PostgreSQL's fast shutdown, SIGQUIT the immediate one (recovery at the next start); never SIGKILL. */
export const serverSignals = { polite: 'SIGINT', last: 'SIGQUIT', graceMs: 30_000 } as const;

function isServerOf(pid: number, cluster: string): boolean {
  const words = commandOf(pid)?.split(' ') ?? [];
  return (
    words.some((word) => path.basename(word) === 'postgres') && words.join(' ').includes(`-D ${cluster} `)
  );
}

/**
 * Looks into `postmaster.pid`. A server of this very cluster, whose starter is gone, is stopped. When the number belongs
 * to some other program by now, that one is left alone and the stale file removed, which PostgreSQL would stumble over.
 */
export async function clearOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const found = Number.isInteger(pid) && pid > 0 ? identify(pid) : undefined;
  if (found && isServerOf(pid, cluster)) {
    log(`Stopping the PostgreSQL server (process ${pid}) that a killed run had left behind.`);
    await stopProcess(found, serverSignals);
    return;
  }
  rmSync(file, { force: true });
}
