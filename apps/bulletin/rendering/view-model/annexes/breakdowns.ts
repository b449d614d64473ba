import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import type { CountEntry } from '#libs/contracts/operation-day/figures.dto.js';
import type { LabelSet } from '#libs/localization/labels.js';
import type { SectionView, TableView } from '../bulletin-view.types.js';
import { numberColumn, tableOf, textColumn } from '../tables.js';
import { atLineStart, type Wording } from '../wording.js';
import { section } from './section.js';

const NOTES: Partial<Record<LabelSet, 'figures.overlap_note' | 'breakdowns.outcome_note'>> = {
  method: 'figures.overlap_note',
  counter: 'figures.overlap_note',
  outcome: 'breakdowns.outcome_note',
};

/** Counts by code: one table for each way of looking at the same controls. */
export function breakdownsSection(snapshot: DaySnapshot, wording: Wording): SectionView {
  const { say } = wording;
  const tables = [
    counts(say('breakdown.method'), say('column.method'), 'method', snapshot.byMethod, wording),
    counts(
      say('breakdown.transport_kind'),
      say('column.transport_kind'),
      'transport_kind_plural',
      snapshot.byTransportKind,
      wording,
    ),
    counts(say('breakdown.regime'), say('column.regime'), 'regime', snapshot.byRegime, wording),
    counts(say('breakdown.outcome'), say('column.outcome'), 'outcome', snapshot.byOutcome, wording),
    counts(
      say('breakdowns.counters'),
      say('breakdowns.counter'),
      'counter',
      snapshot.declaredCounters,
      wording,
    ),
  ];
  return section('breakdowns', say('breakdowns.heading'), { tables: tables.flat() });
}

function counts(
  caption: string,
  column: string,
  labels: LabelSet,
  entries: readonly CountEntry[],
  wording: Wording,
): TableView[] {
  if (entries.length === 0) return [];
  const { say } = wording;
  const columns = [
    textColumn(column, 2.2),
    numberColumn(say('all_figures.day'), 0.75),
    numberColumn(say('all_figures.cumulative')),
  ];
  const rows = entries.map(({ code, day, cumulative }) => ({
    header: atLineStart(wording.label(labels, code)),
    cells: [wording.integer(day), wording.integer(cumulative)],
  }));
  const note = NOTES[labels];
  return [tableOf(caption, columns, rows, note ? [say(note)] : [])];
}
