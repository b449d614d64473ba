/**
 * Who may read a marker: `national`: the unit and its contact point; `forwarded`: the Operation Coordination Unit beside
 * them; `person`: names of accounts, which the administrator reads beside the own side.
 */
export type Secrecy = 'national' | 'forwarded' | 'person';

const LETTERS: Readonly<Record<Secrecy, string>> = { national: 'N', forwarded: 'F', person: 'P' };
const MARKER = /QX([AB])([A-Z]{2})([12])([NFP])[A-Z]{2}/gi;

/** A marker that was found, and where it comes from. */
export interface Found {
  readonly marker: string;
  readonly operation: string;
  readonly unit: string;
  readonly secrecy: Secrecy;
}

/** Text that stands in one field of one unit's data and nowhere else, e.g. `QXAUZ1Fco`. @param field two letters */
export function markerOf(operation: string, unit: string, secrecy: Secrecy, field: string): string {
  const place = `${operation === 'tiny' ? 'A' : 'B'}${unit.slice(0, 2)}${unit.endsWith('ONE') ? 1 : 2}`;
  return `QX${place}${LETTERS[secrecy]}${field}`;
}

/** The markers in a text. */
export function markersIn(text: string): Found[] {
  return [...text.matchAll(MARKER)].map(([marker, operation, country, unit, letter]) => ({
    marker,
    operation: operation?.toUpperCase() === 'A' ? 'tiny' : 'twin',
    unit: `${country?.toUpperCase() ?? ''}-${unit === '1' ? 'ONE' : 'TWO'}`,
    secrecy: secrecyOf(letter),
  }));
}

function secrecyOf(letter = ''): Secrecy {
  if (letter.toUpperCase() === 'N') return 'national';
  return letter.toUpperCase() === 'F' ? 'forwarded' : 'person';
}
