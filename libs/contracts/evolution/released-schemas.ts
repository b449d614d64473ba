import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { documentSchemas } from '../asyncapi/document-schemas.js';
import { eventSchemas } from '../asyncapi/event-schemas.js';
import { SCHEMA_FOLDER } from '../asyncapi/generated-files.js';
import { type JsonSchema } from '../json-schema/schema.js';
import { compareSchemas, type SchemaBreak } from './compare-schemas.js';

/** The breaks between the schemas that stand in the folder and today's classes, by schema file. */
export function breaksSinceRelease(root: string): Map<string, readonly SchemaBreak[]> {
  const broken = new Map<string, readonly SchemaBreak[]>();
  for (const [file, schema] of [...eventSchemas(), ...documentSchemas()]) {
    const released = path.join(root, SCHEMA_FOLDER, file);
    if (!existsSync(released)) continue;
    const breaks = compareSchemas(JSON.parse(readFileSync(released, 'utf8')) as JsonSchema, schema);
    if (breaks.length > 0) broken.set(file, breaks);
  }
  return broken;
}
