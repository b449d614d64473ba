import { INSTANT_PATTERN } from '#libs/contracts/shapes.js';
import { Clock } from '#libs/observability/clock.js';
import { ProblemError } from '../problem.js';

/** Development header that fixes the instant of one request, e.g. `2017-09-05T14:00:00Z`. */
export const CLOCK_HEADER = 'x-clock';

/** A clock that stands still: replay and development. */
export class FixedClock extends Clock {
  constructor(private readonly instant: string) {
    super();
  }

  override now(): string {
    return this.instant;
  }
}

/**
 * Clock of a request: fixed by the header, else `fallback`. The instant has milliseconds, like the system clock's.
 * @throws ProblemError 400 `clock-invalid` when the header is no UTC instant
 */
export function clockFor(header: string | undefined, fallback: Clock): Clock {
  if (header === undefined) return fallback;
  if (!INSTANT_PATTERN.test(header)) throw new ProblemError(400, 'clock-invalid', { header: CLOCK_HEADER });
  return new FixedClock(header.includes('.') ? header : header.replace('Z', '.000Z'));
}
