import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as AsyncApi from '@asyncapi/parser';
import { describe, expect, it } from '@jest/globals';
import { ASYNCAPI_FILE, generatedFiles, SCHEMA_FOLDER } from './generated-files.js';
import { documentSchemas } from './document-schemas.js';
import { eventSchemas } from './event-schemas.js';
import { EVENTS, TOPICS } from '../topics.js';

const require = createRequire(import.meta.url);

describe('generated contracts', () => {
  it.each([...generatedFiles()])(
    '%s is as committed: run `node dist/libs/contracts/generate.js`',
    (file, content) => {
      expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(content);
    },
  );

  it('are complete, without schemas of events that are gone', () => {
    const files = readdirSync(SCHEMA_FOLDER, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => file.endsWith('.json')).sort()).toEqual(
      [...eventSchemas().keys(), ...documentSchemas().keys()].sort(),
    );
  });
});

describe('docs/asyncapi.yaml', () => {
  it('is a valid AsyncAPI document of every topic and event', async () => {
    const { Parser } = require('@asyncapi/parser') as typeof AsyncApi;
    const { document, diagnostics } = await new Parser().parse(readFileSync(ASYNCAPI_FILE, 'utf8'));
    const errors = diagnostics.filter(({ severity }) => Number(severity) === 0);
    expect(errors.map(({ message, path }) => `${path.join('.')}: ${message}`)).toEqual([]);
    expect(document?.version()).toBe('3.0.0');
    const addresses = document
      ?.channels()
      .all()
      .map((channel) => channel.address() ?? '');
    expect(addresses?.sort()).toEqual(
      Object.values(TOPICS)
        .map(({ name }) => name)
        .sort(),
    );
    const names = document
      ?.messages()
      .all()
      .map((message) => message.name() ?? '');
    expect([...new Set(names)].sort()).toEqual(
      Object.values(EVENTS)
        .map(({ type }) => type)
        .sort(),
    );
  });
});
