import { SOME_TEXT, type Expectation, type JsonField } from './json-field.js';

const VERSION: Expectation = { pattern: /^\d+\.\d+\.\d+$/, words: 'a version like 1.0.0' };

/** Checks the head of a file: its version and at least one source. @returns the keys of the sources. */
export function readMeta(root: JsonField): ReadonlySet<string> {
  const meta = root.get('_meta');
  meta.get('version').text(VERSION);
  const sources = meta.get('sources').entries();
  for (const [, source] of sources) source.text(SOME_TEXT);
  if (sources.length === 0) meta.get('sources').refuse('name at least one source');
  return new Set(sources.map(([key]) => key));
}

/** Every fact names where it comes from, by a key of `_meta.sources`. */
export function checkSources(entry: JsonField, known: ReadonlySet<string>): void {
  for (const source of entry.get('sources').items()) {
    const key = source.text();
    if (!known.has(key)) source.refuse(`${JSON.stringify(key)} is not explained in _meta.sources`);
  }
}
