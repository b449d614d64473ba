/** Source of business instants. Only the edge (API, command, job) reads it; consumers take instants from events. */
export abstract class Clock {
  /** The present instant, RFC 3339 in UTC with milliseconds. */
  abstract now(): string;
}

/** The machine's clock. */
export class SystemClock extends Clock {
  override now(): string {
    return new Date().toISOString();
  }
}
