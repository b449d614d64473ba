import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { isSupplementary } from './bulletin-kind.js';
import type { HeadlineView } from './bulletin-view.types.js';
import { coverageTotals } from './coverage-totals.js';
import { furtherDayFigure } from './day-figure.js';
import { supplementaryHeadlines } from './supplementary-page.js';
import type { Wording } from './wording.js';

const HEADLINES = [
  ['headline.controls', 'controls'],
  ['headline.transport_units', 'transportUnits'],
  ['headline.with_discrepancy', 'withDiscrepancy'],
  ['headline.seizures', 'seizures'],
] as const;

/** The four figures at the top, of the day and cumulative; in a supplementary bulletin, what it changes. */
export function headlines(snapshot: DaySnapshot, wording: Wording): HeadlineView[] {
  if (isSupplementary(snapshot)) return supplementaryHeadlines(snapshot, wording);
  const units = coverageTotals(snapshot);
  return HEADLINES.map(([key, figure]) => ({
    label: wording.say(key),
    day: furtherDayFigure(snapshot.day[figure], units, wording),
    cumulativeLabel: wording.say('headline.cumulative'),
    cumulative: wording.integer(snapshot.cumulative[figure]),
  }));
}
