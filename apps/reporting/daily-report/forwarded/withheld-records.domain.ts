import { type CaseEntry } from '#libs/contracts/daily-report/case-entry.dto.js';
import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type FollowUp } from '#libs/contracts/daily-report/follow-up.dto.js';
import { type Handling } from '#libs/contracts/vocabulary.js';
import { fold, NamedNumbers } from './named-numbers.domain.js';

/** Withheld records outside the report, as far as the report could refer to them. */
export interface WithheldElsewhere {
  /** Withheld lines of the country, whatever their unit and day. */
  readonly lines: readonly ControlLine[];
  /** Ids of the unit's withheld lines by operation day. */
  readonly lineIds: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids of the unit's withheld cases. */
  readonly caseIds: ReadonlySet<string>;
}

export const NOTHING_ELSEWHERE: WithheldElsewhere = { lines: [], lineIds: new Map(), caseIds: new Set() };

/** What must not be told when a report is forwarded. */
export interface WithheldRecords {
  /** Folded numbers of withheld transport units that no kept line has. */
  readonly unitNumbers: ReadonlySet<string>;
  /** Every number and id by which a text could name a withheld record. */
  readonly named: NamedNumbers;
  isLine(day: string, lineId: string): boolean;
  isCase(caseId: string): boolean;
}

/** Shorter ones are met in a text by chance. */
const SHORTEST = { unit: 4, other: 5, id: 6 };

export const isWithheld = ({ handling }: { readonly handling?: Handling }): boolean =>
  handling === 'withheld';

const foldedOf = (numbers: readonly (string | undefined)[], shortest: number): string[] =>
  numbers
    .flatMap((number) => number ?? [])
    .map(fold)
    .filter((number) => number.length >= shortest);

/** The withheld records of a report and of what it can refer to. */
export function withheldRecords(content: DailyReportContent, elsewhere: WithheldElsewhere): WithheldRecords {
  const { lines = [], cases = [], followUps = [] } = content;
  const withheldHere = lines.filter(isWithheld);
  const withheld = [...withheldHere, ...elsewhere.lines];
  const kept = lines.filter((line) => !isWithheld(line));
  const keptNumbers = new Set(kept.map(({ number }) => fold(number)));
  const unitNumbers = new Set(
    withheld.map(({ number }) => fold(number)).filter((one) => !keptNumbers.has(one)),
  );
  const caseIds = new Set([...cases.filter(isWithheld).map(({ caseId }) => caseId), ...elsewhere.caseIds]);
  const lineIds = new Set(withheldHere.map(({ lineId }) => lineId));
  return {
    unitNumbers,
    named: new NamedNumbers(
      numbersOf(withheld, kept, unitNumbers),
      idsOf(withheld, [...cases, ...followUps].filter(isWithheld)),
    ),
    isLine: (day, id) =>
      day === content.operationDay ? lineIds.has(id) : (elsewhere.lineIds.get(day)?.has(id) ?? false),
    isCase: (id) => caseIds.has(id),
  };
}

/** A number that a kept line has in its own right tells nothing of a withheld one. */
function numbersOf(
  withheld: readonly ControlLine[],
  kept: readonly ControlLine[],
  unitNumbers: ReadonlySet<string>,
): string[] {
  const own = new Set(
    kept.flatMap((line) => [
      ...foldedOf([line.number, ...numbersBesides(line)], 1),
      ...foldedOf(unitsBesides(line), 1).filter((number) => !unitNumbers.has(number)),
    ]),
  );
  const names = [
    ...foldedOf(
      withheld.map(({ number }) => number),
      SHORTEST.unit,
    ),
    ...foldedOf(
      withheld.flatMap((line) => [...numbersBesides(line), ...unitsBesides(line)]),
      SHORTEST.other,
    ),
  ];
  return names.filter((name) => !own.has(name));
}

function idsOf(lines: readonly ControlLine[], others: readonly (CaseEntry | FollowUp)[]): string[] {
  const ids = others.map((record) => ('followUpId' in record ? record.followUpId : record.caseId));
  return [...ids, ...lines.map(({ lineId }) => lineId)].filter((id) => id.length >= SHORTEST.id);
}

/** Numbers that a line has beside that of its transport unit. */
function numbersBesides(line: ControlLine): (string | undefined)[] {
  return [
    line.document?.number,
    ...(line.plates ?? []),
    ...(line.sealsFound ?? []),
    ...(line.sealsApplied ?? []),
  ];
}

/** Numbers of other transport units that a line names. */
function unitsBesides(line: ControlLine): (string | undefined)[] {
  return [line.parent, line.reloadedFrom, line.reloadedTo];
}
