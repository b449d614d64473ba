import { readFileSync } from 'node:fs';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type OpenAPIObject } from '@nestjs/swagger';
import { type Application } from 'express';
import { type Service } from '#libs/contracts/topics.js';
import { buildOpenApi } from './build-open-api.js';
import { renderDocsPage } from './docs-page.js';

const TITLES: Readonly<Record<Service, string>> = {
  reporting: 'Caravanserai: daily reports',
  coordination: 'Caravanserai: operations and operation days',
  bulletin: 'Caravanserai: bulletins',
  identity: 'Caravanserai: accounts and sign-in',
};

/**
 * Serves the API description of a service: `openapi.json` for programs, `docs` for people. Both are public and the same
 * until the process ends.
 */
export function serveOpenApi(app: NestExpressApplication, service: Service): void {
  const path = `/api/${service}`;
  const express = app.getHttpAdapter().getInstance() as unknown as Application;
  let built: OpenAPIObject | undefined;
  const document = (): OpenAPIObject => (built ??= buildOpenApi(app, { title: TITLES[service], path }));
  const get = (name: string, type: string, content: () => string): void => {
    express.get(`${path}/${name}`, (_request, response) => {
      response.type(type).send(content());
    });
  };
  get('openapi.json', 'application/json', () => JSON.stringify(document(), null, 2));
  get('docs', 'text/html', () => renderDocsPage(document(), path));
  get('docs.css', 'text/css', () => readFileSync(new URL('docs-page.css', import.meta.url), 'utf8'));
}
