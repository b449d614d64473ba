import { OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { readYamlFile, type YamlProblem } from '#libs/service-host/yaml-file.js';
import { planProblems, type PlanReference } from './plan-consistency.domain.js';

/** A plan file that cannot be used: says every mistake with its line. */
export class OperationPlanError extends Error {
  constructor(
    readonly file: string,
    readonly problems: readonly YamlProblem[],
  ) {
    const list = problems.map((problem) => `  line ${problem.line}: ${problem.reason}`).join('\n');
    super(`The Operation Plan ${file} cannot be used:\n${list}`);
    this.name = 'OperationPlanError';
  }
}

/** Reads and checks a plan file. @throws OperationPlanError with the line of each mistake */
export async function readOperationPlan(file: string, reference: PlanReference): Promise<OperationPlan> {
  const read = await readYamlFile(file, {
    shape: OperationPlan,
    name: 'the plan',
    check: (plan) => planProblems(plan, reference),
  });
  if ('problems' in read) throw new OperationPlanError(file, read.problems);
  return read.value;
}
