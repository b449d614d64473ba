import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type OpenAPIObject } from '@nestjs/swagger';
import { compileSchema } from '#libs/contracts/json-schema/compile.js';
import { type JsonSchema } from '#libs/contracts/json-schema/schema.js';
import { type SampleApp, startSampleApp } from '../testing/sample-app.js';
import { operationsOf } from './operations.js';

let sample: SampleApp;
let document: OpenAPIObject;
beforeAll(async () => {
  sample = await startSampleApp();
  document = (await (await fetch(`${sample.url}/openapi.json`)).json()) as OpenAPIObject;
});
afterAll(() => sample.app.close());

function* referencesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (key === '$ref') yield item as string;
    else yield* referencesIn(item);
  }
}

function resolve(reference: string): unknown {
  const parts = reference.replace('#/', '').split('/');
  return parts.reduce<unknown>(
    (value, part) => (value as Record<string, unknown> | undefined)?.[part],
    document,
  );
}

/** The schema with its neighbours, so that it can be compiled on its own. */
function standalone(name: string): JsonSchema {
  const text = JSON.stringify(document.components?.schemas).replaceAll('#/components/schemas/', '#/$defs/');
  return { $ref: `#/$defs/${name}`, $defs: JSON.parse(text) as Record<string, JsonSchema> };
}

describe('the OpenAPI document', () => {
  it('is of version 3.1 and describes the routes below the prefix', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toContain(
      '/api/reporting/operations/{operation}/units/{unit}/daily-reports',
    );
    expect(Object.keys(document.paths).every((path) => path.startsWith('/api/reporting/'))).toBe(true);
  });

  it('refers to nothing that is not there', () => {
    const references = [...referencesIn(document)];
    expect(references.length).toBeGreaterThan(10);
    expect(references.filter((reference) => resolve(reference) === undefined)).toEqual([]);
  });

  it('gives each operation a unique id, its path parameters, answers and problems', () => {
    const operations = operationsOf(document);
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
      const declared = (operation.parameters ?? []) as { in?: string; name?: string; required?: boolean }[];
      const inPath = declared.filter((parameter) => parameter.in === 'path');
      expect(inPath.map(({ name }) => name ?? '').sort()).toEqual([...named].sort());
      expect(inPath.every(({ required }) => required === true)).toBe(true);
      expect(operation.responses).toHaveProperty('default', { $ref: '#/components/responses/Problem' });
    }
  });

  it('says who may use an operation and which headers it takes', () => {
    const found = operationsOf(document).find(
      ({ operation }) => operation.operationId === 'SampleController_submit',
    );
    expect(found?.operation).toHaveProperty('x-allows', 'daily-report.submit');
    expect(JSON.stringify(found?.operation.parameters)).toContain('#/components/parameters/ActingParty');
  });

  it('holds the schemas generated from class-validator, which compile and decide', () => {
    const validate = compileSchema(standalone('DailyReportSubmission'));
    const report = {
      submissionId: '3f2a8c1e-5b7d-4e9a-8c21-0d4f6b7a9e10',
      operationDay: '2017-09-05',
      kind: 'nil',
      preparedAt: '2017-09-05T18:30:00+05:00',
    };
    expect(validate(report)).toBe(true);
    expect(validate({ ...report, kind: 'none' })).toBe(false);
    for (const name of Object.keys(document.components?.schemas ?? {})) compileSchema(standalone(name));
  });

  it('describes refusals as they are', async () => {
    const problem: unknown = await (await fetch(`${sample.url}/nothing`)).json();
    expect(compileSchema(standalone('Problem'))(problem)).toBe(true);
  });
});

describe('the page for people', () => {
  it('lists operations and schemas without script or downloads', async () => {
    const response = await fetch(`${sample.url}/docs`);
    const page = await response.text();
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(page).toContain('/units<wbr>/{unit}<wbr>/daily-reports<wbr></code>');
    expect(page).toContain('<td>Sends a daily report.</td>');
    expect(page).toMatch(/<td><code>dryRun\?<\/code> <\/td>/);
    expect(page).toContain('DailyReportSubmission');
    expect(page).toMatch(/x-acting-party: pcu_officer:UZ-ANG\/karimov/);
    expect(page).toMatch(
      /Sends a daily report\.<\/td>\s*<td><code>pcu_officer<\/code> <code>contact_point<\/code> <\/td>/,
    );
    expect(page).not.toMatch(/<script|<style|style=|https?:/);
    expect((await fetch(`${sample.url}/docs.css`)).status).toBe(200);
  });
});
