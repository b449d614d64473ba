import { access, constants, mkdir } from 'node:fs/promises';
import { type Difference } from '../oracle/compare-snapshot.js';
import { checkBus } from './bus-check.js';
import { collectBulletin, writeKeys } from './collect-bulletin.js';
import { readMetrics } from './metrics.js';
import { play, type UnexpectedAnswer } from './play.js';
import { PeakMemory } from './process-memory.js';
import { ReplayInputError, type ReplayOptions, type ReplayResult } from './replay.types.js';
import { ReplayClient, type Repeats } from './request.js';
import { writeScript, type Script } from './script.js';
import { editionName } from './segments.js';
import { setStage, type Stage } from './stage.js';
import { succeeded } from './summary.js';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** Exit code after Ctrl-C: 128 + SIGINT. */
const INTERRUPTED = 130;

/**
 * Runs the whole chain on a throw-away stage, compares every figure with the oracle and writes the bulletins.
 * @throws ReplayInputError for an operation, day or folder that cannot be used
 */
export async function replay(options: ReplayOptions): Promise<ReplayResult> {
  const script = await writeScript(options);
  await makeFolder(options.out);
  const began = performance.now();
  const opening = setStage(options);
  const forget = onInterruption(opening);
  try {
    const stage = await opening;
    return await perform(stage, script, options, began);
  } finally {
    forget();
  }
}

/** Plays on a stage that is set and takes it down again; the logs stay where the replay did not succeed. */
async function perform(
  stage: Stage,
  script: Script,
  options: ReplayOptions,
  began: number,
): Promise<ReplayResult> {
  const memory = new PeakMemory(() => [
    ...[...stage.services].map(([name, { pid }]) => ({ name, pid, childName: `${name} renderer` })),
    // Its children are the services, the database and the broker.
    { name: 'replay', pid: process.pid },
  ]);
  memory.start();
  let isSuccess = false;
  try {
    const started = performance.now();
    const run = await playScript(script, stage, options);
    const played = performance.now();
    const result = await conclude(options, script, stage, run, memory);
    isSuccess = succeeded(result);
    const seconds = {
      start: (started - began) / 1000,
      replay: (played - started) / 1000,
      total: (played - began) / 1000,
    };
    return { ...result, seconds };
  } finally {
    memory.stop();
    if (!isSuccess) options.say(`The logs of the services are kept in ${stage.folder}`);
    await stage.close(!isSuccess);
  }
}

/** Ctrl-C at any time, also while the stage is being set: leaves no process and no data behind. */
function onInterruption(opening: Promise<Stage>): () => void {
  const interrupted = (): void =>
    void opening
      .then((stage) => stage.close(false))
      .catch(() => undefined)
      .finally(() => process.exit(INTERRUPTED));
  for (const signal of SIGNALS) process.once(signal, interrupted);
  return () => SIGNALS.forEach((signal) => process.off(signal, interrupted));
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new ReplayInputError(
      `The bulletins cannot be written into ${folder} (${(error as NodeJS.ErrnoException).code ?? String(error)}). Give another folder with --out.`,
    );
  }
}

interface Run {
  readonly unexpected: UnexpectedAnswer[];
  readonly files: string[];
  readonly differences: Difference[];
  /** Of the requests of the script, and of those for its bulletins. */
  repeats: Repeats;
  /** Names of the editions. */
  readonly issued: Set<string>;
}

async function playScript(script: Script, stage: Stage, options: ReplayOptions): Promise<Run> {
  const client = new ReplayClient(stage.services);
  const run: Run = { unexpected: [], files: [], differences: [], repeats: client.repeats, issued: new Set() };
  const total = script.expected.size;
  options.onProgress(0, total);
  const unexpected = await play(script.steps, client, {
    onIssued: async (edition, step) => {
      const name = editionName(edition);
      if (run.issued.has(name)) return;
      run.issued.add(name);
      run.differences.push(...(await collectBulletin(script, client, edition, step, options.out, run.files)));
      options.onProgress(run.issued.size, total);
    },
  });
  run.unexpected.push(...unexpected);
  run.repeats = client.repeats;
  await writeKeys(client, options.out);
  return run;
}

async function conclude(
  options: ReplayOptions,
  script: Script,
  stage: Stage,
  run: Run,
  memory: PeakMemory,
): Promise<Omit<ReplayResult, 'seconds'>> {
  const busCheck = await checkBus(stage);
  const metrics = await readMetrics(new ReplayClient(stage.services));
  const sum = (name: string): number =>
    [...metrics.values()].reduce((total, own) => total + (own[name] ?? 0), 0);
  memory.stop();
  return {
    operation: options.operation,
    bus: options.bus,
    seed: options.seed,
    requests: script.steps.length,
    bulletins: run.issued.size,
    files: run.files,
    differences: [...run.differences, ...missingOf(script, run)],
    unexpected: run.unexpected,
    busCheck,
    repeats: run.repeats,
    restarts: [...stage.services.values()].reduce((total, service) => total + service.restarts, 0),
    duplicatesAbsorbed: sum('events_duplicate_total'),
    deadLettered: sum('events_dead_lettered_total'),
    metrics: Object.fromEntries(metrics),
    peakMemoryMb: Object.fromEntries(memory.peaks),
  };
}

/** Bulletins that were not issued although nothing stopped the replay; behind a stop nothing else can be expected. */
function missingOf(script: Script, run: Run): Difference[] {
  if (run.unexpected.length > 0) return [];
  return [...script.expected.values()]
    .filter((day) => !run.issued.has(editionName(day)))
    .map((day) => ({
      day: day.operationDay,
      figure: `bulletin ${editionName(day)}`,
      expected: 'issued',
      actual: 'missing',
    }));
}
