import { type ControlLine, type GoodsLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type Finding } from '#libs/contracts/finding.dto.js';
import { FINDINGS, type FindingCode } from '#libs/reference/findings.js';
import { checkCas } from '#libs/reference/identifiers/cas.js';
import { checkTransportNumber } from '#libs/reference/identifiers/check-transport-number.js';
import { checkHs } from '#libs/reference/identifiers/hs.js';

const found = (field: string, codes: readonly FindingCode[]): Finding[] =>
  codes.map((code) => ({ code, severity: FINDINGS[code].severity, field }));

function goodsFindings(goods: GoodsLine, path: string, hsSubheadings: ReadonlySet<string>): Finding[] {
  return [
    ...(goods.hsAsWritten === undefined
      ? []
      : found(`${path}.hsAsWritten`, checkHs(goods.hsAsWritten, hsSubheadings).findings)),
    ...(goods.cas === undefined ? [] : found(`${path}.cas`, checkCas(goods.cas).findings)),
  ];
}

function lineFindings(line: ControlLine, path: string, hsSubheadings: ReadonlySet<string>): Finding[] {
  return [
    ...found(`${path}.number`, checkTransportNumber(line.transportKind, line.number).findings),
    ...line.goods.flatMap((goods, index) => goodsFindings(goods, `${path}.goods[${index}]`, hsSubheadings)),
  ];
}

/** Findings kept of one report at most: as many as the event of a forwarded revision takes. */
export const MAX_FINDINGS = 20_000;

/**
 * Odd identifiers and codes of a report, in the order of its lines. They are kept beside the report and refuse nothing:
 * odd data is evidence.
 */
export function findingsOf(content: DailyReportContent, hsSubheadings: ReadonlySet<string>): Finding[] {
  return (content.lines ?? [])
    .flatMap((line, index) => lineFindings(line, `lines[${index}]`, hsSubheadings))
    .slice(0, MAX_FINDINGS);
}
