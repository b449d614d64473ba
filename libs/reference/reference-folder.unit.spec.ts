import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { defaultReferenceFolder } from './reference-folder.js';

let scratch: string;

function place(file: string, content = ''): string {
  const full = path.join(scratch, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, content);
  return pathToFileURL(full).href;
}

beforeAll(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'reference folder ё-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('defaultReferenceFolder', () => {
  it('is config/reference of this project', () => {
    expect(defaultReferenceFolder()).toBe(
      path.resolve(import.meta.dirname, '..', '..', 'config', 'reference'),
    );
  });

  it('is found from the sources and from dist, past the manifests of others', () => {
    place('project/package.json', '{"name":"caravanserai"}');
    place('project/dist/package.json', '{"type":"module"}');
    const expected = path.join(scratch, 'project', 'config', 'reference');
    expect(defaultReferenceFolder(place('project/libs/reference/a.ts'))).toBe(expected);
    expect(defaultReferenceFolder(place('project/dist/libs/reference/a.js'))).toBe(expected);
  });

  it('says where it began when there is no project above', () => {
    const stray = place('elsewhere/package.json', '{"name":"other"}');
    expect(() => defaultReferenceFolder(stray)).toThrow(/elsewhere.*name the folder/);
  });
});
