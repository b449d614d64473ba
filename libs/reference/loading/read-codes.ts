import type { ReferenceData } from '../reference-data.types.js';
import { frozenSet } from './freeze.js';
import type { Expectation, JsonField } from './json-field.js';
import { readMeta } from './meta.js';

const PLACES: Expectation = {
  pattern: /^[A-Z2-9]{3}( [A-Z2-9]{3})*$/,
  words: 'three-character places separated by single spaces',
};
const TAILS: Expectation = {
  pattern: /^\d{2}( \d{2})*$/,
  words: 'two-digit tails separated by single spaces',
};

/** Joins each name with each of the tails that stand behind it: `"2915": "24 29"` gives 291524 and 291529. */
function joined(group: JsonField, name: RegExp, tails: Expectation): string[] {
  return group.entries().flatMap(([head, field]) => {
    if (!name.test(head)) field.refuse(`unexpected name; it must look like ${name.source}`);
    return field
      .text(tails)
      .split(' ')
      .map((tail) => head + tail);
  });
}

/** Reads `unlocodes.json`. */
export function readUnlocodes(root: JsonField): ReferenceData['unlocodes'] {
  readMeta(root);
  const places = root.get('places');
  return {
    countries: frozenSet(places.entries().map(([country]) => country)),
    codes: frozenSet(joined(places, /^[A-Z]{2}$/, PLACES)),
  };
}

/** Reads `hs-subheadings.json`: the subheadings of both editions together. */
export function readHsSubheadings(root: JsonField): ReadonlySet<string> {
  readMeta(root);
  return frozenSet(
    ['both', 'only2017', 'only2022'].flatMap((edition) => joined(root.get(edition), /^\d{4}$/, TAILS)),
  );
}
