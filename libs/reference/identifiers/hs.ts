import type { FindingCode } from '../findings.js';
import type { IdentifierCheck } from './identifier-check.js';
import { tidy } from './normalise.js';

/** National tails make 8 (Pakistan), 10 (Eurasian Economic Union), 11 (Georgia) or 12 digits (Türkiye). */
const FORM = /^[0-9]{6,12}$/;

export interface HsCheck extends IdentifierCheck {
  /** The first six digits, the only ones that are compared between countries; absent when there are not six. */
  readonly subheading?: string;
}

function subheadingFindings(subheading: string, known: ReadonlySet<string>): FindingCode[] {
  const chapter = Number(subheading.slice(0, 2));
  if (chapter === 77) return ['hs.reserved-chapter'];
  if (chapter < 1 || chapter > 97) return ['hs.national-chapter'];
  return known.has(subheading) ? [] : ['hs.unknown-subheading'];
}

/**
 * Checks a tariff code as declared. A code that does not exist is evidence, not only a slip: 15,520 litres of acetic
 * anhydride were found through one. It is kept and flagged.
 * @param known subheadings of the Harmonized System (`ReferenceData.hsSubheadings`).
 */
export function checkHs(written: string, known: ReadonlySet<string>): HsCheck {
  const { text, findings } = tidy(written);
  const normalised = text.replace(/[\s.]/g, '');
  if (!FORM.test(normalised)) return { normalised, findings: [...findings, 'hs.not-six-digits'] };
  const subheading = normalised.slice(0, 6);
  return { normalised, subheading, findings: [...findings, ...subheadingFindings(subheading, known)] };
}
