/** Lines and cases that the unit reported, in its newest revisions. */
export interface KnownReferences {
  /** Ids of lines by operation day. */
  readonly lineIds: ReadonlyMap<string, ReadonlySet<string>>;
  readonly caseIds: ReadonlySet<string>;
}
