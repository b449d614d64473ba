import type { FindingCode } from '../findings.js';
import type { IdentifierCheck } from './identifier-check.js';
import { compactLatin } from './normalise.js';

/** Country and place; the digits 0 and 1 are not used. */
const FORM = /^[A-Z]{2}[A-Z2-9]{3}$/;

/** The codes that are known, and the countries whose codes are all in the list. */
export interface UnlocodeList {
  readonly countries: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
}

function lookUp(code: string, list: UnlocodeList, country: string | undefined): FindingCode[] {
  const ownCountry = code.slice(0, 2);
  const findings: FindingCode[] = [];
  if (list.countries.has(ownCountry) && !list.codes.has(code)) findings.push('unlocode.unknown');
  if (country !== undefined && country !== ownCountry) findings.push('unlocode.other-country');
  return findings;
}

/**
 * Checks a UN/LOCODE. It has no check digit, so the code is looked up; codes of countries outside the list are taken
 * as they are.
 * @param country ISO 3166 code of the country in which the place is said to lie.
 */
export function checkUnlocode(written: string, list: UnlocodeList, country?: string): IdentifierCheck {
  const { text, findings } = compactLatin(written);
  if (!FORM.test(text)) return { normalised: text, findings: [...findings, 'unlocode.format'] };
  return { normalised: text, findings: [...findings, ...lookUp(text, list, country)] };
}
