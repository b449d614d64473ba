import { describe, expect, it } from '@jest/globals';
import { eventSchemas } from '../asyncapi/event-schemas.js';
import { type JsonSchema } from '../json-schema/schema.js';
import { compareSchemas } from './compare-schemas.js';
import { breaksSinceRelease } from './released-schemas.js';

const released: JsonSchema = {
  type: 'object',
  properties: {
    unit: { type: 'string', maxLength: 10 },
    count: { type: 'integer', minimum: 0 },
    kind: { type: 'string', enum: ['report', 'nil', 'void'] },
    note: { type: 'string' },
    lines: { type: 'array', maxItems: 5, items: { $ref: '#/$defs/Line' } },
  },
  required: ['unit', 'count'],
  $defs: {
    Line: {
      type: 'object',
      properties: { number: { type: 'string' }, next: { $ref: '#/$defs/Line' } },
      required: ['number'],
    },
  },
};

function changed(change: (schema: JsonSchema) => void): string[] {
  const next = structuredClone(released);
  change(next);
  return compareSchemas(released, next).map(({ path, kind }) => `${path}: ${kind}`);
}

const properties = (schema: JsonSchema) => schema.properties ?? {};
const line = (schema: JsonSchema) => schema.$defs?.['Line'] ?? {};

describe('what may change within a version', () => {
  it.each<[string, (schema: JsonSchema) => void]>([
    ['nothing', () => undefined],
    ['an optional property is added', (schema) => (properties(schema)['more'] = { type: 'string' })],
    ['a code is added', (schema) => properties(schema)['kind']?.enum?.push('supplement')],
    ['a limit is widened', (schema) => Object.assign(properties(schema)['unit'] ?? {}, { maxLength: 20 })],
    ['a limit falls', (schema) => delete properties(schema)['count']?.minimum],
    [
      'integers may become numbers',
      (schema) => Object.assign(properties(schema)['count'] ?? {}, { type: 'number' }),
    ],
    ['a description', (schema) => (schema.description = 'new words')],
  ])('%s', (_name, change) => {
    expect(changed(change)).toEqual([]);
  });
});

describe('what breaks released messages or readers', () => {
  it.each<[string, (schema: JsonSchema) => void]>([
    ['note: property-removed', (schema) => delete properties(schema)['note']],
    ['note: required-added', (schema) => schema.required?.push('note')],
    ['count: required-removed', (schema) => schema.required?.pop()],
    [
      'count: type-narrowed',
      (schema) => Object.assign(properties(schema)['count'] ?? {}, { type: 'string' }),
    ],
    ['count: type-narrowed', (schema) => Object.assign(properties(schema)['count'] ?? {}, { minimum: 1 })],
    ['count: type-narrowed', (schema) => Object.assign(properties(schema)['count'] ?? {}, { maximum: 1000 })],
    ['unit: type-narrowed', (schema) => Object.assign(properties(schema)['unit'] ?? {}, { maxLength: 9 })],
    [
      'unit: type-narrowed',
      (schema) => Object.assign(properties(schema)['unit'] ?? {}, { pattern: '^[A-Z]' }),
    ],
    ['note: type-narrowed', (schema) => Object.assign(properties(schema)['note'] ?? {}, { enum: ['a'] })],
    ['kind: enum-shrunk', (schema) => properties(schema)['kind']?.enum?.pop()],
    ['lines: type-narrowed', (schema) => Object.assign(properties(schema)['lines'] ?? {}, { maxItems: 4 })],
    [
      'lines[].number: type-narrowed',
      (schema) => Object.assign(properties(line(schema))['number'] ?? {}, { minLength: 1 }),
    ],
    ['lines[].next: property-removed', (schema) => delete properties(line(schema))['next']],
    [': closed', (schema) => (schema.additionalProperties = false)],
  ])('%s', (expected, change) => {
    expect(changed(change)).toEqual([expected]);
  });

  it('names a property that is both new and required', () => {
    const change = (schema: JsonSchema) => {
      properties(schema)['more'] = { type: 'string' };
      schema.required?.push('more');
    };
    expect(changed(change)).toEqual(['more: required-added']);
  });
});

describe('the message classes', () => {
  it('break no released schema', () => {
    expect([...breaksSinceRelease(process.cwd())]).toEqual([]);
  });

  it('do differ from themselves where one is changed', () => {
    const [schema] = eventSchemas().values();
    const next = structuredClone(schema) as JsonSchema;
    delete next.properties?.['operation'];
    expect(compareSchemas(schema as JsonSchema, next)[0]?.kind).toBe('property-removed');
  });
});
