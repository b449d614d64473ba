import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type Service } from '#libs/contracts/topics.js';
import { daysBetween } from '#libs/reference/operation-day.js';
import { loadReferenceData } from '#libs/reference/reference-data.js';
import { defaultReferenceFolder } from '#libs/reference/reference-folder.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { defaultConfigFolder } from '#libs/service-host/service-config.js';
import { compareSnapshot, type Difference } from '../oracle/compare-snapshot.js';
import { expectedDays } from '../oracle/oracle.js';
import { type ExpectedDay } from '../oracle/oracle.types.js';
import { generateScenario } from '../scenario/generate-scenario.js';
import { type ScenarioStep } from '../scenario/scenario.types.js';
import { checkBus, type BusCheck } from './bus-check.js';
import { readMetrics, type Metrics } from './metrics.js';
import { play, type UnexpectedAnswer } from './play.js';
import { PeakMemory } from './process-memory.js';
import { ReplayClient } from './request.js';
import { stepsUpToBulletin } from './segments.js';
import { setStage, type Bus, type Stage } from './stage.js';

/** What to replay, and where the bulletins go. */
export interface ReplayOptions {
  readonly operation: string;
  readonly out: string;
  /** Runs the operation up to this day and writes this day's bulletin alone. */
  readonly day?: string;
  readonly bus: Bus;
  readonly seed: number;
  /** Failpoints by service, armed at its first start: `consumer.committed-offset-not:kill:3`. */
  readonly failpoints: ReadonlyMap<Service, string>;
  readonly say: (line: string) => void;
  /** Called with done and total days. */
  readonly onProgress: (done: number, total: number) => void;
}

/** What a replay found. It has succeeded when nothing is unexpected and no figure differs. */
export interface ReplayResult {
  readonly operation: string;
  readonly bus: Bus;
  readonly seed: number;
  readonly requests: number;
  readonly bulletins: number;
  readonly files: readonly string[];
  readonly differences: readonly Difference[];
  readonly unexpected: readonly UnexpectedAnswer[];
  readonly busCheck: BusCheck;
  readonly restarts: number;
  readonly duplicatesAbsorbed: number;
  readonly deadLettered: number;
  readonly metrics: Readonly<Record<string, Metrics>>;
  /** Largest resident memory of each process in MB. */
  readonly peakMemoryMb: Readonly<Record<string, number>>;
  readonly seconds: { readonly start: number; readonly replay: number; readonly total: number };
}

/** A request that cannot be replayed as asked: says what can. */
export class ReplayInputError extends Error {}

interface Script {
  readonly plan: OperationPlan;
  readonly steps: readonly ScenarioStep[];
  readonly expected: ReadonlyMap<number, ExpectedDay>;
  /** Number of the one bulletin to write; all when absent. */
  readonly only?: number;
}

/** Runs the whole chain on a throw-away stage, compares every figure with the oracle and writes the bulletins. */
export async function replay(options: ReplayOptions): Promise<ReplayResult> {
  const script = await writeScript(options);
  await mkdir(options.out, { recursive: true });
  const began = performance.now();
  const stage = await setStage(options);
  const memory = new PeakMemory(() => new Map([...pids(stage), ['replay', process.pid]]));
  memory.start();
  const interrupted = (): void => void stage.close(false).finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted);
  let succeeded = false;
  try {
    const started = performance.now();
    const run = await playScript(script, stage, options);
    const played = performance.now();
    const result = await conclude(options, script, stage, run, memory);
    succeeded = result.differences.length === 0 && result.unexpected.length === 0;
    const seconds = {
      start: (started - began) / 1000,
      replay: (played - started) / 1000,
      total: (played - began) / 1000,
    };
    return { ...result, seconds };
  } finally {
    memory.stop();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupted);
    if (!succeeded) options.say(`The logs of the services are kept in ${stage.folder}`);
    await stage.close(!succeeded);
  }
}

function* pids(stage: Stage): Generator<[string, number | undefined]> {
  for (const [name, service] of stage.services) yield [name, service.pid];
}

async function writeScript(options: ReplayOptions): Promise<Script> {
  const plan = await readPlan(options.operation);
  const reference = loadReferenceData(defaultReferenceFolder());
  const scenario = generateScenario({ plan, reference, seed: options.seed });
  const only = options.day === undefined ? undefined : numberOf(plan, options.day);
  const steps = only === undefined ? scenario.steps : stepsUpToBulletin(scenario.steps, only);
  const expected = expectedDays(plan, steps, oracleChemicals(reference));
  return {
    plan,
    steps,
    expected: new Map(expected.map((day) => [day.dayNumber, day])),
    ...(only !== undefined && { only }),
  };
}

function oracleChemicals(
  reference: ReferenceData,
): { id: string; table: string | null; controlledSince: string | null }[] {
  return reference.chemicals.map(({ id, table, controlledSince }) => ({
    id,
    table: table ?? null,
    controlledSince: controlledSince ?? null,
  }));
}

function numberOf(plan: OperationPlan, day: string): number {
  if (day < plan.firstDay || day > plan.lastDay) {
    throw new ReplayInputError(
      `${day} is no day of ${plan.code}: it runs from ${plan.firstDay} to ${plan.lastDay}.`,
    );
  }
  return daysBetween(plan.firstDay, day) + 1;
}

async function readPlan(operation: string): Promise<OperationPlan> {
  const folder = path.join(defaultConfigFolder(), 'operations');
  const known = (await readdir(folder)).flatMap((name) =>
    name.endsWith('.yaml') ? [name.slice(0, -'.yaml'.length)] : [],
  );
  if (!known.includes(operation)) {
    throw new ReplayInputError(
      `There is no operation "${operation}". Known operations: ${known.sort().join(', ')}.`,
    );
  }
  return parse(await readFile(path.join(folder, `${operation}.yaml`), 'utf8')) as OperationPlan;
}

interface Run {
  readonly unexpected: UnexpectedAnswer[];
  readonly files: string[];
  readonly differences: Difference[];
  readonly issued: Set<number>;
}

const FORMATS = ['en.html', 'en.pdf', 'ru.html', 'ru.pdf', 'json'];

async function playScript(script: Script, stage: Stage, options: ReplayOptions): Promise<Run> {
  const client = new ReplayClient(stage.services);
  const run: Run = { unexpected: [], files: [], differences: [], issued: new Set() };
  const total = script.expected.size;
  options.onProgress(0, total);
  const unexpected = await play(script.steps, client, {
    onIssued: async (number, step) => {
      if (run.issued.has(number)) return;
      run.issued.add(number);
      run.differences.push(...(await collect(script, client, number, step, options.out, run.files)));
      options.onProgress(run.issued.size, total);
    },
  });
  run.unexpected.push(...unexpected);
  return run;
}

/** Fetches the files of an issued bulletin, writes those that are wanted and compares the figures. */
async function collect(
  script: Script,
  client: ReplayClient,
  number: number,
  step: ScenarioStep,
  out: string,
  files: string[],
): Promise<Difference[]> {
  const base = step.path.replace(/\/issue$/, '/files/bulletin');
  const name = `bulletin-${String(number).padStart(3, '0')}`;
  const isWanted = script.only === undefined || script.only === number;
  let differences: Difference[] = [];
  for (const format of isWanted ? FORMATS : ['json']) {
    const answer = await client.send({
      method: 'GET',
      path: `${base}.${format}`,
      party: step.party,
      at: step.at,
    });
    if (answer.status !== 200) throw new Error(`${base}.${format} was answered with ${answer.status}.`);
    if (format === 'json') differences = compareFigures(script, number, answer.bytes);
    if (!isWanted) continue;
    await writeFile(path.join(out, `${name}.${format}`), answer.bytes);
    files.push(`${name}.${format}`);
  }
  return differences;
}

function compareFigures(script: Script, number: number, bytes: Buffer): Difference[] {
  const { snapshot, snapshotHash } = JSON.parse(bytes.toString('utf8')) as {
    snapshot: object;
    snapshotHash: string;
  };
  const expected = script.expected.get(number);
  if (!expected) throw new Error(`The oracle expects no bulletin No. ${number}.`);
  const actualHash = sha256Hex(canonicalJson(snapshot));
  const day = expected.operationDay;
  const hash =
    actualHash === snapshotHash
      ? []
      : [{ day, figure: 'snapshotHash', expected: actualHash, actual: snapshotHash }];
  return [...hash, ...compareSnapshot(expected, snapshot)];
}

async function conclude(
  options: ReplayOptions,
  script: Script,
  stage: Stage,
  run: Run,
  memory: PeakMemory,
): Promise<Omit<ReplayResult, 'seconds'>> {
  const metrics = await readMetrics(stage.services);
  const sum = (name: string): number =>
    [...metrics.values()].reduce((total, own) => total + (own[name] ?? 0), 0);
  const busCheck = await checkBus(stage);
  memory.stop();
  const missing = [...script.expected.values()]
    .filter((day) => !run.issued.has(day.dayNumber))
    .map((day) => ({
      day: day.operationDay,
      figure: 'bulletin',
      expected: 'issued',
      actual: 'missing',
    }));
  return {
    operation: options.operation,
    bus: options.bus,
    seed: options.seed,
    requests: script.steps.length,
    bulletins: run.issued.size,
    files: run.files,
    differences: [...run.differences, ...missing],
    unexpected: run.unexpected,
    busCheck,
    restarts: [...stage.services.values()].reduce((total, service) => total + service.restarts, 0),
    duplicatesAbsorbed: sum('events_duplicate_total'),
    deadLettered: sum('events_dead_lettered_total'),
    metrics: Object.fromEntries(metrics),
    peakMemoryMb: Object.fromEntries(memory.peaks),
  };
}
