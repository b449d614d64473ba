import type { FindingCode } from '../findings.js';
import type { IdentifierCheck } from './identifier-check.js';
import { tidy } from './normalise.js';

const FORM = /^[1-9][0-9]{1,6}-[0-9]{2}-[0-9]$/;

/** Check digit of a CAS number: the digits before it, from the right, times 1, 2, 3 …, modulo 10. */
export function casCheckDigit(cas: string): number {
  const digits = [...cas.replace(/[^0-9]/g, '').slice(0, -1)].reverse();
  return digits.reduce((total, digit, place) => total + Number(digit) * (place + 1), 0) % 10;
}

function formFindings(cas: string): FindingCode[] {
  if (!FORM.test(cas)) return ['cas.format'];
  return casCheckDigit(cas) === Number(cas.at(-1)) ? [] : ['cas.check-digit'];
}

/** Checks a CAS registry number as written; dashes of any length and stray spaces are understood. */
export function checkCas(written: string): IdentifierCheck {
  const { text, findings } = tidy(written);
  const normalised = text.replace(/[\p{Pd}\u2212]/gu, '-').replace(/\s/g, '');
  return { normalised, findings: [...findings, ...formFindings(normalised)] };
}
