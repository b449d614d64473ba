import { compileSchema } from '#libs/contracts/json-schema/compile.js';
import { type JsonSchema } from '#libs/contracts/json-schema/schema.js';

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { responses: Responses }>>>>;
  readonly components: { readonly schemas: object };
}
type Responses = Readonly<
  Record<string, { content?: { 'application/json'?: { schema?: { $ref?: string } } } }>
>;

/**
 * What an API description says wrongly of an answer: nothing where the answer fits the schema of its status.
 * @param document the parsed `openapi.json`
 * @param path the address as in the document, with places in braces
 */
export function wronglyDescribed(
  document: object,
  [method, path, status]: readonly [method: 'get' | 'post' | 'put', path: string, status: number],
  answer: unknown,
): unknown[] {
  const { paths, components } = document as Described;
  const reference =
    paths[path]?.[method]?.responses[String(status)]?.content?.['application/json']?.schema?.$ref;
  if (reference === undefined) return [`${method} ${path} has no schema for ${status}`];
  const text = JSON.stringify({ $ref: reference, $defs: components.schemas });
  const schema = JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')) as JsonSchema;
  const validate = compileSchema(schema, { allErrors: true });
  return validate(answer) ? [] : (validate.errors ?? []);
}
