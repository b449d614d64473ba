import { expect } from '@jest/globals';
import { type Reply } from '../bed/http-client.js';
import { type BadInput } from './bad-input.js';

interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly errors: readonly { readonly path: string; readonly code: string }[];
}

/** Where code or its places come through. */
const INSIDE =
  /\bat \S+.*\.[jt]s:\d+|node_modules|\.ts\b|\.js:\d|SELECT |select \w+ from|QueryFailedError|TypeError/;

/** Status and code of an answer, as the catalogue writes them. */
export function answerOf({ status, headers, text }: Reply): string {
  if (status === 0) return 'closed';
  if (!headers['content-type']?.startsWith('application/problem+json')) return String(status);
  return `${status} ${(JSON.parse(text) as Problem).type.replace('urn:caravanserai:problem:', '')}`;
}

/** What every refusal is, whatever it is about. */
export function expectGoodRefusal(reply: Reply): void {
  const { status, headers, text } = reply;
  expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  const problem = JSON.parse(text) as Problem;
  expect(problem.status).toBe(status);
  const isRussian = headers['content-language'] === 'ru';
  expect(/[а-яё]/i.test(problem.title)).toBe(isRussian);
  expect(text).not.toMatch(INSIDE);
}

export function expectTold(reply: Reply, tells: BadInput['tells']): void {
  if (tells === undefined) return;
  if (tells instanceof RegExp) return expect(reply.text).toMatch(tells);
  const { errors = [] } = JSON.parse(reply.text) as Partial<Problem>;
  const told = errors.map(({ path, code }) => `${path}: ${code}`).join('\n');
  expect(`${told}\n${told === '' ? reply.text : ''}`).toContain(tells);
}
