import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a finished `cli replay --json` said. */
export interface ReplayOutcome {
  readonly exitCode: number | null;
  readonly stderr: string;
  /** The printed result; absent when nothing was replayed. */
  readonly result: ReplayReport | undefined;
  /** Folder with the bulletins. */
  readonly out: string;
}

/** The part of the printed result that the specs look at. */
export interface ReplayReport {
  readonly bulletins: number;
  readonly files: readonly string[];
  readonly differences: readonly unknown[];
  readonly unexpected: readonly unknown[];
  readonly busCheck: {
    readonly logged: Readonly<Record<string, number>>;
    readonly endOffsets?: Readonly<Record<string, number>>;
    readonly unpublished: number;
    readonly differing: readonly string[];
  };
  readonly restarts: number;
  readonly duplicatesAbsorbed: number;
  readonly deadLettered: number;
  readonly peakMemoryMb: Readonly<Record<string, number>>;
}

/** Runs the compiled command as an operator would. */
export async function runReplay(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ReplayOutcome> {
  const out = await mkdtemp(path.join(tmpdir(), 'caravanserai-replay-spec-'));
  const command = ['dist/apps/cli/main.js', 'replay', '--json', '--out', out, ...args];
  const child = spawn(process.execPath, command, {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, exitCode] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  const result = stdout === '' ? undefined : (JSON.parse(stdout) as ReplayReport);
  return { exitCode, stderr, result, out };
}

/** Runs `cli verify` on the bulletins of a replay. */
export async function verifyReplay({ out }: ReplayOutcome): Promise<{ code: number | null; text: string }> {
  const command = ['dist/apps/cli/main.js', 'verify', out, '--keys', path.join(out, 'keys.json')];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [text, code] = await Promise.all([
    textOf(child.stdout),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  return { code, text };
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * The files of the bulletins in a folder, by name. Each replay signs with a key of its own, so that manifests differ; they
 * are checked by `verify`.
 */
export async function filesOf(folder: string): Promise<Map<string, Buffer>> {
  const names = (await readdir(folder)).filter((name) => !/manifest\.|^keys\.json$/.test(name)).sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name))] as const)),
  );
}

/** Names of the files that differ or that only one side has. */
export function differingFiles(
  left: ReadonlyMap<string, Buffer>,
  right: ReadonlyMap<string, Buffer>,
): string[] {
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return names.filter((name) => !left.get(name)?.equals(right.get(name) ?? Buffer.alloc(0)));
}
