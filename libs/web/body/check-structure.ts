import { type FieldProblem } from '../problem.js';
import { indexPath, propertyPath } from './json-path.js';
import { type ParsedJson, unreadable } from './parse-json.js';

/** Deepest nesting of any body; our deepest message has 7 levels. */
export const MAX_DEPTH = 32;

/** Names that every object inherits: as keys they reach into prototypes. */
const INHERITED = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);
/** NUL, which PostgreSQL refuses, and halves of surrogate pairs, which are no text. */
const IMPOSSIBLE_TEXT = /[\0\p{Cs}]/u;

interface Walk {
  keys: number;
  values: number;
  /** Such characters come into JSON text as escapes alone; without an escape no string needs a look. */
  readonly lookAtText: boolean;
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
  const walk: Walk = { keys: 0, values: 0, lookAtText: text.includes('\\u'), problems: [] };
  visit(value, '', 0, walk);
  if (walk.keys !== countKeys(text)) throw unreadable('json-duplicate-key');
  return walk;
}

function visit(value: unknown, path: string, depth: number, walk: Walk): void {
  walk.values += 1;
  if (typeof value === 'string') {
    if (walk.lookAtText && IMPOSSIBLE_TEXT.test(value)) walk.problems.push({ path, code: 'impossible-text' });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (depth >= MAX_DEPTH) throw unreadable('json-too-deep', { limit: MAX_DEPTH });
  if (Array.isArray(value)) {
    value.forEach((item, index) => visit(item, indexPath(path, index), depth + 1, walk));
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    walk.keys += 1;
    const itemPath = propertyPath(path, key);
    if (INHERITED.has(key)) walk.problems.push({ path: itemPath, code: 'unexpected' });
    else if (walk.lookAtText && IMPOSSIBLE_TEXT.test(key))
      walk.problems.push({ path, code: 'impossible-text' });
    visit(item, itemPath, depth + 1, walk);
  }
}

/** Strings of a valid JSON text that stand before a colon. */
function countKeys(text: string): number {
  let keys = 0;
  for (let start = text.indexOf('"'); start >= 0;) {
    let next = closingQuote(text, start) + 1;
    while (/\s/.test(text[next] ?? '')) next += 1;
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
