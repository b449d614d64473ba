import { type PipeTransform } from '@nestjs/common';
import { type ClassConstructor } from 'class-transformer';
import { validatorOf } from '#libs/contracts/json-schema/compile.js';
import { type FieldProblem, ProblemError } from '../problem.js';
import { checkStructure } from './check-structure.js';
import { numbersToDecimals } from './exact-decimals.js';
import { fieldProblems } from './field-problems.js';
import { parseJson, unreadable } from './parse-json.js';
import { MAX_FIELD_PROBLEMS, MAX_VALUES_FOR_ALL_PROBLEMS } from './read-body.js';

/** A message of which anything may still be missing, at any depth. */
export type Unfinished<T> = T extends readonly (infer Item)[]
  ? Unfinished<Item>[]
  : T extends object
    ? { [Name in keyof T]?: Unfinished<T[Name]> }
    : T;

const MISSING: ReadonlySet<string> = new Set(['required', 'too-few']);

/**
 * Reads the JSON body of a message that is not finished: what is there must be well formed, what is missing may be.
 * @throws ProblemError 400 `body-unreadable` or `invalid-fields`, 413 for more values than can be looked through
 */
export function partialBody<T extends object>(
  shape: ClassConstructor<T>,
): PipeTransform<unknown, Unfinished<T>> {
  return { transform: (body) => readPartialBody(shape, body) };
}

function readPartialBody<T extends object>(shape: ClassConstructor<T>, body: unknown): Unfinished<T> {
  if (!(body instanceof Uint8Array)) throw unreadable('json-empty');
  const parsed = parseJson(body);
  if (typeof parsed.value !== 'object' || parsed.value === null || Array.isArray(parsed.value))
    throw unreadable('json-not-an-object');
  const { problems, values } = checkStructure(parsed);
  if (values > MAX_VALUES_FOR_ALL_PROBLEMS)
    throw new ProblemError(413, 'body-too-large', { limit: MAX_VALUES_FOR_ALL_PROBLEMS });
  numbersToDecimals(shape, parsed.value);
  const wrong = [...problems, ...problemsOf(shape, parsed.value).filter(({ code }) => !MISSING.has(code))];
  if (wrong.length > 0)
    throw new ProblemError(
      400,
      'invalid-fields',
      { count: wrong.length },
      wrong.slice(0, MAX_FIELD_PROBLEMS),
    );
  return parsed.value as Unfinished<T>;
}

/** Paths of the fields that an unfinished message of the class still needs, in their order. */
export function missingFields<T extends object>(
  shape: ClassConstructor<T>,
  message: Unfinished<T>,
): string[] {
  return problemsOf(shape, message)
    .filter(({ code }) => MISSING.has(code))
    .map(({ path }) => path);
}

function problemsOf(shape: ClassConstructor<object>, value: object): FieldProblem[] {
  const validate = validatorOf(shape, 'strict', { allErrors: true });
  return validate(value) ? [] : fieldProblems(validate.errors ?? []);
}
