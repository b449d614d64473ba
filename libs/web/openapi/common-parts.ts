import { type OpenAPIObject } from '@nestjs/swagger';
import { ACTING_PARTY_HEADER } from '#libs/security/acting-party.js';
import { CLOCK_HEADER } from '../access/fixed-clock.js';
import { type Route } from '../access/routes.js';
import { PROBLEM_MEDIA_TYPE } from '../problems/problem-document.js';
import { PROBLEMS } from '../problem-catalogue.js';
import { type Operation, operationsOf } from './operations.js';

type Components = NonNullable<OpenAPIObject['components']>;

const text = { type: 'string' } as const;

const PROBLEM_SCHEMA = {
  type: 'object',
  description: 'A refusal (RFC 9457).',
  properties: {
    type: {
      ...text,
      description: 'For programs.',
      enum: Object.keys(PROBLEMS).map((code) => `urn:caravanserai:problem:${code}`),
    },
    title: text,
    status: { type: 'integer' },
    detail: { ...text, description: 'What is wrong, where, and what to do.' },
    instance: { ...text, description: 'Number under which the log tells more.' },
    total: { type: 'integer', description: 'How many fields are wrong, where errors does not name all.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          path: { ...text, description: 'JSON path, e.g. lines[3].goods[0].net.amount' },
          code: text,
          message: text,
          sheet: { ...text, description: 'Name of the sheet, where the field came in a workbook.' },
          cell: { ...text, description: 'Its cell, e.g. B14' },
        },
        required: ['path', 'code', 'message'],
      },
    },
  },
  required: ['type', 'title', 'status', 'detail', 'errors'],
};

const header = (name: string, required: boolean, description: string, example: string) => ({
  name,
  in: 'header',
  required,
  description,
  schema: text,
  example,
});

const PARAMETERS = {
  ActingParty: header(
    ACTING_PARTY_HEADER,
    false,
    'Development: who acts, for a request without a session and without the key of a program: role[:scope]/person. The scope of pcu_officer is a unit, that of contact_point and participant a country; ocu_analyst, ocu_head and administrator have none.',
    'pcu_officer:UZ-ANG/karimov',
  ),
  Clock: header(
    CLOCK_HEADER,
    false,
    'Instant at which this request happens, by default now. For development and replay: an operation of the past needs it.',
    '2017-09-05T14:00:00Z',
  ),
  Language: header('Accept-Language', false, 'Language of refusals: en or ru.', 'ru'),
};

/** Adds the problem response, the common headers and the right that each operation needs. */
export function describeCommon(document: OpenAPIObject, routes: readonly Route[]): void {
  const access = new Map(routes.map((route) => [`${route.controller}_${route.handler}`, route.access]));
  const components = (document.components ??= {});
  components.schemas = { ...components.schemas, Problem: PROBLEM_SCHEMA };
  components.parameters = PARAMETERS as NonNullable<Components['parameters']>;
  components.responses = { Problem: problemResponse() };
  for (const { path, operation } of operationsOf(document)) {
    addPathParameters(path, operation);
    const found = access.get(operation.operationId ?? '');
    describeOperation(operation, typeof found === 'object' ? found.action : undefined);
  }
}

/** The explorer knows only the path parameters that the handler takes. */
function addPathParameters(path: string, operation: Operation): void {
  const known = new Set(
    operation.parameters?.map((parameter) => ('name' in parameter ? parameter.name : '')),
  );
  const missing = [...path.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => !known.has(name));
  const added = missing.map((name) => ({ name, in: 'path' as const, required: true, schema: text }));
  operation.parameters = [...added, ...(operation.parameters ?? [])];
}

function describeOperation(operation: Operation, action: string | undefined): void {
  const names = action === undefined ? ['Language'] : ['ActingParty', 'Clock', 'Language'];
  const common = names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
  operation.parameters = [...(operation.parameters ?? []), ...common];
  operation.responses = { ...operation.responses, default: { $ref: '#/components/responses/Problem' } };
  if (action !== undefined) Object.assign(operation, { 'x-allows': action });
}

function problemResponse() {
  return {
    description: 'Refused; the problem says why and what to do.',
    headers: { 'Content-Language': { description: 'en or ru', schema: text } },
    content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}
