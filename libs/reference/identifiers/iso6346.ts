import type { FindingCode } from '../findings.js';
import type { IdentifierCheck } from './identifier-check.js';
import { compactLatin } from './normalise.js';

/** Owner code, category (U container, J detachable equipment, Z trailer or chassis), serial number, check digit. */
const FORM = /^[A-Z]{3}[UJZ][0-9]{7}$/;

/** ISO 6346: 10 for A and then upwards, leaving out the multiples of 11. */
function valueOf(character: string): number {
  if (/[0-9]/.test(character)) return Number(character);
  const place = character.charCodeAt(0) - 'A'.charCodeAt(0);
  return 10 + place + Math.floor((place + 9) / 10);
}

/** Sum of the first ten characters' values times powers of two, modulo 11: 0 to 10. */
export function iso6346Remainder(number: string): number {
  const sum = [...number.slice(0, 10)].reduce(
    (total, character, place) => total + valueOf(character) * 2 ** place,
    0,
  );
  return sum % 11;
}

function checkDigitFindings(number: string): FindingCode[] {
  const remainder = iso6346Remainder(number);
  if (remainder % 10 !== Number(number[10])) return ['identifier.check-digit'];
  return remainder === 10 ? ['identifier.check-digit-ten'] : [];
}

/** Checks a container number (ISO 6346) as written: `csqu 305438-3` and Cyrillic look-alikes are understood. */
export function checkContainerNumber(written: string): IdentifierCheck {
  const { text, findings } = compactLatin(written);
  if (text === '') return { normalised: '', findings: [...findings, 'identifier.blank'] };
  if (!FORM.test(text)) return { normalised: text, findings: [...findings, 'identifier.format'] };
  return { normalised: text, findings: [...findings, ...checkDigitFindings(text)] };
}
