import { type FollowUp } from '#libs/contracts/daily-report/follow-up.dto.js';
import { inBasisOrder, unitDayKey, type ForwardedRevision } from './basis.domain.js';
import { type AttributedCase, type Contribution } from './contributions.domain.js';
import { type TalliedLine } from './report-tally.domain.js';

/** A counted line with its day. */
export interface CountedLine {
  readonly line: TalliedLine;
  readonly unit: string;
  readonly operationDay: string;
}

/** A follow-up of a counted revision with the counted case or line that it meets. */
export interface CountedFollowUp {
  readonly followUp: FollowUp;
  /** The revision that carries it. */
  readonly carrier: ForwardedRevision;
  readonly attributed: AttributedCase | undefined;
  readonly line: CountedLine | undefined;
}

/** Names a follow-up inside one operation: `unit|day|followUpId`. */
export const followUpKey = ({ carrier, followUp }: Pick<CountedFollowUp, 'carrier' | 'followUp'>): string =>
  `${carrier.unit}|${carrier.operationDay}|${followUp.followUpId}`;

/** The follow-ups of the counted revisions, in basis order, then in their order in the report. */
export function countedFollowUps(contributions: ReadonlyMap<string, Contribution>): CountedFollowUp[] {
  const carriers = [...contributions.values()]
    .map(({ revision }) => revision)
    .filter(({ tally }) => tally.followUps.length > 0);
  if (carriers.length === 0) return [];
  const cases = casesById(contributions);
  const lineOf = lineFinder(contributions);
  return inBasisOrder(carriers).flatMap((carrier) =>
    carrier.tally.followUps.map((followUp) => ({
      followUp,
      carrier,
      attributed: followUp.caseId === undefined ? undefined : cases.get(followUp.caseId),
      line: lineOf(carrier.unit, followUp),
    })),
  );
}

function casesById(contributions: ReadonlyMap<string, Contribution>): Map<string, AttributedCase> {
  const cases = [...contributions.values()].flatMap((contribution) => contribution.cases);
  return new Map(cases.map((attributed) => [attributed.entry.caseId, attributed]));
}

/** Finds lines of counted revisions; the lines of a unit-day are indexed when one of them is asked for. */
function lineFinder(
  contributions: ReadonlyMap<string, Contribution>,
): (unit: string, followUp: FollowUp) => CountedLine | undefined {
  const indexed = new Map<string, ReadonlyMap<string, TalliedLine>>();
  const linesOf = (key: string): ReadonlyMap<string, TalliedLine> => {
    const lines =
      indexed.get(key) ??
      new Map((contributions.get(key)?.revision.tally.lines ?? []).map((line) => [line[0], line]));
    indexed.set(key, lines);
    return lines;
  };
  return (unit, { lineDay, lineId }) => {
    if (lineDay === undefined || lineId === undefined) return undefined;
    const line = linesOf(unitDayKey({ operationDay: lineDay, unit })).get(lineId);
    return line && { line, unit, operationDay: lineDay };
  };
}
