/** One field that is wrong, in plain words. */
export interface FieldProblem {
  /** JSON path in the request, e.g. `lines[3].goods[0].net.amount`. */
  readonly path: string;
  /** Stable code, e.g. `required`, `not-a-number`, `unknown-value`. */
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Name of the sheet and the cell (`B14`), where the field came in a workbook or a table. */
  readonly sheet?: string;
  readonly cell?: string;
  /** What stands in that cell. */
  readonly written?: string;
}

/**
 * An expected refusal that a person or a client reads as `application/problem+json` (RFC 9457). The words stand in the
 * problem catalogue in English and Russian under the code.
 */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    /** Stable code and last part of the problem's `type`, e.g. `operation-unknown`. */
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(`${status} ${code}`);
    this.name = 'ProblemError';
  }
}
