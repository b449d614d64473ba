import { type ControlLine, type GoodsLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type Finding } from '#libs/contracts/finding.dto.js';
import { FINDINGS, type FindingCode } from '#libs/reference/findings.js';
import { checkCas } from '#libs/reference/identifiers/cas.js';
import { checkTransportNumber } from '#libs/reference/identifiers/check-transport-number.js';
import { checkHs } from '#libs/reference/identifiers/hs.js';
import { isMatchable, matchingKey } from '#libs/reference/identifiers/matching-key.js';
import { revealingCounters } from './forwarded-counters.domain.js';
import { type ReportReference } from './report-reference.js';

/** Findings kept of one report at most: as many as the event of a forwarded revision takes. */
export const MAX_FINDINGS = 20_000;

const found = (field: string, codes: readonly FindingCode[]): Finding[] =>
  codes.map((code) => ({ code, severity: FINDINGS[code].severity, field }));

/**
 * What is odd in a report: numbers and codes, in the order of its lines, then cases and counters. Findings are kept
 * beside the report and refuse nothing: odd data is evidence.
 */
export function findingsOf(content: DailyReportContent, reference: ReportReference): Finding[] {
  const repeated = repeatedNumbers(content.lines ?? []);
  return [
    ...(content.lines ?? []).flatMap((line, index) => [
      ...lineFindings(line, `lines[${index}]`, reference),
      ...(repeated.has(line) ? found(`lines[${index}].number`, ['line.number-repeated']) : []),
    ]),
    ...(content.cases ?? []).flatMap(({ chemical }, index) =>
      chemicalFindings(chemical, `cases[${index}]`, reference),
    ),
    ...revealingCounters(content).flatMap((path) => found(path, ['counters.not-forwarded'])),
  ].slice(0, MAX_FINDINGS);
}

function lineFindings(line: ControlLine, path: string, reference: ReportReference): Finding[] {
  return [
    ...found(`${path}.number`, checkTransportNumber(line.transportKind, line.number).findings),
    ...line.goods.flatMap((goods, index) => goodsFindings(goods, `${path}.goods[${index}]`, reference)),
    ...(line.found ?? []).flatMap(({ chemical }, index) =>
      chemicalFindings(chemical, `${path}.found[${index}]`, reference),
    ),
  ];
}

function goodsFindings(goods: GoodsLine, path: string, reference: ReportReference): Finding[] {
  const { hsAsWritten, cas, chemical } = goods;
  return [
    ...(hsAsWritten === undefined
      ? []
      : found(`${path}.hsAsWritten`, checkHs(hsAsWritten, reference.hsSubheadings).findings)),
    ...(cas === undefined ? [] : found(`${path}.cas`, checkCas(cas).findings)),
    ...chemicalFindings(chemical, path, reference),
  ];
}

function chemicalFindings(id: string | undefined, path: string, reference: ReportReference): Finding[] {
  return id === undefined || reference.isChemical(id) ? [] : found(`${path}.chemical`, ['chemical.unknown']);
}

/** The lines whose transport unit stands in an earlier line, however it is written there. */
function repeatedNumbers(lines: readonly ControlLine[]): ReadonlySet<ControlLine> {
  const met = new Set<string>();
  return new Set(
    lines.filter(({ transportKind, number }) => {
      const key = matchingKey(transportKind, number);
      const isRepeated = isMatchable(key) && met.has(key);
      met.add(key);
      return isRepeated;
    }),
  );
}
