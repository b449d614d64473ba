import { type CaseEntry } from '#libs/contracts/daily-report/case-entry.dto.js';
import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { matchingKey } from '#libs/reference/identifiers/matching-key.js';
import { forwardedCounters } from './forwarded-counters.domain.js';

/** The withheld lines, as what is kept could refer to them. */
interface Withheld {
  readonly lineIds: ReadonlySet<string>;
  /** Folded numbers of the transport units. */
  readonly numbers: ReadonlySet<string>;
}

/** A shorter number is met in a text by chance. */
const SHORTEST_IN_TEXT = 4;

const fold = (number: string): string => matchingKey('other', number).slice('other:'.length);

const isWithheld = (record: ControlLine | CaseEntry): boolean => record.handling === 'withheld';

/**
 * What leaves the country: the content without withheld lines and cases. What is kept refers to none of them: neither a
 * case by line id, nor a line by the number of its wagon or of the unit it was reloaded from or to, nor a counter that
 * includes them, nor a free text that names the number (the text is left out).
 */
export function forwardedContent(content: DailyReportContent): DailyReportContent {
  const withheldLines = (content.lines ?? []).filter(isWithheld);
  const withheld = {
    lineIds: new Set(withheldLines.map((line) => line.lineId)),
    numbers: new Set(withheldLines.map((line) => fold(line.number))),
  };
  const lines = content.lines
    ?.filter((line) => !isWithheld(line))
    .map((line) => withoutNumbers(line, withheld));
  const cases = content.cases
    ?.filter((entry) => !isWithheld(entry))
    .map((entry) => withoutTexts(withoutLineIds(entry, withheld), withheld));
  const remarks = content.remarks?.filter(({ text }) => !names(text, withheld));
  const counters = forwardedCounters(content);
  return {
    ...content,
    ...(counters && { counters }),
    ...(lines && { lines }),
    ...(cases && { cases }),
    ...(remarks && { remarks }),
  };
}

function withoutNumbers(line: ControlLine, { numbers }: Withheld): ControlLine {
  const kept = { ...line };
  for (const field of ['parent', 'reloadedFrom', 'reloadedTo'] as const) {
    const number = kept[field];
    if (number !== undefined && numbers.has(fold(number))) delete kept[field];
  }
  return kept;
}

function withoutLineIds(entry: CaseEntry, { lineIds }: Withheld): CaseEntry {
  return entry.lineIds ? { ...entry, lineIds: entry.lineIds.filter((id) => !lineIds.has(id)) } : entry;
}

function withoutTexts(entry: CaseEntry, withheld: Withheld): CaseEntry {
  const kept = { ...entry };
  for (const field of ['concealment', 'riskIndicator', 'wanted'] as const)
    if (names(kept[field] ?? '', withheld)) delete kept[field];
  const { en = '', ru = '' } = kept.bulletinText ?? {};
  if (names(`${en} ${ru}`, withheld)) delete kept.bulletinText;
  return kept;
}

function names(text: string, { numbers }: Withheld): boolean {
  if (numbers.size === 0 || text === '') return false;
  const folded = fold(text);
  return [...numbers].some((number) => number.length >= SHORTEST_IN_TEXT && folded.includes(number));
}
