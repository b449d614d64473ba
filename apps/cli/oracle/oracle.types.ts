/**
 * The oracle's own view of plan, steps and results. Nothing here is imported from the product, so that a mistake in a
 * contract cannot hide itself. Only what docs/counting-rules.md counts is named.
 */

export interface OraclePlan {
  readonly code: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly coordinationTimeZone: string;
  readonly cutOff: string;
  readonly countries: readonly { readonly code: string }[];
  readonly units: readonly {
    readonly id: string;
    readonly country: string;
    readonly closedDays?: readonly string[];
  }[];
}

/** One request and the status it was answered with (the replay checks that the answer had this status). */
export interface OracleStep {
  readonly at: string;
  readonly party: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly expect: number;
}

export interface OracleQuantity {
  readonly amount: string;
  readonly unit: string;
}

export interface OracleLine {
  readonly lineId: string;
  readonly transportKind: string;
  readonly number: string;
  readonly regime: string;
  readonly outcome: string;
  readonly act?: string;
  readonly handling?: string;
  readonly methods?: readonly string[];
  readonly discrepancies?: readonly string[];
  readonly document?: { readonly kind: string; readonly number: string };
  readonly goods: readonly { readonly chemical?: string; readonly net?: OracleQuantity }[];
  readonly found?: readonly { readonly chemical?: string }[];
}

export interface OracleCase {
  readonly caseId: string;
  readonly kind: string;
  readonly substance: string;
  readonly chemical?: string;
  readonly certainty: string;
  readonly quantity?: OracleQuantity;
  readonly packages?: number;
  readonly detectionMethod?: string;
  readonly detectedBy: string;
  readonly seizedBy?: string;
  readonly bulletinText?: { readonly en: string; readonly ru: string };
  readonly handling?: string;
}

export interface OracleFollowUp {
  readonly followUpId: string;
  readonly kind: string;
  readonly caseId?: string;
  readonly lineDay?: string;
  readonly lineId?: string;
  readonly result?: string;
  readonly substance?: string;
  readonly chemical?: string;
  readonly outcome?: string;
  readonly quantity?: OracleQuantity;
  readonly handling?: string;
}

export interface OracleReport {
  readonly operationDay: string;
  readonly kind: 'report' | 'nil' | 'void' | 'follow_up';
  readonly counters?: readonly Readonly<Record<string, unknown>>[];
  readonly lines?: readonly OracleLine[];
  readonly cases?: readonly OracleCase[];
  readonly followUps?: readonly OracleFollowUp[];
}

/** A report as it was sent: with what is said about the revision itself. */
export interface OracleSubmission extends OracleReport {
  readonly reason?: string;
  readonly change?: string;
}

export interface Additive {
  controls: number;
  inspections: number;
  examinations: number;
  withDiscrepancy: number;
  seizures: number;
  detentions: number;
  pending: number;
  confirmed: number;
}

export interface ExpectedFigures extends Additive {
  transportUnits: number;
  consignments: number;
}

export interface ExpectedCoverage {
  unit: string;
  country: string;
  state: string;
  nil: boolean;
  corrected: boolean;
  revision?: number;
}

export interface ExpectedCount {
  code: string;
  day: number;
  cumulative: number;
}

export interface ExpectedChemical {
  chemical: string;
  /** Left out when the oracle was given no list of controlled chemicals. */
  controlled?: boolean;
  dayControls: number;
  cumulativeControls: number;
  dayQuantity: { unit: string; amount: string }[];
  cumulativeQuantity: { unit: string; amount: string }[];
}

export interface ExpectedCountry {
  country: string;
  unitsExpected: number;
  unitsReported: number;
  unitsNil: number;
  day: ExpectedFigures;
  cumulative: ExpectedFigures;
}

export interface ExpectedChange {
  kind: string;
  unit: string;
  country: string;
  operationDay: string;
  revision: number;
  reason?: string;
  difference: Additive;
}

export interface ExpectedSum {
  previous: Additive;
  day: Additive;
  reportedLater: Additive;
  supplements: Additive;
  corrections: Additive;
  followUps: Additive;
  cumulative: Additive;
}

export interface ExpectedFigureChange {
  scope: 'day' | 'cumulative';
  /** Absent: of all countries together. */
  country?: string;
  figure: string;
  before: number;
  after: number;
}

/** What a revised edition says otherwise than the edition before. */
export interface ExpectedRevision {
  figures: ExpectedFigureChange[];
  unitDays: ExpectedChange[];
}

/** What a snapshot of the day must say; the names are those of the snapshot. */
export interface ExpectedDay {
  operationDay: string;
  kind: 'daily' | 'supplementary';
  periodFrom: string;
  number: number;
  /** 0 is the first edition. */
  revision: number;
  dayNumber: number;
  dayCount: number;
  cutOffAt: string;
  closedAt: string;
  basisCount: number;
  coverage: ExpectedCoverage[];
  day: ExpectedFigures;
  cumulative: ExpectedFigures;
  sum: ExpectedSum;
  countries: ExpectedCountry[];
  byTransportKind: ExpectedCount[];
  byRegime: ExpectedCount[];
  byMethod: ExpectedCount[];
  byOutcome: ExpectedCount[];
  declaredCounters: ExpectedCount[];
  chemicals: ExpectedChemical[];
  cases: Record<string, unknown>[];
  earlierDayChanges: ExpectedChange[];
  followUps: Record<string, unknown>[];
  /** Present from revision 1 on. */
  revised?: ExpectedRevision;
  /** The notes that need no check of identifiers; absent where there is nothing to note. */
  countersDifferFromLines?: ExpectedNote;
  followUpsUnmatched?: ExpectedNote;
}

export interface ExpectedNote {
  count: number;
  countries: string[];
}

/** One chemical of the reference list: all the oracle asks is since when it is controlled. */
export interface OracleChemical {
  readonly id: string;
  readonly table?: string | null;
  readonly controlledSince?: string | null;
}
