import { type CaseEntry } from '#libs/contracts/daily-report/case-entry.dto.js';
import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import {
  type CounterEntry,
  type DailyReportContent,
} from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type FollowUp } from '#libs/contracts/daily-report/follow-up.dto.js';
import { type Finding } from '#libs/contracts/finding.dto.js';
import { COUNTERS, type Handling, type Outcome, type TransportKind } from '#libs/contracts/vocabulary.js';
import { isMatchable, matchingKey } from '#libs/reference/identifiers/matching-key.js';
import { totalByKind, type KindTotal } from '#libs/reference/measures/quantity.js';

/** How often each code was met. */
export type Counts = Readonly<Record<string, number>>;

/** Controls and exact quantities of one chemical. */
export interface ChemicalTally {
  readonly controls: number;
  readonly quantity: readonly KindTotal[];
}

/** A line as a decision about it is counted: id, outcome as entered, kind of the transport unit; handling where not routine. */
export type TalliedLine = readonly [
  lineId: string,
  outcome: Outcome,
  transportKind: TransportKind,
  handling?: Handling,
];

/**
 * A forwarded revision reduced to what counting needs (docs/counting-rules.md). Made once, when the revision arrives,
 * so that closing a day never reads the reports again.
 */
export interface ReportTally {
  readonly controls: number;
  readonly inspections: number;
  readonly examinations: number;
  readonly withDiscrepancy: number;
  readonly pending: number;
  /** Distinct matching keys of transport units and consignments, in code unit order. */
  readonly transportUnits: readonly string[];
  readonly consignments: readonly string[];
  readonly byTransportKind: Counts;
  readonly byRegime: Counts;
  readonly byOutcome: Counts;
  readonly byMethod: Counts;
  /** Sum of each declared counter; a counter that nobody declared is absent. */
  readonly declared: Counts;
  /** A declared `examined` differs from the lines of its kind and regime with act `examination`. */
  readonly declaredDiffer: boolean;
  readonly chemicals: Readonly<Record<string, ChemicalTally>>;
  readonly lines: readonly TalliedLine[];
  readonly cases: readonly CaseEntry[];
  readonly followUps: readonly FollowUp[];
  readonly findings: Counts;
}

/** Where the revision belongs: makes lines without a number or document unique. */
export interface TallyOrigin {
  readonly unit: string;
  readonly operationDay: string;
}

/** Tallies the content of a forwarded revision. */
export function tallyReport(
  content: DailyReportContent,
  findings: readonly Finding[],
  origin: TallyOrigin,
): ReportTally {
  const lines = content.lines ?? [];
  const own = (line: ControlLine): string => `${origin.unit}|${origin.operationDay}|${line.lineId}`;
  return {
    controls: lines.length,
    inspections: lines.filter((line) => line.act === 'inspection').length,
    examinations: lines.filter((line) => line.act === 'examination').length,
    withDiscrepancy: lines.filter((line) => (line.discrepancies ?? []).length > 0).length,
    pending: lines.filter((line) => line.outcome === 'pending').length,
    transportUnits: distinct(
      lines.map((line) => keyOr(matchingKey(line.transportKind, line.number), own(line))),
    ),
    consignments: distinct(lines.map((line) => consignmentKey(line, own(line)))),
    byTransportKind: countCodes(lines.map((line) => line.transportKind)),
    byRegime: countCodes(lines.map((line) => line.regime)),
    byOutcome: countCodes(lines.map((line) => line.outcome)),
    byMethod: countCodes(lines.flatMap((line) => distinct(line.methods ?? []))),
    declared: declaredSums(content.counters ?? []),
    declaredDiffer: declaredDiffer(content.counters ?? [], lines),
    chemicals: chemicalTallies(lines),
    lines: lines.map(talliedLine),
    cases: content.cases ?? [],
    followUps: content.followUps ?? [],
    findings: countCodes(findings.map((finding) => finding.code)),
  };
}

function talliedLine({ lineId, outcome, transportKind, handling = 'routine' }: ControlLine): TalliedLine {
  return handling === 'routine'
    ? [lineId, outcome, transportKind]
    : [lineId, outcome, transportKind, handling];
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

function keyOr(key: string, own: string): string {
  return isMatchable(key) ? key : `own:${own}`;
}

/** The fold of transport numbers serves for document numbers as well: kind, then letters and digits alone. */
function consignmentKey(line: ControlLine, own: string): string {
  if (!line.document) return `own:${own}`;
  const folded = matchingKey('other', line.document.number);
  return isMatchable(folded) ? `${line.document.kind}:${folded.slice('other:'.length)}` : `own:${own}`;
}

function countCodes(codes: readonly string[]): Counts {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

function declaredSums(entries: readonly CounterEntry[]): Counts {
  const sums: Record<string, number> = {};
  for (const entry of entries)
    for (const counter of COUNTERS) {
      const value = entry[counter];
      if (value !== undefined) sums[counter] = (sums[counter] ?? 0) + value;
    }
  return sums;
}

/** Kinds and regimes without an entry are not compared: blank is never zero. */
function declaredDiffer(entries: readonly CounterEntry[], lines: readonly ControlLine[]): boolean {
  return entries.some(
    ({ transportKind, regime, examined }) =>
      examined !==
      lines.filter(
        (line) =>
          line.act === 'examination' && line.transportKind === transportKind && line.regime === regime,
      ).length,
  );
}

function chemicalTallies(lines: readonly ControlLine[]): Record<string, ChemicalTally> {
  const ids = distinct(lines.flatMap(chemicalsOf));
  return Object.fromEntries(
    ids.map((id) => {
      const naming = lines.filter((line) => chemicalsOf(line).includes(id));
      const quantities = naming.flatMap((line) =>
        line.goods.flatMap((goods) => (goods.chemical === id && goods.net ? [goods.net] : [])),
      );
      return [id, { controls: naming.length, quantity: totalByKind(quantities) }];
    }),
  );
}

function chemicalsOf(line: ControlLine): string[] {
  const named = [
    ...line.goods.map((goods) => goods.chemical),
    ...(line.found ?? []).map((found) => found.chemical),
  ];
  return distinct(named.filter((id) => id !== undefined));
}
