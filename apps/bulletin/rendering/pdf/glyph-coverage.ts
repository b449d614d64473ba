import { readFileSync } from 'node:fs';
import { PAGE_PLACE, PAGES_PLACE } from '../view-model/masthead.js';
import { installedFonts } from './fonts.js';
import { coveredRanges } from './sfnt.js';

/** Printed where no font has the character: a lozenge with a question mark that everybody sees. */
const VISIBLE_BOX = '\ufffd';
/** Joiners and selectors are not seen: where a font lacks them, nothing is lost. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u200b]/u;

const OPEN_PLACES = new Set([PAGE_PLACE, PAGES_PLACE, '\n']);

let covered: ReadonlySet<number> | undefined;

function coveredCodePoints(): ReadonlySet<number> {
  covered ??= new Set(
    installedFonts()
      .flatMap(({ path }) => coveredRanges(readFileSync(path)))
      .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, place) => first + place)),
  );
  return covered;
}

export interface GlyphCoverage {
  /** The text with a visible box for each character that cannot be printed. */
  readonly text: string;
  /** The characters that were replaced, each once, in code point order. */
  readonly missing: readonly string[];
}

/** Which characters of a text the fonts of the PDF can show. Also for intake, to tell an author beforehand. */
export function glyphCoverage(text: string): GlyphCoverage {
  const known = coveredCodePoints();
  const missing = new Set<string>();
  const shown = Array.from(text, (character) => {
    if (known.has(character.codePointAt(0) ?? 0) || OPEN_PLACES.has(character)) return character;
    if (INVISIBLE.test(character)) return '';
    missing.add(character);
    return VISIBLE_BOX;
  }).join('');
  const order = (a: string, b: string) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0);
  return { text: shown, missing: [...missing].sort(order) };
}

/** The same for every text inside a value of plain data. */
export function coverTexts<T>(value: T): { value: T; missing: readonly string[] } {
  const missing = new Set<string>();
  const cover = (part: unknown): unknown => {
    if (typeof part === 'string') {
      const coverage = glyphCoverage(part);
      coverage.missing.forEach((character) => missing.add(character));
      return coverage.text;
    }
    if (Array.isArray(part)) return part.map(cover);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, cover(inner)]));
  };
  return { value: cover(value) as T, missing: [...missing].sort() };
}
