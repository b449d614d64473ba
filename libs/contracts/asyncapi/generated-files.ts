import { stringify } from 'yaml';
import { buildAsyncApi } from './build-asyncapi.js';
import { documentSchemas } from './document-schemas.js';
import { eventSchemas } from './event-schemas.js';

/** Folder of the released schemas, from the root of the project. */
export const SCHEMA_FOLDER = 'libs/contracts/schemas';
export const ASYNCAPI_FILE = 'docs/asyncapi.yaml';

const NOTE = '# Generated from libs/contracts by `node dist/libs/contracts/generate.js`. Do not edit.\n';

/** What the contracts generate: path from the root of the project → content. */
export function generatedFiles(): Map<string, string> {
  const schemas = [...eventSchemas(), ...documentSchemas()].map(
    ([file, schema]) => [`${SCHEMA_FOLDER}/${file}`, `${JSON.stringify(schema, null, 2)}\n`] as const,
  );
  const asyncApi = stringify(buildAsyncApi(), { aliasDuplicateObjects: false, lineWidth: 0 });
  return new Map([...schemas, [ASYNCAPI_FILE, NOTE + asyncApi]]);
}
