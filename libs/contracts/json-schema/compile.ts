import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { type FormatsPlugin } from 'ajv-formats';
import formatsModule from 'ajv-formats';
import { type Shape } from './class-metadata.js';
import { schemaOf } from './generate-schema.js';
import { type JsonSchema, type SchemaMode } from './schema.js';

// ajv-formats is CommonJS: under ES modules its plugin is the namespace's `default`.
const addFormats = formatsModule as unknown as FormatsPlugin;

const makeAjv = (allErrors: boolean): Ajv2020 => {
  const ajv = new Ajv2020({ allErrors, verbose: true, strict: true });
  addFormats(ajv);
  return ajv;
};

/** Compiles a schema; `allErrors` collects every error instead of stopping at the first. */
export function compileSchema(schema: JsonSchema, { allErrors = false } = {}): ValidateFunction {
  return makeAjv(allErrors).compile(schema);
}

/** One instance for each kind of answer: making one compiles the meta-schema, which is slow. */
const instances = { first: makeAjv(false), all: makeAjv(true) };
const compiled = new Map<Shape, Map<string, ValidateFunction>>();

/** The compiled schema of a message class; compiled once per class, mode and kind of answer. */
export function validatorOf(shape: Shape, mode: SchemaMode, { allErrors = false } = {}): ValidateFunction {
  const ofShape = compiled.get(shape) ?? new Map<string, ValidateFunction>();
  compiled.set(shape, ofShape);
  const key = `${mode}:${allErrors}`;
  const known = ofShape.get(key) ?? instances[allErrors ? 'all' : 'first'].compile(schemaOf(shape, mode));
  ofShape.set(key, known);
  return known;
}
