import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';

/** What the page of daily reports reads of the reporting service's answers. */
export interface ReportHistory {
  readonly revisions: readonly RevisionHead[];
  readonly stateChanges: readonly ReportStep[];
}

export interface RevisionHead {
  readonly revision: number;
  readonly state: string;
  readonly submittedAt: string;
  readonly submittedBy: string;
  readonly basedOn?: number;
  readonly reason?: string;
  readonly reasonText?: string;
  readonly change?: string;
}

/** What was done with a revision, by whom, when and why. */
export interface ReportStep {
  readonly revision: number;
  readonly action: string;
  readonly at: string;
  readonly party: string;
  readonly reasons?: readonly { readonly field?: string; readonly text: string; readonly language: string }[];
}

/** What is found in the newest revision and what was said about it. */
export interface ReportFindings {
  readonly findings: readonly {
    readonly findingId: string;
    readonly field: string;
    readonly message: string;
    readonly state: 'open' | 'answered' | 'closed';
    readonly entries: readonly {
      readonly kind: string;
      readonly at: string;
      readonly role: string;
      readonly text?: string;
      readonly language?: string;
      readonly ofEarlierValue: boolean;
    }[];
  }[];
}

/** A field in which a revision differs from the one before. */
export interface ReportDifference {
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What the services know of the report of a day, as far as the page shows it. */
export interface ReportContent {
  /** Absent where nothing was sent for the day. */
  readonly history: ReportHistory | undefined;
  /** The newest revision, and those that something was said about, by number. */
  readonly contents: ReadonlyMap<number, DailyReportContent>;
  readonly findings: ReportFindings | undefined;
  /** From the revision before to the newest one; absent where there is none before. */
  readonly differences: readonly ReportDifference[] | undefined;
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
      /** Not a sheet was refused, but a step with the report. */
      readonly isStep?: true;
      readonly text: string;
      readonly places: readonly Place[];
      readonly total: number;
      /** Seconds until the sheet can be sent again, where it was not read because of too many. */
      readonly retryAfter?: number;
    }
  | {
      /** `known`: checked, and accepted already before. */
      readonly kind: 'checked' | 'known' | 'accepted' | 'repeated';
      /** That of the sheet: a sheet of yesterday is the report of yesterday. */
      readonly operationDay: string;
      readonly revision: number;
      readonly findings: readonly Place[];
      readonly understood: readonly Place[];
    }
  | { readonly kind: 'done'; readonly step: DoneStep; readonly revision: number };

/** What the page has just done, as its address says it. */
export const DONE_STEPS = ['forward', 'return', 'hold', 'answer', 'close'] as const;
export type DoneStep = (typeof DONE_STEPS)[number];
