import { type FieldProblem } from '../problem.js';
import { indexPath, propertyPath } from './json-path.js';
import { type ParsedJson, unreadable } from './parse-json.js';

/** Deepest nesting of any body; our deepest message has 7 levels. */
export const MAX_DEPTH = 32;

/** Names that every object inherits: as keys they reach into prototypes. */
const INHERITED = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);
const SPACE = 0x20;
/** NUL, which PostgreSQL refuses, and halves of surrogate pairs, which are no text. */
const IMPOSSIBLE_TEXT = /[\0\p{Cs}]/u;

interface Walk {
  keys: number;
  values: number;
  /** Such characters come into JSON text as escapes alone; without an escape no string needs a look. */
  readonly lookAtText: boolean;
  /** Keys and indices from the root to the value being looked at. */
  readonly trail: (string | number)[];
  readonly problems: FieldProblem[];
}

/** What the walk over a body found. */
export interface Structure {
  /** Fields that no message may hold. */
  readonly problems: readonly FieldProblem[];
  /** How many values the body holds, at all levels. */
  readonly values: number;
}

/**
 * Refuses what no message may hold, whatever its class: too deep nesting, keys given twice, keys of prototypes, NUL and
 * lone surrogates.
 * @throws ProblemError 400 `body-unreadable` for too deep nesting and keys given twice
 */
export function checkStructure({ text, value }: ParsedJson): Structure {
  const walk: Walk = { keys: 0, values: 0, lookAtText: text.includes('\\u'), trail: [], problems: [] };
  visit(value, 0, walk);
  if (walk.keys !== countKeys(text)) throw unreadable('json-duplicate-key');
  return walk;
}

function visit(value: unknown, depth: number, walk: Walk): void {
  walk.values += 1;
  if (typeof value === 'string') {
    if (walk.lookAtText && IMPOSSIBLE_TEXT.test(value)) report(walk, 'impossible-text');
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (depth >= MAX_DEPTH) throw unreadable('json-too-deep', { limit: MAX_DEPTH });
  if (Array.isArray(value)) visitItems(value, depth + 1, walk);
  else visitProperties(value as Record<string, unknown>, depth + 1, walk);
}

function visitItems(items: readonly unknown[], depth: number, walk: Walk): void {
  const place = walk.trail.push(0) - 1;
  for (let index = 0; index < items.length; index += 1) {
    walk.trail[place] = index;
    visit(items[index], depth, walk);
  }
  walk.trail.pop();
}

function visitProperties(object: Record<string, unknown>, depth: number, walk: Walk): void {
  for (const key of Object.keys(object)) {
    walk.keys += 1;
    if (walk.lookAtText && IMPOSSIBLE_TEXT.test(key)) report(walk, 'impossible-text');
    walk.trail.push(key);
    if (INHERITED.has(key)) report(walk, 'unexpected');
    visit(object[key], depth, walk);
    walk.trail.pop();
  }
}

/** The path is put together only when there is something to say about it. */
function report({ trail, problems }: Walk, code: string): void {
  const path = trail.reduce<string>(
    (parent, step) => (typeof step === 'number' ? indexPath(parent, step) : propertyPath(parent, step)),
    '',
  );
  problems.push({ path, code });
}

/** Strings of a valid JSON text that stand before a colon. */
function countKeys(text: string): number {
  let keys = 0;
  for (let start = text.indexOf('"'); start >= 0;) {
    let next = closingQuote(text, start) + 1;
    while (text.charCodeAt(next) <= SPACE) next += 1;
    if (text[next] === ':') keys += 1;
    start = text.indexOf('"', next);
  }
  return keys;
}

function closingQuote(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
}
