import { errorName, errorText } from './classify-error.js';
import { type IncomingRecord } from './incoming-record.js';

/** A record that a consumer gave up, with the reason. */
export interface DeadLetter {
  readonly record: IncomingRecord;
  /** Stable code of a PermanentEventError, otherwise the error's code or name. */
  readonly errorCode: string;
  readonly errorMessage: string;
}

const MAX_MESSAGE = 2_000;

export function deadLetter(record: IncomingRecord, error: unknown): DeadLetter {
  return {
    record,
    errorCode: errorName(error).slice(0, 120),
    errorMessage: errorText(error).slice(0, MAX_MESSAGE),
  };
}
