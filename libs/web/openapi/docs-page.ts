import { readFileSync } from 'node:fs';
import { type OpenAPIObject } from '@nestjs/swagger';
import handlebars from 'handlebars';
import { ROLES, type Role } from '#libs/security/acting-party.js';
import { ACTIONS, may } from '#libs/security/policy.js';
import { type Operation, operationsOf } from './operations.js';

interface DocsView {
  readonly title: string;
  readonly description: string;
  readonly path: string;
  readonly headers: readonly object[];
  readonly operations: readonly object[];
  readonly schemas: readonly object[];
}

let template: HandlebarsTemplateDelegate<DocsView> | undefined;

/** The API description for people: a page without script that loads nothing from elsewhere. */
export function renderDocsPage(document: OpenAPIObject, path: string): string {
  template ??= handlebars.compile<DocsView>(readFileSync(new URL('docs-page.hbs', import.meta.url), 'utf8'), {
    strict: true,
  });
  return template(viewOf(document, path));
}

function viewOf(document: OpenAPIObject, path: string): DocsView {
  const schemas = Object.entries(document.components?.schemas ?? {});
  return {
    title: document.info.title,
    description: document.info.description ?? '',
    path,
    headers: Object.values(document.components?.parameters ?? {}),
    operations: operationsOf(document).map(({ method, path: address, operation }) => {
      const right = (operation as { 'x-allows'?: string })['x-allows'];
      return {
        method,
        parts: partsOf(address),
        summary: operation.summary ?? '',
        query: queryOf(operation),
        roles: rolesWith(right),
        body: bodyName(operation.requestBody),
      };
    }),
    schemas: schemas.map(([name, schema]) => ({ name, text: JSON.stringify(schema, null, 2) })),
  };
}

/** An address in the pieces between which a line may break: never inside a word. */
function partsOf(address: string): string[] {
  return address.match(/\/[^/]*/g) ?? [address];
}

/** Names of the query parameters; those that may be left out carry a question mark. */
function queryOf({ parameters = [] }: Operation): string[] {
  return parameters.flatMap((parameter) =>
    'in' in parameter && parameter.in === 'query'
      ? [`${parameter.name}${parameter.required === false ? '?' : ''}`]
      : [],
  );
}

/** The roles that have the right for a unit and country of their own; which ones makes no difference. */
function rolesWith(right: string | undefined): Role[] {
  const action = ACTIONS.find((known) => known === right);
  const own = { unit: 'UZ-ANG', country: 'UZ' };
  return action ? ROLES.filter((role) => may({ role, person: 'anyone', ...own }, action, own)) : [];
}

function bodyName(body: object | undefined): string {
  return /schemas\/(\w+)/.exec(JSON.stringify(body ?? {}))?.[1] ?? '';
}
