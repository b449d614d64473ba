import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { JsonField } from './json-field.js';

/** The files of the reference, in the order in which they enter the version. */
export const REFERENCE_FILES = [
  'chemicals.json',
  'countries.json',
  'country-names.json',
  'hs-subheadings.json',
  'port-control-units.json',
  'unlocodes.json',
] as const;
export type ReferenceFile = (typeof REFERENCE_FILES)[number];

export interface RawFiles {
  readonly version: string;
  readonly roots: Readonly<Record<ReferenceFile, JsonField>>;
}

function readBytes(folder: string, file: ReferenceFile, problems: string[]): Buffer {
  try {
    return readFileSync(path.join(folder, file));
  } catch (cause) {
    problems.push(`${file}: cannot be read (${(cause as NodeJS.ErrnoException).code ?? String(cause)})`);
    return Buffer.from('null');
  }
}

function parse(file: ReferenceFile, bytes: Buffer, problems: string[]): JsonField {
  try {
    return new JsonField(file, '', JSON.parse(bytes.toString('utf8')), problems);
  } catch (cause) {
    problems.push(`${file}: is not JSON (${(cause as Error).message})`);
    return new JsonField(file, '', undefined, problems);
  }
}

/** Reads all files; names and lengths enter the hash too, so that content cannot move unseen from one to the next. */
export function readFiles(folder: string, problems: string[]): RawFiles {
  const hash = createHash('sha256');
  const entries = REFERENCE_FILES.map((file) => {
    const bytes = readBytes(folder, file, problems);
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
    return [file, parse(file, bytes, problems)] as const;
  });
  const roots = Object.fromEntries(entries) as Record<ReferenceFile, JsonField>;
  return { version: hash.digest('hex').slice(0, 12), roots };
}
