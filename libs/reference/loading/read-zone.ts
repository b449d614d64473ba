import { offsetAt } from '../local-time.js';
import type { JsonField } from './json-field.js';

/** Reads the name of a time zone that the runtime knows. */
export function readZone(field: JsonField): string {
  const zone = field.text();
  try {
    if (zone !== '') offsetAt('2017-09-01T00:00:00Z', zone);
  } catch {
    field.refuse(`${zone} is not a time zone of the IANA database`);
  }
  return zone;
}
