/** What the page of daily reports reads of the reporting service's answers. */
export interface ReportHistory {
  readonly revisions: readonly {
    readonly revision: number;
    readonly state: string;
    readonly submittedAt: string;
    readonly submittedBy: string;
  }[];
}

/** A remark with the cell it is about, e.g. `Lines!B14`. */
export interface Place {
  readonly place?: string;
  readonly message: string;
}

/** What became of a sheet, or of the revision that was to be forwarded. */
export type SheetOutcome =
  | {
      readonly kind: 'refused';
      readonly text: string;
      readonly places: readonly Place[];
      readonly total: number;
      /** Seconds until the sheet can be sent again, where it was not read because of too many. */
      readonly retryAfter?: number;
    }
  | { readonly kind: 'checked'; readonly findings: readonly Place[]; readonly understood: readonly Place[] }
  | {
      readonly kind: 'accepted' | 'repeated';
      /** That of the sheet: a sheet of yesterday is the report of yesterday. */
      readonly operationDay: string;
      readonly revision: number;
      readonly findings: readonly Place[];
      readonly understood: readonly Place[];
    }
  | { readonly kind: 'forwarded'; readonly revision: number };
