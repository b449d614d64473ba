import { DAY_PATTERN } from '../shapes.js';
import { type JsonSchema } from './schema.js';

type Rule = (...constraints: never[]) => JsonSchema;

/** Our patterns in JSON Schema's dialect, which knows no flags. */
function patternOf(pattern: RegExp): JsonSchema {
  if (pattern.flags !== '')
    throw new Error(`The pattern ${String(pattern)} has flags: JSON Schema has none.`);
  return pattern.source === DAY_PATTERN.source
    ? { type: 'string', format: 'date', pattern: pattern.source }
    : { type: 'string', pattern: pattern.source };
}

const lengthOf = (min?: number, max?: number): JsonSchema => ({
  type: 'string',
  ...(min === undefined ? {} : { minLength: min }),
  ...(max === undefined ? {} : { maxLength: max }),
});

function enumOf(values: (string | number)[]): JsonSchema {
  return {
    ...(values.every((value) => typeof value === 'string') ? { type: 'string' } : {}),
    enum: [...values],
  };
}

/** class-validator's decorators, by the name it keeps them under, and what they mean in JSON Schema. */
export const CONSTRAINT_RULES: Readonly<Record<string, Rule>> = {
  isString: () => ({ type: 'string' }),
  isBoolean: () => ({ type: 'boolean' }),
  isInt: () => ({ type: 'integer' }),
  isArray: () => ({ type: 'array' }),
  isObject: () => ({ type: 'object' }),
  min: (minimum: number) => ({ minimum }),
  max: (maximum: number) => ({ maximum }),
  isLength: lengthOf,
  minLength: (min: number) => lengthOf(min),
  maxLength: (max: number) => lengthOf(undefined, max),
  matches: patternOf,
  isIn: enumOf,
  arrayMinSize: (minItems: number) => ({ type: 'array', minItems }),
  arrayMaxSize: (maxItems: number) => ({ type: 'array', maxItems }),
};

/** Turns one constraint into schema keywords. @throws Error for a decorator this generator does not know. */
export function keywordsOf(name: string, constraints: readonly unknown[], where: string): JsonSchema {
  const rule = CONSTRAINT_RULES[name];
  if (!rule)
    throw new Error(
      `${where}: there is no JSON Schema rule for the decorator "${name}". Add one to CONSTRAINT_RULES.`,
    );
  return rule(...(constraints as never[]));
}
