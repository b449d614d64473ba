import { sha256Hex } from '#libs/contracts/canonical-json.js';
import { type CaseEntry } from '#libs/contracts/daily-report/case-entry.dto.js';
import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type FollowUp } from '#libs/contracts/daily-report/follow-up.dto.js';
import { forwardedCounters } from './forwarded-counters.domain.js';
import { withoutNames } from './forwarded-texts.domain.js';
import { fold } from './named-numbers.domain.js';
import {
  isWithheld,
  NOTHING_ELSEWHERE,
  withheldRecords,
  type WithheldElsewhere,
  type WithheldRecords,
} from './withheld-records.domain.js';

/** Lists of a report; an empty one says nothing and is left out, so that an emptied one does not show either. */
const LISTS = ['counters', 'lines', 'cases', 'followUps', 'remarks', 'equipmentOutOfOrder'] as const;

/** A shorter number is met in an id by chance. */
const SHORTEST_IN_ID = 7;

/**
 * What leaves the country: the content without withheld lines, cases and follow-ups, as if they had never been entered.
 * What is kept refers to none of them: neither a case by line id, nor a line by the number of its wagon or of the unit
 * it was reloaded from or to, nor a follow-up, nor a counter that includes them, nor a text that names their numbers.
 * The author of a line stays in the country as well.
 * @param elsewhere withheld records of other days and units of the country
 */
export function forwardedContent(
  content: DailyReportContent,
  elsewhere: WithheldElsewhere = NOTHING_ELSEWHERE,
): DailyReportContent {
  const withheld = withheldRecords(content, elsewhere);
  const { named } = withheld;
  const { lines, cases, followUps, remarks, equipmentOutOfOrder, ...header } = content;
  const counters = forwardedCounters(content);
  const kept: DailyReportContent = {
    ...withoutNames(header, named),
    ...(counters && { counters }),
    ...(lines && { lines: lines.filter(isKept).map((line) => forwardedLine(line, withheld)) }),
    ...(cases && {
      cases: cases.filter(isKept).map((entry) => forwardedCase(entry, withheld, content.operationDay)),
    }),
    ...(followUps && {
      followUps: followUps
        .filter((entry) => isKept(entry) && !isAboutWithheld(entry, withheld, content.operationDay))
        .map((entry) => forwardedFollowUp(entry, withheld)),
    }),
    ...(remarks && { remarks: remarks.filter(({ text }) => !named.areIn(text)) }),
    ...(equipmentOutOfOrder && {
      equipmentOutOfOrder: equipmentOutOfOrder.filter((text) => !named.areIn(text)),
    }),
  };
  for (const list of LISTS) if (kept[list]?.length === 0) delete kept[list];
  return kept;
}

/** Whether a text about the report names a withheld record and so stays in the country. */
export function namesWithheld(
  text: string,
  content: DailyReportContent,
  elsewhere: WithheldElsewhere = NOTHING_ELSEWHERE,
): boolean {
  return withheldRecords(content, elsewhere).named.areIn(text);
}

const isKept = (record: ControlLine | CaseEntry | FollowUp): boolean => !isWithheld(record);

function forwardedLine({ author: _author, ...line }: ControlLine, withheld: WithheldRecords): ControlLine {
  const kept: ControlLine = { ...line, lineId: forwardedId(line.lineId, withheld) };
  for (const field of ['parent', 'reloadedFrom', 'reloadedTo'] as const) {
    const number = kept[field];
    if (number !== undefined && withheld.unitNumbers.has(fold(number))) delete kept[field];
  }
  return withoutNames(kept, withheld.named);
}

function forwardedCase(entry: CaseEntry, withheld: WithheldRecords, day: string): CaseEntry {
  const { lineIds, ...rest } = entry;
  const keptIds = (lineIds ?? [])
    .filter((id) => !withheld.isLine(day, id))
    .map((id) => forwardedId(id, withheld));
  const kept = { ...rest, caseId: forwardedId(entry.caseId, withheld) };
  return withoutNames(keptIds.length > 0 ? { ...kept, lineIds: keptIds } : kept, withheld.named);
}

function isAboutWithheld(
  { caseId, lineDay, lineId }: FollowUp,
  withheld: WithheldRecords,
  day: string,
): boolean {
  if (caseId !== undefined && withheld.isCase(caseId)) return true;
  return lineId !== undefined && withheld.isLine(lineDay ?? day, lineId);
}

function forwardedFollowUp(entry: FollowUp, withheld: WithheldRecords): FollowUp {
  const kept: FollowUp = { ...entry, followUpId: forwardedId(entry.followUpId, withheld) };
  if (entry.caseId !== undefined) kept.caseId = forwardedId(entry.caseId, withheld);
  if (entry.lineId !== undefined) kept.lineId = forwardedId(entry.lineId, withheld);
  return withoutNames(kept, withheld.named);
}

/** An id that was made of a withheld number leaves as another one, always the same. */
function forwardedId(id: string, { named }: WithheldRecords): string {
  return named.haveNumberIn(id, SHORTEST_IN_ID) ? renamedId(id) : id;
}

/** The id that stands abroad for one that was made of a withheld number. */
export const renamedId = (id: string): string => `id-${sha256Hex(id).slice(0, 24)}`;
