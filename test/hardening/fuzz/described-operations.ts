import { type OpenAPIObject } from '@nestjs/swagger';
import { type JsonSchema } from '#libs/contracts/json-schema/schema.js';
import { SERVICES } from '#libs/contracts/topics.js';
import { type Action } from '#libs/security/policy.js';
import { operationsOf } from '#libs/web/openapi/operations.js';
import { type HardeningBed } from '../bed/hardening-bed.js';

/** An operation as the API description of its service tells of it. */
export interface DescribedOperation {
  readonly name: string;
  readonly method: string;
  /** With places: `/api/reporting/operations/{operation}/…` */
  readonly path: string;
  readonly query: readonly string[];
  readonly body?: JsonSchema;
  /** The right that it needs; absent where it is open to everybody, or to everybody who has signed in. */
  readonly action?: Action;
  /** With the definitions that the body refers to. */
  readonly root: JsonSchema;
}

/** Every operation of every service. */
export async function describedOperations(bed: HardeningBed): Promise<DescribedOperation[]> {
  const found: DescribedOperation[] = [];
  for (const service of SERVICES) {
    const { text } = await bed.send({ path: `/api/${service}/openapi.json` });
    found.push(...operationsIn(JSON.parse(text) as OpenAPIObject));
  }
  return found;
}

function operationsIn(document: OpenAPIObject): DescribedOperation[] {
  const root = { $defs: document.components?.schemas } as unknown as JsonSchema;
  return operationsOf(document).map(({ method, path, operation }) => {
    const parameters = (operation.parameters ?? []).flatMap((given) => ('in' in given ? [given] : []));
    const content =
      operation.requestBody && 'content' in operation.requestBody ? operation.requestBody.content : {};
    const body = content['application/json']?.schema as JsonSchema | undefined;
    const { 'x-allows': action } = operation as { readonly 'x-allows'?: Action };
    return {
      ...{ name: `${method} ${path}`, method, path, root },
      query: parameters.filter((given) => given.in === 'query').map(({ name }) => name),
      ...(body && { body }),
      ...(action && { action }),
    };
  });
}
