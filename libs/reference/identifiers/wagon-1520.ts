import type { FindingCode } from '../findings.js';
import type { IdentifierCheck } from './identifier-check.js';
import { tidy, withoutSeparators } from './normalise.js';

/** Check digit of a 1520 mm wagon: weights 2, 1, 2 …, digits of each product added, up to the next multiple of ten. */
export function wagonCheckDigit(firstSeven: string): number {
  const sum = [...firstSeven.slice(0, 7)].reduce((total, digit, place) => {
    const product = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

function formFindings(number: string): FindingCode[] {
  if (number === '') return ['identifier.blank'];
  if (/^[0-9]{7}$/.test(number)) return ['wagon.seven-digits'];
  if (!/^[0-9]{8}$/.test(number)) return ['identifier.format'];
  return wagonCheckDigit(number) === Number(number[7]) ? [] : ['identifier.check-digit'];
}

/**
 * Checks an eight-digit wagon number of the 1520 mm network. Leading zeros are kept: the number is text.
 * Chinese, Iranian and Pakistani wagons have other systems and belong to the kind `other`.
 * Blind spot of the algorithm: 09 exchanged for 90 is not noticed.
 */
export function checkWagonNumber(written: string): IdentifierCheck {
  const { text, findings } = tidy(written);
  const normalised = withoutSeparators(text);
  return { normalised, findings: [...findings, ...formFindings(normalised)] };
}
