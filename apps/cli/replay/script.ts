import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { isCalendarDay } from '#libs/contracts/shapes.js';
import { daysBetween } from '#libs/reference/operation-day.js';
import { loadReferenceData } from '#libs/reference/reference-data.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { defaultReferenceFolder } from '#libs/reference/reference-folder.js';
import { defaultConfigFolder } from '#libs/service-host/service-config.js';
import { expectedDays } from '../oracle/oracle.js';
import { type ExpectedDay } from '../oracle/oracle.types.js';
import { generateScenario } from '../scenario/generate-scenario.js';
import { type ScenarioStep } from '../scenario/scenario.types.js';
import { ReplayInputError, type ReplayOptions } from './replay.types.js';
import { issuedBulletin, stepsUpToBulletin } from './segments.js';

/** The requests of a replay and what they must lead to. */
export interface Script {
  readonly steps: readonly ScenarioStep[];
  /** The days whose bulletins the steps issue, by bulletin number. */
  readonly expected: ReadonlyMap<number, ExpectedDay>;
  /** Number of the one bulletin to write; all when absent. */
  readonly only?: number;
}

/**
 * Writes the script of a replay from plan, reference data and seed.
 * @throws ReplayInputError for an operation or a day that does not exist
 */
export async function writeScript(
  options: Pick<ReplayOptions, 'operation' | 'day' | 'seed'>,
): Promise<Script> {
  const plan = await readPlan(options.operation);
  const reference = loadReferenceData(defaultReferenceFolder());
  const scenario = generateScenario({ plan, reference, seed: options.seed });
  const only = options.day === undefined ? undefined : numberOf(plan, options.day);
  const steps = only === undefined ? scenario.steps : stepsUpToBulletin(scenario.steps, only);
  // A day may be closed before the bulletin of the day before it is issued, so that its own lies behind the last step.
  const issued = new Set(steps.flatMap((step) => issuedBulletin(step)?.number ?? []));
  const days = expectedDays(plan, steps, oracleChemicals(reference));
  return {
    steps,
    expected: new Map(
      days.filter(({ dayNumber }) => issued.has(dayNumber)).map((day) => [day.dayNumber, day]),
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

function numberOf(plan: OperationPlan, day: string): number {
  if (!isCalendarDay(day) || day < plan.firstDay || day > plan.lastDay) {
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
