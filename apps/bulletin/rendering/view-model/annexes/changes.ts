import type { DaySnapshot, EarlierDayChange } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { formatDayShort } from '#libs/localization/dates.js';
import type { SectionView, TableView } from '../bulletin-view.types.js';
import { tableOf, textColumn } from '../tables.js';
import { atLineStart, type Wording } from '../wording.js';
import { ADDITIVE_FIGURES } from '../../check-figures.js';
import { SHORT_LABELS } from '../country-table.js';
import { section } from './section.js';
import { unitNames } from './unit-names.js';

/** Corrections and later reports of earlier days that this bulletin is the first to count. */
export function changesSection(snapshot: DaySnapshot, wording: Wording): SectionView {
  const { say } = wording;
  const later = snapshot.earlierDayChanges.filter(({ kind }) => kind === 'reported_later');
  const corrected = snapshot.earlierDayChanges.filter(({ kind }) => kind !== 'reported_later');
  const tables = [
    changesTable(say('changes.corrections'), corrected, snapshot, wording),
    changesTable(say('changes.reported_later'), later, snapshot, wording),
  ].flat();
  const paragraphs = tables.length === 0 ? [say('changes.none')] : [];
  return section('changes', say('changes.heading'), { paragraphs, tables });
}

function changesTable(
  caption: string,
  changes: readonly EarlierDayChange[],
  snapshot: DaySnapshot,
  wording: Wording,
): TableView[] {
  if (changes.length === 0) return [];
  const { say, language } = wording;
  const nameOf = unitNames(snapshot, language);
  const columns = [
    textColumn(say('changes_table.unit'), 2.5),
    textColumn(say('changes_table.day'), 1.3),
    textColumn(say('changes_table.revision'), 1.1),
    textColumn(say('changes_table.reason'), 2.3),
    textColumn(say('changes_table.difference'), 3),
  ];
  const rows = changes.map((change) => ({
    header: `${nameOf(change.unit)}, ${wording.country(change.country)}`,
    cells: [
      formatDayShort(change.operationDay, language),
      wording.integer(change.revision),
      reasonOf(change, wording),
      differencesOf(change, wording),
    ],
  }));
  return [tableOf(caption, columns, rows)];
}

function reasonOf({ kind, reason }: EarlierDayChange, wording: Wording): string {
  if (kind === 'void') return atLineStart(wording.say('changes_table.void'));
  return reason === undefined ? '—' : atLineStart(wording.label('correction_reason', reason));
}

function differencesOf({ difference }: EarlierDayChange, wording: Wording): string {
  const changed = ADDITIVE_FIGURES.filter((figure) => difference[figure] !== 0);
  if (changed.length === 0) return wording.say('changes_table.no_difference');
  return changed
    .map((figure) =>
      wording.say('changes_table.figure', {
        figure: wording.say(SHORT_LABELS[figure]),
        difference: wording.difference(difference[figure]),
      }),
    )
    .join('; ');
}
