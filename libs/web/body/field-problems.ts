import { type ErrorObject } from 'ajv';
import {
  COUNTRY_PATTERN,
  DAY_PATTERN,
  DECIMAL_PATTERN,
  INSTANT_PATTERN,
  INSTANT_WITH_OFFSET_PATTERN,
  OPERATION_PATTERN,
  SHA256_PATTERN,
  UNIT_PATTERN,
  UUID_PATTERN,
} from '#libs/contracts/shapes.js';
import { parseApiDecimal } from '#libs/reference/measures/api-decimal.js';
import { type FieldProblem } from '../problem.js';
import { FIELD_PATH_PATTERN, pathOfPointer, propertyPath } from './json-path.js';

/** What each pattern asks for, as a code of the field catalogue. */
const PATTERN_CODES = new Map([
  [DAY_PATTERN.source, 'not-a-day'],
  [INSTANT_PATTERN.source, 'not-a-utc-instant'],
  [INSTANT_WITH_OFFSET_PATTERN.source, 'not-an-instant'],
  [COUNTRY_PATTERN.source, 'not-a-country-code'],
  [UNIT_PATTERN.source, 'not-a-unit-id'],
  [OPERATION_PATTERN.source, 'not-an-operation-code'],
  [UUID_PATTERN.source, 'not-a-uuid'],
  [SHA256_PATTERN.source, 'not-a-sha256'],
  [FIELD_PATH_PATTERN.source, 'not-a-field-path'],
]);

type Problem = readonly [code: string, params?: FieldProblem['params']];
type Describe = (error: ErrorObject) => Problem;

const limit = (code: string): Describe => {
  return ({ params }) => [code, { limit: (params as { limit: number }).limit }];
};

/** Ajv keyword → code and what to put into its words. */
const KEYWORDS: Readonly<Record<string, Describe>> = {
  type: ({ data, params }) => wrongType(data, (params as { type: string }).type),
  enum: ({ params }) => [
    'unknown-value',
    { allowed: (params as { allowedValues: string[] }).allowedValues.join(', ') },
  ],
  pattern: (error) => wrongPattern(error),
  format: () => ['not-a-day'],
  minimum: limit('too-small'),
  maximum: limit('too-large'),
  minLength: ({ data, params }) => (data === '' ? ['blank'] : ['too-short', params as { limit: number }]),
  maxLength: limit('too-long'),
  minItems: limit('too-few'),
  maxItems: limit('too-many'),
  required: () => ['required'],
  additionalProperties: () => ['unexpected'],
};

function wrongType(data: unknown, type: string): Problem {
  if (data === null) return ['null'];
  if (data === '' && type !== 'string') return ['blank'];
  return [`not-of-type-${type}`];
}

function wrongPattern({ data, params }: ErrorObject): Problem {
  const { pattern } = params as { pattern: string };
  if (data === '') return ['blank'];
  if (pattern === DECIMAL_PATTERN.source) {
    const parsed = parseApiDecimal(data);
    return [`decimal-${parsed.ok ? 'not-a-number' : parsed.problem}`];
  }
  return [PATTERN_CODES.get(pattern) ?? 'wrong-form'];
}

/** A quantity that is no text: a number with too many digits, or something else altogether. */
function wrongDecimal({ data, parentSchema }: ErrorObject): Problem | undefined {
  if ((parentSchema as { pattern?: string } | undefined)?.pattern !== DECIMAL_PATTERN.source)
    return undefined;
  if (typeof data !== 'number') return undefined;
  return [data < 0 ? 'decimal-negative' : 'decimal-number-inexact'];
}

function pathOf({ instancePath, keyword, params }: ErrorObject): string {
  const path = pathOfPointer(instancePath);
  if (keyword === 'required')
    return propertyPath(path, (params as { missingProperty: string }).missingProperty);
  if (keyword === 'additionalProperties')
    return propertyPath(path, (params as { additionalProperty: string }).additionalProperty);
  return path;
}

/** One problem a field, in the order in which the fields are met, from Ajv's errors (`allErrors`, `verbose`). */
export function fieldProblems(errors: readonly ErrorObject[]): FieldProblem[] {
  const byPath = new Map<string, FieldProblem>();
  for (const error of errors) {
    const path = pathOf(error);
    if (byPath.has(path)) continue;
    const describe = KEYWORDS[error.keyword];
    const [code, params] = wrongDecimal(error) ?? describe?.(error) ?? ['wrong-form'];
    byPath.set(path, { path, code, ...(params ? { params } : {}) });
  }
  return [...byPath.values()];
}
