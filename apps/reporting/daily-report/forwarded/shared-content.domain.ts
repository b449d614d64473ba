import { type CaseEntry } from '#libs/contracts/daily-report/case-entry.dto.js';
import { type ControlLine, type GoodsLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type FollowUp } from '#libs/contracts/daily-report/follow-up.dto.js';
import { type SharingProfile } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type Pseudonyms } from '#libs/nominal/pseudonyms.js';
import { NominalIndex } from '#libs/nominal/text/nominal-index.domain.js';
import { type NominalKind } from '#libs/nominal/text/nominal-kinds.js';
import { nominalValues } from '#libs/nominal/text/nominal-values.domain.js';
import { type ForwardedReport } from '../daily-report.records.js';
import { DISPENSABLE_TEXTS, NEEDED_TEXTS } from './forwarded-texts.domain.js';

/** Stands where the format needs a text that is not shared. */
const NOT_SHARED = '—';

const NAMES: ReadonlySet<NominalKind> = new Set(['consignor', 'consignee', 'plate']);

/** Whether a text must stay in the country. */
export type Names = (text: string) => boolean;

/**
 * What the OCU is given of a forwarded report under the profile of its country. `without_names`: no person, company or
 * plate, pseudonyms for ids of lines, which clients make of the plate, and no text that holds a name or plate of the report. `totals_only`: of a line what is counted, with pseudonyms for the
 * transport unit and its document, and no text that holds one of its numbers. Cases and remarks without such values stay:
 * bulletins print them.
 */
export function sharedReport(
  report: ForwardedReport,
  profile: SharingProfile,
  pseudonyms: Pseudonyms,
): ForwardedReport {
  if (profile === 'full') return report;
  const isTotals = profile === 'totals_only';
  const names = namesUnshared(report.content, profile);
  const { reasonText, ...kept } = report;
  return {
    ...kept,
    content: sharedContent(report.content, isTotals, names, pseudonyms),
    findings: isTotals ? report.findings.map(({ detail: _detail, ...finding }) => finding) : report.findings,
    ...(reasonText !== undefined && !names(reasonText) && { reasonText }),
  };
}

/** Whether a text about the report holds a value of it that its country does not share. */
export function namesUnshared(content: DailyReportContent, profile: SharingProfile): Names {
  if (profile === 'full') return () => false;
  const values = nominalValues(content).filter(({ kind }) => profile === 'totals_only' || NAMES.has(kind));
  const index = new NominalIndex(values.map((value) => ({ ...value, unit: '' })));
  return (text) => index.find(text).length > 0;
}

function sharedContent(
  content: DailyReportContent,
  isTotals: boolean,
  names: Names,
  pseudonyms: Pseudonyms,
): DailyReportContent {
  const { lines, cases, followUps, remarks, ...rest } = content;
  const keptRemarks = remarks?.filter(({ text }) => !names(text)) ?? [];
  const share = isTotals ? countedLine : lineWithoutNames;
  return {
    ...(withoutTexts(rest, names) as typeof rest),
    ...(lines && { lines: lines.map((line) => withoutTexts(share(line, pseudonyms), names) as ControlLine) }),
    ...(cases && {
      cases: cases.map((entry) => withoutTexts(sharedCase(entry, isTotals, pseudonyms), names) as CaseEntry),
    }),
    ...(followUps && {
      followUps: followUps.map((entry) => withoutTexts(aboutLine(entry, pseudonyms), names) as FollowUp),
    }),
    ...(keptRemarks.length > 0 && { remarks: keptRemarks }),
  };
}

/** The number of a truck is its plate, and so is that of a vehicle the cargo was reloaded from or to. */
function lineWithoutNames(line: ControlLine, pseudonyms: Pseudonyms): ControlLine {
  const kept = { ...line, lineId: pseudonyms.line(line.lineId) };
  for (const field of ['consignor', 'consignee', 'plates', 'reloadedFrom', 'reloadedTo'] as const)
    delete kept[field];
  if (line.transportKind !== 'truck') return kept;
  return { ...kept, number: pseudonyms.transportUnit('truck', line.number) };
}

/** What `docs/counting-rules.md` counts of a line. */
function countedLine(line: ControlLine, pseudonyms: Pseudonyms): ControlLine {
  const { lineId, transportKind, number, regime, goods, destination, outcome } = line;
  const { act, document, methods, found, discrepancies, handling } = line;
  return {
    lineId: pseudonyms.line(lineId),
    transportKind,
    number: pseudonyms.transportUnit(transportKind, number),
    regime,
    goods: goods.map(countedGoods),
    destination,
    outcome,
    ...(act && { act }),
    ...(document && { document: { kind: document.kind, number: pseudonyms.document(document) } }),
    ...(methods && { methods }),
    ...(found && { found: found.map(({ chemical, certainty }) => foundChemical(chemical, certainty)) }),
    ...(discrepancies && { discrepancies }),
    ...(handling && { handling }),
  };
}

function countedGoods({ chemical, packages, net }: GoodsLine): GoodsLine {
  return {
    declaredText: NOT_SHARED,
    ...(chemical !== undefined && { chemical }),
    ...(packages !== undefined && { packages }),
    ...(net && { net }),
  };
}

const foundChemical = (
  chemical: string | undefined,
  certainty: NonNullable<ControlLine['found']>[number]['certainty'],
): NonNullable<ControlLine['found']>[number] => ({
  substance: NOT_SHARED,
  ...(chemical !== undefined && { chemical }),
  certainty,
});

function sharedCase(entry: CaseEntry, isTotals: boolean, pseudonyms: Pseudonyms): CaseEntry {
  const { lineIds } = entry;
  if (!isTotals) return lineIds ? { ...entry, lineIds: lineIds.map((id) => pseudonyms.line(id)) } : entry;
  const kept = { ...entry };
  for (const field of ['at', 'lineIds', 'concealment', 'wanted', 'riskIndicator'] as const)
    delete kept[field];
  return kept;
}

/** A follow-up names its line as the line is named in its own report, of whatever day. */
const aboutLine = (entry: FollowUp, pseudonyms: Pseudonyms): FollowUp =>
  entry.lineId === undefined ? entry : { ...entry, lineId: pseudonyms.line(entry.lineId) };

/** Leaves out texts that hold what is not shared; what the format needs is put as not shared. */
function withoutTexts(value: unknown, names: Names): unknown {
  if (Array.isArray(value))
    return value
      .filter((entry) => typeof entry !== 'string' || !names(entry))
      .map((entry) => withoutTexts(entry, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, of]) => {
      if (DISPENSABLE_TEXTS.has(field) && textsOf(of).some(names)) return [];
      if (NEEDED_TEXTS.has(field) && typeof of === 'string' && names(of)) return [[field, NOT_SHARED]];
      return [[field, withoutTexts(of, names)]];
    }),
  );
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsOf);
  return typeof value === 'string' ? [value] : [];
}
