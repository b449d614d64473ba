import { type PipeTransform } from '@nestjs/common';
import { type ClassConstructor } from 'class-transformer';
import { ProblemError } from '../problem.js';
import { checkStructure } from './check-structure.js';
import { numbersToDecimals } from './exact-decimals.js';
import { allProblems, invalidFields, MAX_VALUES_FOR_ALL_PROBLEMS, parseObject } from './read-body.js';

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
  const parsed = parseObject(body);
  const { problems, values } = checkStructure(parsed);
  if (values > MAX_VALUES_FOR_ALL_PROBLEMS)
    throw new ProblemError(413, 'body-too-large', { limit: MAX_VALUES_FOR_ALL_PROBLEMS });
  numbersToDecimals(shape, parsed.value);
  const wrong = [...problems, ...allProblems(shape, parsed.value).filter(({ code }) => !MISSING.has(code))];
  if (wrong.length > 0) throw invalidFields(wrong);
  return parsed.value as Unfinished<T>;
}

/** Paths of the fields that an unfinished message of the class still needs, in their order. */
export function missingFields<T extends object>(
  shape: ClassConstructor<T>,
  message: Unfinished<T>,
): string[] {
  return allProblems(shape, message)
    .filter(({ code }) => MISSING.has(code))
    .map(({ path }) => path);
}
