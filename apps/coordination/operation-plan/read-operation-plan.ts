import { readFile } from 'node:fs/promises';
import { type ErrorObject } from 'ajv';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { validatorOf } from '#libs/contracts/json-schema/compile.js';
import { OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { planProblems, type PlanReference } from './plan-consistency.domain.js';

/** One mistake in a plan file. */
export interface PlanProblem {
  /** 1-based line of the file. */
  readonly line: number;
  readonly reason: string;
}

/** A plan file that cannot be used: says every mistake with its line. */
export class OperationPlanError extends Error {
  constructor(
    readonly file: string,
    readonly problems: readonly PlanProblem[],
  ) {
    const list = problems.map((problem) => `  line ${problem.line}: ${problem.reason}`).join('\n');
    super(`The Operation Plan ${file} cannot be used:\n${list}`);
    this.name = 'OperationPlanError';
  }
}

/** Reads and checks a plan file. @throws OperationPlanError with the line of each mistake */
export async function readOperationPlan(file: string, reference: PlanReference): Promise<OperationPlan> {
  const lines = new LineCounter();
  const document = parseDocument(await readFile(file, 'utf8'), { lineCounter: lines });
  const fail = (problems: readonly PlanProblem[]): void => {
    if (problems.length > 0)
      throw new OperationPlanError(
        file,
        [...problems].sort((a, b) => a.line - b.line),
      );
  };
  fail(
    document.errors.map((error) => ({
      line: lines.linePos(error.pos[0]).line,
      reason: firstLine(error.message),
    })),
  );
  const lineOf = (path: readonly (string | number)[]): number => lineAt(document, lines, path);
  fail(shapeProblems(document.toJS(), lineOf));
  const plan = document.toJS() as OperationPlan;
  fail(planProblems(plan, reference).map(({ path, reason }) => ({ line: lineOf(path), reason })));
  return plan;
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? text;

/** Line of the node, or of the nearest one above it that the file has. */
function lineAt(document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as
      { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function shapeProblems(
  value: unknown,
  lineOf: (path: readonly (string | number)[]) => number,
): PlanProblem[] {
  const validate = validatorOf(OperationPlan, 'strict', { allErrors: true });
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => {
    const path = error.instancePath.split('/').slice(1).map(pathPart);
    const extra = (error.params as { additionalProperty?: string }).additionalProperty;
    return { line: lineOf(extra === undefined ? path : [...path, extra]), reason: reasonOf(error, extra) };
  });
}

/** `units[3].timeZone must match pattern …`, with what the file may say where that is a short list. */
function reasonOf({ instancePath, message, params }: ErrorObject, extra: string | undefined): string {
  const name = instancePath
    .slice(1)
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.');
  const { allowedValues } = params as { allowedValues?: readonly string[] };
  const known = allowedValues === undefined ? '' : `: ${allowedValues.join(', ')}`;
  return `${name || 'the plan'} ${message ?? 'is wrong'}${extra === undefined ? known : `: ${extra}`}`;
}

const pathPart = (part: string): string | number =>
  /^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~');
