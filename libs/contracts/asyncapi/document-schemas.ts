import { BulletinManifest } from '../bulletin/bulletin-manifest.dto.js';
import { schemaOf } from '../json-schema/generate-schema.js';
import { type JsonSchema } from '../json-schema/schema.js';

/** Schemas of documents that are no events but are read outside of the product, by file below libs/contracts/schemas. */
export function documentSchemas(): Map<string, JsonSchema> {
  const { $schema, ...schema } = schemaOf(BulletinManifest, 'tolerant');
  const $id = 'urn:caravanserai:schema:BulletinManifest.v1';
  const description = 'What is signed of an issued bulletin; docs/signatures.md says how it is verified.';
  return new Map([
    [
      'v1/BulletinManifest.json',
      { ...($schema === undefined ? {} : { $schema }), $id, description, ...schema },
    ],
  ]);
}
