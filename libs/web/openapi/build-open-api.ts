import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { schemaDefinitions } from '#libs/contracts/json-schema/generate-schema.js';
import { routesOf } from '../access/routes.js';
import { bodyShapes } from '../body/validate-body.pipe.js';
import { answerShapes, SCHEMA_REFERENCES } from './answers.decorator.js';
import { describeCommon } from './common-parts.js';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/**
 * OpenAPI 3.1 document of an application: Nest's explorer finds the operations, the schemas of bodies and
 * answers are those generated from class-validator, refusals and development headers are added to every operation.
 * @param options.path prefix of the service, for the description
 */
export function buildOpenApi(
  app: INestApplication,
  {
    title,
    path,
    version = '1',
  }: { readonly title: string; readonly path: string; readonly version?: string },
): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(title)
    .setDescription(
      `API below ${path}. Refusals are RFC 9457 problems, in English or Russian by Accept-Language.`,
    )
    .setVersion(version)
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller}_${method}`,
  });
  replaceSchemas(document);
  describeCommon(document, routesOf(app));
  return document;
}

/** Swagger's explorer knows the names of our classes, not what class-validator says of them. */
function replaceSchemas(document: OpenAPIObject): void {
  document.components ??= {};
  const explored = document.components.schemas ?? {};
  const bodies = [...bodyShapes].filter(({ name }) => Object.hasOwn(explored, name));
  const paths = JSON.stringify(document.paths);
  const answers = [...answerShapes].filter(({ name }) => paths.includes(`"${SCHEMA_REFERENCES}${name}"`));
  const generated = {
    ...schemaDefinitions(answers, 'tolerant', SCHEMA_REFERENCES),
    ...schemaDefinitions(bodies, 'strict', SCHEMA_REFERENCES),
  } as Schemas;
  const all = Object.entries({ ...explored, ...generated }).sort(([a], [b]) => (a < b ? -1 : 1));
  document.components.schemas = Object.fromEntries(all);
}
