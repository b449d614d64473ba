import type { TransportKind } from '#libs/contracts/vocabulary.js';
import type { IdentifierCheck } from './identifier-check.js';
import { checkContainerNumber } from './iso6346.js';
import { tidy } from './normalise.js';
import { checkPlate } from './plate.js';
import { checkWagonNumber } from './wagon-1520.js';

/** Numbers of other systems (Chinese, Iranian, Pakistani wagons, air waybills) are kept tidy and not judged. */
function checkOther(written: string): IdentifierCheck {
  const { text, findings } = tidy(written);
  return { normalised: text, findings: text === '' ? [...findings, 'identifier.blank'] : findings };
}

const CHECKS: Readonly<Record<TransportKind, (written: string) => IdentifierCheck>> = {
  container: checkContainerNumber,
  wagon: checkWagonNumber,
  truck: checkPlate,
  other: checkOther,
};

/** Checks the number of a transport unit by the rules of its kind. */
export function checkTransportNumber(kind: TransportKind, written: string): IdentifierCheck {
  return CHECKS[kind](written);
}
