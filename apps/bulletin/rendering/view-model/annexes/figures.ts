import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import type { Figures } from '#libs/contracts/operation-day/figures.dto.js';
import type { SectionView, TableView } from '../bulletin-view.types.js';
import { coverageTotals } from '../coverage-totals.js';
import { furtherDayFigure } from '../day-figure.js';
import { numberColumn, tableOf, textColumn } from '../tables.js';
import type { Wording } from '../wording.js';
import { ADDITIVE_FIGURES, TERMS } from '../../check-figures.js';
import { section } from './section.js';

const ALL = [
  'controls',
  'transportUnits',
  'consignments',
  'inspections',
  'examinations',
  'withDiscrepancy',
  'detentions',
  'seizures',
  'pending',
  'confirmed',
] as const satisfies readonly (keyof Figures)[];

const LABELS = {
  controls: 'figure.controls',
  transportUnits: 'figure.transport_units',
  consignments: 'figure.consignments',
  inspections: 'figure.inspections',
  examinations: 'figure.examinations',
  withDiscrepancy: 'figure.with_discrepancy',
  detentions: 'figure.detentions',
  seizures: 'figure.seizures',
  pending: 'figure.pending',
  confirmed: 'figure.confirmed',
} as const satisfies Record<keyof Figures, string>;

const SUM_LABELS = {
  previous: 'sum.previous',
  day: 'sum.day',
  reportedLater: 'sum.later',
  supplements: 'sum.supplements',
  corrections: 'sum.corrections',
  followUps: 'sum.follow_ups',
  cumulative: 'sum.cumulative',
} as const satisfies Record<keyof DaySnapshot['sum'], string>;

export const figureLabel = (figure: keyof Figures, { say }: Wording): string => say(LABELS[figure]);

/** All figures of the day, and how the cumulative ones came about. */
export function figuresSection(snapshot: DaySnapshot, wording: Wording): SectionView {
  const { say } = wording;
  return section('figures', say('all_figures.heading'), {
    tables: [allFigures(snapshot, wording), sumTable(snapshot, wording)],
  });
}

function allFigures(snapshot: DaySnapshot, wording: Wording): TableView {
  const { say } = wording;
  const units = coverageTotals(snapshot);
  const columns = [
    textColumn(say('all_figures.figure')),
    numberColumn(say('all_figures.day')),
    numberColumn(say('all_figures.cumulative')),
  ];
  const rows = ALL.map((figure) => ({
    header: figureLabel(figure, wording),
    cells: [
      furtherDayFigure(snapshot.day[figure], units, wording),
      wording.integer(snapshot.cumulative[figure]),
    ],
  }));
  return tableOf(say('all_figures.caption'), columns, rows, [say('figures.overlap_note')]);
}

function sumTable({ sum }: DaySnapshot, wording: Wording): TableView {
  const { say } = wording;
  const columns = [
    textColumn(say('all_figures.figure'), 2.3),
    ...[...TERMS, 'cumulative' as const].map((term) => numberColumn(say(SUM_LABELS[term]), 1.15)),
  ];
  const rows = ADDITIVE_FIGURES.map((figure) => ({
    header: figureLabel(figure, wording),
    cells: [
      wording.integer(sum.previous[figure]),
      ...TERMS.slice(1).map((term) => wording.difference(sum[term][figure])),
      wording.integer(sum.cumulative[figure]),
    ],
  }));
  return tableOf(say('cumulative.heading'), columns, rows, [say('sum.note')]);
}
