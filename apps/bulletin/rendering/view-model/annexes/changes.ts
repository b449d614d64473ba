import type { DaySnapshot, EarlierDayChange } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { formatDayShort } from '#libs/localization/dates.js';
import { ADDITIVE_FIGURES } from '../../check-figures.js';
import type { SectionView, TableView } from '../bulletin-view.types.js';
import { SHORT_LABELS } from '../country-table.js';
import { tableOf, textColumn } from '../tables.js';
import { atLineStart, type Wording } from '../wording.js';
import { section } from './section.js';
import { unitNames } from './unit-names.js';

type Kinds = readonly EarlierDayChange['kind'][];

/** The three ways in which an earlier day changes; what they add to the sum is never mixed, nor are they here. */
const SECTIONS = [
  {
    id: 'reported-later',
    heading: 'changes.reported_later',
    caption: 'reported_later.caption',
    count: 'change_count.reported_later',
    kinds: ['reported_later'] as Kinds,
  },
  {
    id: 'supplements',
    heading: 'changes.supplements',
    caption: 'supplements.caption',
    count: 'change_count.supplement',
    kinds: ['supplement'] as Kinds,
  },
  {
    id: 'corrections',
    heading: 'changes.corrections',
    caption: 'corrections.caption',
    count: 'change_count.correction',
    kinds: ['correction', 'void'] as Kinds,
  },
] as const;

/** The changes by their way, those that are there. */
export function changesByKind(changes: readonly EarlierDayChange[]) {
  return SECTIONS.map((one) => ({
    ...one,
    changes: changes.filter(({ kind }) => one.kinds.includes(kind)),
  })).filter((one) => one.changes.length > 0);
}

/** What this bulletin is the first to count of earlier days: a section for each way; one sentence where there is nothing. */
export function changesSections(snapshot: DaySnapshot, wording: Wording): SectionView[] {
  const { say } = wording;
  const sections = changesByKind(snapshot.earlierDayChanges).map(({ id, heading, caption, changes }) =>
    section(id, say(heading), { tables: [changesTable(say(caption), changes, snapshot, wording)] }),
  );
  if (sections.length > 0) return sections;
  return [section('changes', say('changes.heading'), { paragraphs: [say('changes.none')] })];
}

export function changesTable(
  caption: string,
  changes: readonly EarlierDayChange[],
  snapshot: DaySnapshot,
  wording: Wording,
): TableView {
  const { say, language } = wording;
  const nameOf = unitNames(snapshot, wording);
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
  return tableOf(caption, columns, rows);
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
