import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { validatorOf } from '#libs/contracts/json-schema/compile.js';
import { type EventDefinition } from '#libs/contracts/topics.js';

/** Problems named at most; the first ones tell enough. */
const MAX_PROBLEMS = 10;

function* worded(errors: readonly ValidationError[], path = ''): Generator<string> {
  for (const error of errors) {
    const here = /^\d+$/.test(error.property)
      ? `${path}[${error.property}]`
      : `${path}${path && '.'}${error.property}`;
    for (const message of Object.values(error.constraints ?? {})) yield `${here}: ${message}`;
    yield* worded(error.children ?? [], here);
  }
}

function firstOf(problems: Iterable<string>): string[] {
  const found: string[] = [];
  for (const problem of problems) {
    found.push(problem);
    if (found.length === MAX_PROBLEMS) break;
  }
  return found;
}

/**
 * What is wrong with an event's data, in words; empty when its shape is right. Tolerant: properties that this version
 * does not know are allowed. A schema may refuse what class-validator takes: class-validator decides.
 */
export function shapeProblems(definition: EventDefinition, data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    const kind = data === null ? 'null' : Array.isArray(data) ? 'an array' : `a ${typeof data}`;
    return [`the data must be a JSON object, not ${kind}`];
  }
  // Compiled from the same decorators and many times faster; but it words no error.
  if (validatorOf(definition.shape, 'tolerant')(data) === true) return [];
  const instance = plainToInstance(definition.shape, data, { enableImplicitConversion: false });
  return firstOf(worded(validateSync(instance, { forbidUnknownValues: false, stopAtFirstError: true })));
}
