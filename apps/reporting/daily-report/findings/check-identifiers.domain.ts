import { type ControlLine, type GoodsLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { checkCas } from '#libs/reference/identifiers/cas.js';
import { checkTransportNumber } from '#libs/reference/identifiers/check-transport-number.js';
import { checkHs } from '#libs/reference/identifiers/hs.js';
import { isMatchable, matchingKey } from '#libs/reference/identifiers/matching-key.js';
import { checkUnlocode } from '#libs/reference/identifiers/unlocode.js';
import { allFound, found, type Check } from './finding-check.js';

/** A post is often written by its name; only what can be nothing but a code is looked up. */
const UNLOCODE_AS_WRITTEN = /^\s*[\p{Lu}]{2}[ -]?[\p{Lu}2-9]{3}\s*$/u;

export const checkNumber: Check<ControlLine> = ({ transportKind, number }, path) =>
  allFound(`${path}.number`, checkTransportNumber(transportKind, number).findings);

export const checkRepeated: Check<ControlLine> = (line, path, { repeated }) =>
  repeated.has(line) ? [found(`${path}.number`, 'line.number-repeated')] : [];

export const checkPostOfExit: Check<ControlLine> = ({ route }, path, { reference, unit }) => {
  const post = route?.postOfExit;
  if (post === undefined || !UNLOCODE_AS_WRITTEN.test(post)) return [];
  const { findings } = checkUnlocode(post, reference.unlocodes, unit?.country);
  // A name of five letters looks like a code, too: it is one where a country of the list stands in front.
  if (findings.includes('unlocode.format')) return [];
  const isNamed = !reference.unlocodes.countries.has(post.trim().slice(0, 2));
  return isNamed ? [] : allFound(`${path}.route.postOfExit`, findings);
};

export const checkCodes: Check<GoodsLine> = ({ hsAsWritten, cas }, path, { reference }) => [
  ...(hsAsWritten === undefined
    ? []
    : allFound(`${path}.hsAsWritten`, checkHs(hsAsWritten, reference.hsSubheadings).findings)),
  ...(cas === undefined ? [] : allFound(`${path}.cas`, checkCas(cas).findings)),
];

/** The lines whose transport unit stands in an earlier line, however it is written there. */
export function repeatedNumbers(lines: readonly ControlLine[]): ReadonlySet<ControlLine> {
  const met = new Set<string>();
  return new Set(
    lines.filter(({ transportKind, number }) => {
      const key = matchingKey(transportKind, number);
      const isRepeated = isMatchable(key) && met.has(key);
      met.add(key);
      return isRepeated;
    }),
  );
}
