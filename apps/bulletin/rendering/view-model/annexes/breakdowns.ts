import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import type { CountEntry } from '#libs/contracts/operation-day/figures.dto.js';
import type { LabelSet } from '#libs/localization/labels.js';
import { isSupplementary } from '../bulletin-kind.js';
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
  const day = say(isSupplementary(snapshot) ? 'supplementary.period' : 'all_figures.day');
  const counts = (...given: Given) => countsTable(day, given, wording);
  const tables = [
    counts(say('breakdown.method'), say('column.method'), 'method', snapshot.byMethod),
    counts(
      say('breakdown.transport_kind'),
      say('column.transport_kind'),
      'transport_kind_plural',
      snapshot.byTransportKind,
    ),
    counts(say('breakdown.regime'), say('column.regime'), 'regime', snapshot.byRegime),
    counts(say('breakdown.outcome'), say('column.outcome'), 'outcome', snapshot.byOutcome),
    counts(say('breakdowns.counters'), say('breakdowns.counter'), 'counter', snapshot.declaredCounters),
  ];
  return section('breakdowns', say('breakdowns.heading'), { tables: tables.flat() });
}

type Given = readonly [caption: string, column: string, labels: LabelSet, entries: readonly CountEntry[]];

function countsTable(day: string, [caption, column, labels, entries]: Given, wording: Wording): TableView[] {
  if (entries.length === 0) return [];
  const { say } = wording;
  const columns = [
    textColumn(column, 2.2),
    numberColumn(day, 0.75),
    numberColumn(say('all_figures.cumulative')),
  ];
  const rows = entries.map(({ code, day: ofDay, cumulative }) => ({
    header: atLineStart(wording.label(labels, code)),
    cells: [wording.integer(ofDay), wording.integer(cumulative)],
  }));
  const note = NOTES[labels];
  return [tableOf(caption, columns, rows, note ? [say(note)] : [])];
}
