import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { MESSAGE_KEYS } from './messages.js';

const ROOT = path.join(import.meta.dirname, '..', '..');
const isSource = (file: string): boolean =>
  file.endsWith('.ts') &&
  !file.endsWith('.spec.ts') &&
  !file.includes(path.join('localization', 'catalogues'));
const source = ['apps', 'libs']
  .flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(isSource)
      .map((file) => readFileSync(path.join(ROOT, folder, file), 'utf8')),
  )
  .join('\n');
/** Keys that are put together: say(`case.kind.${kind}`). */
const composed = [...source.matchAll(/\b(?:say|message)\((?:\w+, )?`([\w.]+\.(?:\w|\$\{[^}]*\})+)`/g)].map(
  ([, key = '']) => new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '\\w+')}$`),
);

it('every message is said somewhere', () => {
  const isSaid = (key: string): boolean =>
    source.includes(`'${key}'`) || composed.some((pattern) => pattern.test(key));
  expect(composed.length).toBeGreaterThan(0);
  expect(MESSAGE_KEYS.filter((key) => !isSaid(key))).toEqual([]);
});
