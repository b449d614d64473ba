import { readFile } from 'node:fs/promises';
import { type ErrorObject } from 'ajv';
import { type ClassConstructor } from 'class-transformer';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { validatorOf } from '#libs/contracts/json-schema/compile.js';

/** One mistake in a configuration file. */
export interface YamlProblem {
  /** 1-based line of the file. */
  readonly line: number;
  readonly reason: string;
}

/** Names and list places from the top of a file to what is meant. */
export type YamlPath = readonly (string | number)[];

/** What a file is to be, and what is wrong with a content that has its shape. */
export interface YamlShape<T extends object> {
  readonly shape: ClassConstructor<T>;
  /** For mistakes of the whole, e.g. `the plan`. */
  readonly name: string;
  readonly check: (value: T) => readonly { readonly path: YamlPath; readonly reason: string }[];
}

/**
 * Reads a configuration file.
 * @returns its content, or every mistake of the first kind that is found (syntax, shape, meaning) by its line
 */
export async function readYamlFile<T extends object>(
  file: string,
  { shape, name, check }: YamlShape<T>,
): Promise<{ readonly value: T } | { readonly problems: readonly YamlProblem[] }> {
  const lines = new LineCounter();
  const document = parseDocument(await readFile(file, 'utf8'), { lineCounter: lines });
  const lineOf = (path: YamlPath): number => lineAt(document, lines, path);
  const found = [
    () =>
      document.errors.map(({ pos, message }) => ({
        line: lines.linePos(pos[0]).line,
        reason: message.split('\n', 1)[0] ?? message,
      })),
    () => shapeProblems(document.toJS(), shape, name, lineOf),
    () => check(document.toJS() as T).map(({ path, reason }) => ({ line: lineOf(path), reason })),
  ];
  for (const look of found) {
    const problems = look();
    if (problems.length > 0) return { problems: [...problems].sort((a, b) => a.line - b.line) };
  }
  return { value: document.toJS() as T };
}

/** Line of the node, or of the nearest one above it that the file has. */
function lineAt(document: Document, lines: LineCounter, path: YamlPath): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as
      { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function shapeProblems(
  value: unknown,
  shape: ClassConstructor<object>,
  name: string,
  lineOf: (path: YamlPath) => number,
): YamlProblem[] {
  const validate = validatorOf(shape, 'strict', { allErrors: true });
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => {
    const path = error.instancePath.split('/').slice(1).map(pathPart);
    const extra = (error.params as { additionalProperty?: string }).additionalProperty;
    return {
      line: lineOf(extra === undefined ? path : [...path, extra]),
      reason: reasonOf(error, name, extra),
    };
  });
}

/** `units[3].timeZone must match pattern …`, with what the file may say where that is a short list. */
function reasonOf(
  { instancePath, message, params }: ErrorObject,
  whole: string,
  extra: string | undefined,
): string {
  const name = instancePath
    .slice(1)
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.');
  const { allowedValues } = params as { allowedValues?: readonly string[] };
  const known = allowedValues === undefined ? '' : `: ${allowedValues.join(', ')}`;
  return `${name || whole} ${message ?? 'is wrong'}${extra === undefined ? known : `: ${extra}`}`;
}

const pathPart = (part: string): string | number =>
  /^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~');
