import { type ValidationError } from 'class-validator';

/** A field of an event that its contract does not allow. */
export interface FieldFault {
  /** Path in the event's data, e.g. `content.lines[3].number`. */
  readonly path: string;
  readonly faults: readonly string[];
}

/** Why an event was not appended: a mistake of the program, never of a user. Nothing was written. */
export class EventRefusedError extends Error {
  override readonly name = 'EventRefusedError';
  constructor(
    readonly code: 'event.shape-invalid' | 'event.key-invalid' | 'event.time-invalid' | 'event.too-large',
    readonly type: string,
    detail: string,
    readonly fields: readonly FieldFault[] = [],
  ) {
    super(`Event ${type} was not appended: ${detail}`);
  }
}

const child = (parent: string, property: string): string =>
  /^\d+$/.test(property) ? `${parent}[${property}]` : parent === '' ? property : `${parent}.${property}`;

/** Flattens class-validator's tree to one entry a field. */
export function fieldFaults(errors: readonly ValidationError[], parent = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const path = child(parent, error.property);
    const own = error.constraints ? [{ path, faults: Object.values(error.constraints) }] : [];
    return [...own, ...fieldFaults(error.children ?? [], path)];
  });
}
