import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { isSupplementary } from '../bulletin-kind.js';
import type { SectionView, TableView } from '../bulletin-view.types.js';
import { coverageTotals } from '../coverage-totals.js';
import { furtherDayFigure } from '../day-figure.js';
import { ALL_FIGURES, figureLabel } from '../figure-labels.js';
import { numberColumn, tableOf, textColumn } from '../tables.js';
import type { Wording } from '../wording.js';
import { ADDITIVE_FIGURES, TERMS } from '../../check-figures.js';
import { section } from './section.js';

const SUM_LABELS = {
  previous: 'sum.previous',
  day: 'sum.day',
  reportedLater: 'sum.later',
  supplements: 'sum.supplements',
  corrections: 'sum.corrections',
  followUps: 'sum.follow_ups',
  cumulative: 'sum.cumulative',
} as const satisfies Record<keyof DaySnapshot['sum'], string>;

/** Seven columns side by side: each as wide as the longest word of its Russian head. */
const SUM_WEIGHTS = {
  previous: 1.25,
  day: 1,
  reportedLater: 1.1,
  supplements: 1.25,
  corrections: 1.3,
  followUps: 1.4,
  cumulative: 1.4,
} as const satisfies Record<keyof DaySnapshot['sum'], number>;

/** All figures of the day, and how the cumulative ones came about. */
export function figuresSection(snapshot: DaySnapshot, wording: Wording): SectionView {
  const { say } = wording;
  return section(
    'figures',
    say(isSupplementary(snapshot) ? 'supplementary.figures' : 'all_figures.heading'),
    {
      tables: [allFigures(snapshot, wording), sumTable(snapshot, wording)],
    },
  );
}

function allFigures(snapshot: DaySnapshot, wording: Wording): TableView {
  const { say } = wording;
  const units = coverageTotals(snapshot);
  const later = isSupplementary(snapshot);
  const ofDay = (value: number) => (later ? wording.integer(value) : furtherDayFigure(value, units, wording));
  const columns = [
    textColumn(say('all_figures.figure')),
    numberColumn(say(later ? 'supplementary.period' : 'all_figures.day')),
    numberColumn(say('all_figures.cumulative')),
  ];
  const rows = ALL_FIGURES.map((figure) => ({
    header: figureLabel(figure, wording),
    cells: [ofDay(snapshot.day[figure]), wording.integer(snapshot.cumulative[figure])],
  }));
  return tableOf(say(later ? 'supplementary.figures_caption' : 'all_figures.caption'), columns, rows, [
    say('figures.overlap_note'),
  ]);
}

function sumTable(snapshot: DaySnapshot, wording: Wording): TableView {
  const { say } = wording;
  const { sum } = snapshot;
  const later = isSupplementary(snapshot);
  const label = (term: keyof DaySnapshot['sum']) =>
    later && term === 'day' ? 'supplementary.period' : SUM_LABELS[term];
  const columns = [
    textColumn(say('all_figures.figure'), 2),
    ...[...TERMS, 'cumulative' as const].map((term) => numberColumn(say(label(term)), SUM_WEIGHTS[term])),
  ];
  const rows = ADDITIVE_FIGURES.map((figure) => ({
    header: figureLabel(figure, wording),
    cells: [
      wording.integer(sum.previous[figure]),
      ...TERMS.slice(1).map((term) => wording.difference(sum[term][figure])),
      wording.integer(sum.cumulative[figure]),
    ],
  }));
  return tableOf(say('cumulative.heading'), columns, rows, [
    say(later ? 'supplementary.sum_note' : 'sum.note'),
  ]);
}
