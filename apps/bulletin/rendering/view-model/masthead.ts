import { formatBulletinNumber } from '#libs/localization/bulletin-number.js';
import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { formatDayRange, formatInstant } from '#libs/localization/dates.js';
import { isSupplementary, periodOf } from './bulletin-kind.js';
import type { BulletinView, FactView } from './bulletin-view.types.js';
import { plainText } from './plain-text.js';
import type { Wording } from './wording.js';

type Masthead = Pick<
  BulletinView,
  'documentTitle' | 'marking' | 'title' | 'operation' | 'facts' | 'footer' | 'pageNumber'
>;

export const PAGE_PLACE = '\ue000';
export const PAGES_PLACE = '\ue001';

/** Top and foot of the bulletin. */
export function masthead(snapshot: DaySnapshot, issuedAt: string, wording: Wording): Masthead {
  const { language, say } = wording;
  const number = formatBulletinNumber(snapshot.number, snapshot.revision, language);
  const title = say(isSupplementary(snapshot) ? 'bulletin.supplementary_title' : 'bulletin.numbered_title', {
    number,
  });
  const operation = plainText(snapshot.operation.name[language]);
  return {
    documentTitle: say('page.title', { title, operation }),
    marking: plainText(snapshot.operation.marking[language]),
    title,
    operation,
    facts: facts(snapshot, issuedAt, wording),
    footer: `${operation} · ${number}`,
    pageNumber: say('bulletin.page', { page: PAGE_PLACE, pages: PAGES_PLACE }),
  };
}

function facts(snapshot: DaySnapshot, issuedAt: string, wording: Wording): FactView[] {
  const { language, say } = wording;
  const instant = (at: string) => formatInstant(at, snapshot.operation.coordinationTimeZone, language);
  return [
    operationFact(snapshot, wording),
    { label: say('fact.period'), value: say('fact.period_value', { day: periodOf(snapshot, language) }) },
    { label: say('fact.cut_off'), value: instant(snapshot.cutOffAt) },
    { label: say('fact.issued'), value: instant(issuedAt) },
  ];
}

/** Which day of the operation it is; after its end, when it was. */
function operationFact(snapshot: DaySnapshot, { language, say }: Wording): FactView {
  const { firstDay, lastDay } = snapshot.operation;
  if (isSupplementary(snapshot))
    return { label: say('fact.operation'), value: formatDayRange(firstDay, lastDay, language) };
  const days = { day: snapshot.dayNumber, days: snapshot.dayCount };
  return { label: say('fact.operation_day'), value: say('fact.operation_day_value', days) };
}
