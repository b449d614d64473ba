import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readEnvironment } from '#libs/observability/environment.js';
import { eventually } from '../../test/support/probe.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const main = path.join(root, 'dist', 'apps', 'standalone', 'main.js');

/** The real program, started as `npm start` starts it. */
export interface StandaloneProcess {
  readonly child: ChildProcess;
  output(): string;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  /** Address, once it is ready. */
  ready(): Promise<string>;
}

export function startStandaloneProcess(
  flags: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): StandaloneProcess {
  if (!existsSync(main)) throw new Error(`${main} is missing: run "npm run build" first.`);
  // The test runner's own variables would change the program.
  const inherited = { ...readEnvironment(), NODE_OPTIONS: undefined, NODE_ENV: undefined };
  const child = spawn(process.execPath, [main, ...flags], { env: { ...inherited, ...environment } });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const output = (): string => text;
  const address = (): string | undefined => /ready: (http:\S+)\//.exec(text)?.[1];
  const ready = async (): Promise<string> => {
    await eventually(() => address() ?? child.exitCode !== null, {
      describe: 'the start',
      timeoutMs: 180_000,
    });
    const found = address();
    if (found === undefined) throw new Error(`It ended instead of getting ready:\n${text}`);
    return found;
  };
  return { child, output, ended, ready };
}

/** Process number of the PostgreSQL server of a data folder, while its file is there. */
export function serverPid(dataFolder: string): number | undefined {
  const file = path.join(dataFolder, 'pgdata', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
