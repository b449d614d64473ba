import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { isPseudonym } from '../pseudonyms.js';
import { namesNobody, nameWords } from './company-name.domain.js';
import { isName, type NominalKind } from './nominal-kinds.js';
import { foldWords } from './nominal-fold.domain.js';

/** A nominal value and what of it is compared. */
export interface ReportedValue {
  readonly kind: NominalKind;
  readonly value: string;
  readonly folded: string;
}

/** What of a value is compared: folded words, of a name without the legal form. */
export const comparedWords = (kind: NominalKind, value: string): string[] =>
  isName(kind) ? nameWords(value) : foldWords(value);

/** The nominal values of a report, each once, by kind and folded form. */
export function nominalValues(content: Pick<DailyReportContent, 'lines'>): ReportedValue[] {
  const found = new Map<string, ReportedValue>();
  for (const [kind, value] of (content.lines ?? []).flatMap(valuesOfLine)) {
    const words = comparedWords(kind, value);
    const folded = words.join('');
    const key = `${kind}|${folded}`;
    if (isIdentifying(kind, folded) && !namesNobody(words) && !found.has(key)) {
      found.set(key, { kind, value, folded });
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

/** Up to three digits identify nothing, nor does one letter: a text says "12 containers" and «и». */
function isIdentifying(kind: NominalKind, folded: string): boolean {
  if (folded.length > 3) return true;
  return folded.length > 1 && (isName(kind) || /\p{L}/u.test(folded));
}

function valuesOfLine(line: ControlLine): [NominalKind, string][] {
  const ofTruck = line.transportKind === 'truck';
  const kinds: [NominalKind, (string | undefined)[]][] = [
    ['consignor', [line.consignor?.name]],
    ['consignee', [line.consignee?.name]],
    [
      'plate',
      [...(line.plates ?? []), line.reloadedFrom, line.reloadedTo, ofTruck ? line.number : undefined],
    ],
    ['transport_number', [ofTruck ? undefined : line.number, line.parent]],
    ['document_number', [line.document?.number]],
    ['seal', [...(line.sealsFound ?? []), ...(line.sealsApplied ?? [])]],
    ['pre_export_notification', [line.preExportNotification]],
    ['warning_number', [line.warningNumber]],
  ];
  return kinds.flatMap(([kind, values]) =>
    values.flatMap((value): [NominalKind, string][] =>
      value === undefined || isPseudonym(value) ? [] : [[kind, value]],
    ),
  );
}
