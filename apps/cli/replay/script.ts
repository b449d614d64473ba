import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { loadReferenceData } from '#libs/reference/reference-data.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { defaultReferenceFolder } from '#libs/reference/reference-folder.js';
import { defaultConfigFolder } from '#libs/service-host/service-config.js';
import { expectedDays } from '../oracle/oracle.js';
import { type ExpectedDay } from '../oracle/oracle.types.js';
import { generateScenario } from '../scenario/generate-scenario.js';
import { type ScenarioStep } from '../scenario/scenario.types.js';
import { ReplayInputError, type ReplayOptions } from './replay.types.js';
import { bulletinNumberOf, editionName, issuedBulletin, stepsUpToBulletin } from './segments.js';

/** The requests of a replay and what they must lead to. */
export interface Script {
  readonly steps: readonly ScenarioStep[];
  /** What the issued bulletins say, by the name of the edition: `12`, `12/Rev. 1`. */
  readonly expected: ReadonlyMap<string, ExpectedDay>;
  /** Number of the one bulletin to write; all when absent. */
  readonly only?: number;
}

/** What a script is cut from: the plan, the whole scenario and the reference data of its operation. */
export interface ScriptSource {
  readonly plan: OperationPlan;
  readonly steps: readonly ScenarioStep[];
  readonly reference: ReferenceData;
}

/**
 * Writes the script of a replay from plan, reference data and seed.
 * @throws ReplayInputError for an operation or a day that does not exist
 */
export async function writeScript(
  options: Pick<ReplayOptions, 'operation' | 'day' | 'seed'>,
): Promise<Script> {
  return scriptOf(await readSource(options), options.day);
}

/** @throws ReplayInputError for an operation that does not exist */
export async function readSource({
  operation,
  seed,
}: Pick<ReplayOptions, 'operation' | 'seed'>): Promise<ScriptSource> {
  const plan = await readPlan(operation);
  const reference = loadReferenceData(defaultReferenceFolder());
  return { plan, reference, steps: generateScenario({ plan, reference, seed }).steps };
}

/**
 * The script up to the issue of the bulletin of the day; of the whole operation without one.
 * @throws ReplayInputError for a day that does not exist
 */
export function scriptOf({ plan, steps: all, reference }: ScriptSource, day?: string): Script {
  const only = day === undefined ? undefined : numberOf(plan, all, day);
  const steps = only === undefined ? all : stepsUpToBulletin(all, only);
  // A day may be closed before the bulletin of the day before it is issued, so that its own lies behind the last step.
  const issued = new Set(
    steps.flatMap((step) => {
      const edition = issuedBulletin(step);
      return edition ? editionName(edition) : [];
    }),
  );
  const days = expectedDays(plan, steps, oracleChemicals(reference));
  return {
    steps,
    expected: new Map(
      days.filter((expected) => issued.has(editionName(expected))).map((one) => [editionName(one), one]),
    ),
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

function numberOf(plan: OperationPlan, steps: readonly ScenarioStep[], day: string): number {
  const number = bulletinNumberOf(steps, day);
  if (number !== undefined) return number;
  throw new ReplayInputError(
    `${day} is no day of ${plan.code}: it runs from ${plan.firstDay} to ${plan.lastDay}.`,
  );
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
