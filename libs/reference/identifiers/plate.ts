import type { FindingCode } from '../findings.js';
import type { IdentifierCheck } from './identifier-check.js';
import { tidy } from './normalise.js';

function plateFindings(plate: string): FindingCode[] {
  if (plate === '') return ['identifier.blank'];
  const findings: FindingCode[] = [];
  if (/\p{Script=Latin}/u.test(plate) && /\p{Script=Cyrillic}/u.test(plate))
    findings.push('identifier.mixed-alphabets');
  const length = [...plate].length;
  if (length < 2 || length > 20) findings.push('plate.length');
  return findings;
}

/**
 * Registration plate: free text, because every country has its own forms. Cyrillic and Latin stay as written; for
 * recognising the same truck again use `matchingKey`. Tractor and trailer are two plates.
 */
export function checkPlate(written: string): IdentifierCheck {
  const { text, findings } = tidy(written);
  return { normalised: text, findings: [...findings, ...plateFindings(text)] };
}
