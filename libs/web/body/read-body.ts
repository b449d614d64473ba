import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { validatorOf } from '#libs/contracts/json-schema/compile.js';
import { type FieldProblem, ProblemError } from '../problem.js';
import { checkStructure } from './check-structure.js';
import { numbersToDecimals } from './exact-decimals.js';
import { fieldProblems } from './field-problems.js';
import { parseJson, unreadable, type ParsedJson } from './parse-json.js';

/** Problems named in one answer; the sender mends these first. */
const MAX_FIELD_PROBLEMS = 100;

/** A body of more values gets its first problem alone: collecting a million problems would take all the memory. */
export const MAX_VALUES_FOR_ALL_PROBLEMS = 100_000;

/**
 * Reads a JSON body into a message of the class. Nothing is converted: a blank is never zero and "5" is no number; only
 * quantities may come as JSON numbers (see `numbersToDecimals`). The compiled JSON Schema accepts fast; what it refuses
 * is decided by class-validator. Unknown properties are refused.
 * @param body the bytes of the request, as the body parser leaves them
 * @returns a plain object of the class's shape
 * @throws ProblemError 400 `body-unreadable` or `invalid-fields`
 */
export function readBody<T extends object>(shape: ClassConstructor<T>, body: unknown): T {
  const parsed = parseObject(body);
  const { problems, values } = checkStructure(parsed);
  if (problems.length > 0) throw invalidFields(problems);
  numbersToDecimals(shape, parsed.value);
  const accepts = validatorOf(shape, 'strict');
  if (accepts(parsed.value)) return parsed.value as T;
  if (values > MAX_VALUES_FOR_ALL_PROBLEMS) throw invalidFields(fieldProblems(accepts.errors ?? []));
  if (!classValidatorAccepts(shape, parsed.value)) throw invalidFields(allProblems(shape, parsed.value));
  return parsed.value;
}

/** JSON of an object from the bytes of a request. @throws ProblemError 400 `body-unreadable` */
export function parseObject(body: unknown): ParsedJson & { readonly value: object } {
  if (!(body instanceof Uint8Array)) throw unreadable('json-empty');
  const { text, value } = parseJson(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw unreadable('json-not-an-object');
  return { text, value };
}

function classValidatorAccepts<T extends object>(shape: ClassConstructor<T>, value: object): boolean {
  const message = plainToInstance(shape, value);
  return validateSync(message, { whitelist: true, forbidNonWhitelisted: true }).length === 0;
}

/** All that the schema of the class says of a message; nothing where it fits. */
export function allProblems(shape: ClassConstructor<object>, value: object): FieldProblem[] {
  const validate = validatorOf(shape, 'strict', { allErrors: true });
  return validate(value) ? [] : fieldProblems(validate.errors ?? []);
}

/** The refusal of a message with these problems. */
export function invalidFields(problems: readonly FieldProblem[]): ProblemError {
  const named = problems.slice(0, MAX_FIELD_PROBLEMS);
  return new ProblemError(400, 'invalid-fields', { count: problems.length }, named);
}
