import { schemaOf } from '../json-schema/generate-schema.js';
import { type JsonSchema } from '../json-schema/schema.js';
import { type EventDefinition, EVENTS } from '../topics.js';

/** Id of an event's schema; events carry it as `ce_dataschema`. */
export const schemaId = (type: string): string => `urn:caravanserai:schema:${type}`;

/** Major version of an event type, e.g. `v1`. */
export const majorOf = (type: string): string => type.split('.').at(-1) ?? '';

/** File of an event's schema below libs/contracts/schemas, e.g. `v1/BulletinIssued.json`. */
export const schemaFile = ({ shape, type }: EventDefinition): string => `${majorOf(type)}/${shape.name}.json`;

/** Schema of an event's data as readers should check it: properties of later versions are allowed. */
export function eventSchema({ type, shape, description }: EventDefinition): JsonSchema {
  const { $schema, ...schema } = schemaOf(shape, 'tolerant');
  return { ...($schema === undefined ? {} : { $schema }), $id: schemaId(type), description, ...schema };
}

/** Every event's schema by its file. */
export function eventSchemas(): Map<string, JsonSchema> {
  return new Map(Object.values(EVENTS).map((event) => [schemaFile(event), eventSchema(event)]));
}
