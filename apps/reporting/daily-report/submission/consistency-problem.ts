/** A field that does not fit the rest of the report; the words stand in the field catalogue under the code. */
export interface ConsistencyProblem {
  readonly path: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string>>;
}
