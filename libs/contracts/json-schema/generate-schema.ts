import { type PropertyMetadata, propertiesOf, type Shape } from './class-metadata.js';
import { keywordsOf } from './constraint-rules.js';
import { DIALECT, type JsonSchema, type SchemaMode } from './schema.js';

/** Schemas of a class and of every class it nests, by class name; they refer to each other under `refPrefix`. */
export function schemaDefinitions(
  shapes: readonly Shape[],
  mode: SchemaMode,
  refPrefix = '#/$defs/',
): Record<string, JsonSchema> {
  const definitions = new Map<string, { shape: Shape; schema: JsonSchema }>();
  const visit = (shape: Shape): void => {
    const known = definitions.get(shape.name);
    if (known && known.shape !== shape) throw new Error(`Two message classes are called ${shape.name}.`);
    if (known) return;
    const properties = propertiesOf(shape);
    definitions.set(shape.name, { shape, schema: objectSchema(properties, mode, refPrefix) });
    for (const { nested } of properties) if (nested) visit(nested);
  };
  shapes.forEach(visit);
  return Object.fromEntries([...definitions].map(([name, { schema }]) => [name, schema]));
}

/**
 * JSON Schema 2020-12 of a message class, generated from its class-validator decorators; nested classes stand in
 * `$defs`.
 * @throws Error naming class and property for a decorator that has no counterpart in JSON Schema
 */
export function schemaOf(shape: Shape, mode: SchemaMode): JsonSchema {
  const { [shape.name]: root, ...$defs } = schemaDefinitions([shape], mode);
  const sorted = Object.entries($defs).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    $schema: DIALECT,
    title: shape.name,
    ...root,
    ...(sorted.length > 0 ? { $defs: Object.fromEntries(sorted) } : {}),
  };
}

function objectSchema(
  properties: readonly PropertyMetadata[],
  mode: SchemaMode,
  refPrefix: string,
): JsonSchema {
  const required = properties.filter(({ optional }) => !optional).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(
      properties.map((property) => [property.name, propertySchema(property, refPrefix)]),
    ),
    ...(required.length > 0 ? { required } : {}),
    ...(mode === 'strict' ? { additionalProperties: false } : {}),
  };
}

function propertySchema(property: PropertyMetadata, refPrefix: string): JsonSchema {
  const reference = property.nested && { $ref: `${refPrefix}${property.nested.name}` };
  const own = merge(property, false);
  if (!property.constraints.some(({ name }) => name === 'isArray')) return reference ?? own;
  const items = reference ?? merge(property, true);
  return { ...own, items };
}

/** Keywords of the property itself or of its items, `type` first; two decorators must not say different things. */
function merge({ name, constraints }: PropertyMetadata, each: boolean): JsonSchema {
  const merged = new Map<string, unknown>();
  for (const constraint of constraints) {
    if (constraint.each !== each) continue;
    for (const [keyword, value] of Object.entries(keywordsOf(constraint.name, constraint.values, name))) {
      if (merged.has(keyword) && merged.get(keyword) !== value)
        throw new Error(`${name}: two decorators give the schema keyword "${keyword}".`);
      merged.set(keyword, value);
    }
  }
  const type = merged.get('type');
  return { ...(type === undefined ? {} : { type }), ...Object.fromEntries(merged) } as JsonSchema;
}
