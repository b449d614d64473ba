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

export interface OracleReport {
  readonly operationDay: string;
  readonly kind: 'report' | 'nil' | 'void';
  readonly reason?: string;
  readonly counters?: readonly Readonly<Record<string, unknown>>[];
  readonly lines?: readonly OracleLine[];
  readonly cases?: readonly OracleCase[];
}

export interface Additive {
  controls: number;
  inspections: number;
  examinations: number;
  withDiscrepancy: number;
  seizures: number;
  detentions: number;
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
  corrections: Additive;
  cumulative: Additive;
}

/** What a snapshot of the day must say; the names are those of the snapshot. */
export interface ExpectedDay {
  operationDay: string;
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
  /** The one note that needs no check of identifiers; absent where no unit differs. */
  countersDifferFromLines?: { count: number; countries: string[] };
}

/** One chemical of the reference list: all the oracle asks is since when it is controlled. */
export interface OracleChemical {
  readonly id: string;
  readonly table?: string | null;
  readonly controlledSince?: string | null;
}
