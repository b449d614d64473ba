import { readFileSync } from 'node:fs';
import { type OpenAPIObject } from '@nestjs/swagger';
import handlebars from 'handlebars';
import { operationsOf } from './operations.js';

interface DocsView {
  readonly title: string;
  readonly description: string;
  readonly path: string;
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
    operations: operationsOf(document).map(({ method, path: address, operation }) => ({
      method,
      address,
      summary: operation.summary ?? '',
      right: (operation as { 'x-allows'?: string })['x-allows'] ?? 'public',
      body: bodyName(operation.requestBody),
    })),
    schemas: schemas.map(([name, schema]) => ({ name, text: JSON.stringify(schema, null, 2) })),
  };
}

function bodyName(body: object | undefined): string {
  return /schemas\/(\w+)/.exec(JSON.stringify(body ?? {}))?.[1] ?? '';
}
