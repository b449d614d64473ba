import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import type { AdditiveFigures } from '#libs/contracts/operation-day/figures.dto.js';
import { followUpWords } from './annexes/follow-ups.js';
import type { BulletinView, HeadlineView, TableView } from './bulletin-view.types.js';
import { SHORT_LABELS } from './country-table.js';
import { numberColumn, tableOf, textColumn } from './tables.js';
import type { Wording } from './wording.js';

const FIRST_PAGE_FOLLOW_UPS = 6;

const HEADLINES = [
  ['headline.confirmed', 'confirmed'],
  ['headline.pending', 'pending'],
  ['headline.seizures', 'seizures'],
  ['headline.controls', 'controls'],
] as const;

/** What the bulletin changes in the figures, and where they stand now. */
export function supplementaryHeadlines({ sum }: DaySnapshot, wording: Wording): HeadlineView[] {
  return HEADLINES.map(([key, figure]) => ({
    label: wording.say(key),
    day: wording.difference(sum.cumulative[figure] - sum.previous[figure]),
    cumulativeLabel: wording.say('headline.cumulative'),
    cumulative: wording.integer(sum.cumulative[figure]),
  }));
}

const COLUMNS = [
  ['controls', 1.3],
  ['withDiscrepancy', 2.1],
  ['detentions', 1.7],
  ['seizures', 1.3],
  ['pending', 2.3],
  ['confirmed', 1.9],
] as const satisfies readonly (readonly [figure: keyof AdditiveFigures, weight: number])[];

/** Where the countries stand; nothing is awaited from a unit any more. */
export function supplementaryTable(snapshot: DaySnapshot, wording: Wording): TableView {
  const { say } = wording;
  const columns = [
    textColumn(say('table.country'), 2),
    ...COLUMNS.map(([figure, weight]) => numberColumn(say(SHORT_LABELS[figure]), weight)),
  ];
  const cells = (figures: AdditiveFigures) => COLUMNS.map(([figure]) => wording.integer(figures[figure]));
  const rows = wording
    .inOrder(snapshot.countries)
    .map(({ country, cumulative }) => ({ header: wording.country(country), cells: cells(cumulative) }));
  const total = { header: say('table.total'), cells: cells(snapshot.cumulative), isTotal: true };
  return tableOf(say('supplementary.by_country'), columns, [...rows, total]);
}

/** What became known, as far as the first page holds it; cases that were reported late stand in the annex. */
export function supplementaryNews(snapshot: DaySnapshot, wording: Wording): BulletinView['cases'] {
  const { say } = wording;
  const shown = snapshot.followUps.slice(0, FIRST_PAGE_FOLLOW_UPS);
  const more = snapshot.followUps.length - shown.length;
  const items = shown.map((one) => say('follow_up.news', followUpWords(one, snapshot, wording)));
  return {
    heading: say('changes.follow_ups'),
    items: items.length === 0 ? [say('follow_ups.none')] : items,
    note: more > 0 ? say('follow_ups.more', { count: more }) : null,
  };
}
