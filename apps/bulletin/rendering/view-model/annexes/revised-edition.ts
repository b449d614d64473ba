import type { DaySnapshot, FigureChange } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { isSupplementary } from '../bulletin-kind.js';
import type { SectionView, TableView } from '../bulletin-view.types.js';
import { figureLabel } from '../figure-labels.js';
import { paragraphsOf } from '../plain-text.js';
import { numberColumn, tableOf, textColumn } from '../tables.js';
import type { Wording } from '../wording.js';
import { changesByKind, changesTable } from './changes.js';
import { section } from './section.js';

/** Everything that a revised edition says otherwise than the edition before: figures, and the reports behind them. */
export function revisedSection(snapshot: DaySnapshot, wording: Wording): SectionView[] {
  const { revised } = snapshot;
  if (!revised) return [];
  const { say, language } = wording;
  const reports = changesByKind(revised.unitDays).map(({ heading, changes }) =>
    changesTable(say(heading), changes, snapshot, wording),
  );
  const figures = revised.figures.length > 0 ? [figuresTable(snapshot, revised.figures, wording)] : [];
  return [
    section('revised-edition', say('revised.annex'), {
      paragraphs: [
        ...paragraphsOf(revised.reason[language]),
        ...(figures.length === 0 ? [say('revised.no_figures')] : []),
      ],
      tables: [...figures, ...reports],
    }),
  ];
}

function figuresTable(snapshot: DaySnapshot, changes: readonly FigureChange[], wording: Wording): TableView {
  const { say } = wording;
  const columns = [
    textColumn(say('table.country'), 1.6),
    textColumn(say('all_figures.figure'), 2.6),
    textColumn(say('revised.scope'), 1.6),
    numberColumn(say('revised.before')),
    numberColumn(say('revised.after')),
  ];
  const day = isSupplementary(snapshot) ? 'supplementary.period' : 'all_figures.day';
  const rows = changes.map(({ country, figure, scope, before, after }) => ({
    header: country === undefined ? say('revised.all_countries') : wording.country(country),
    cells: [
      figureLabel(figure, wording),
      say(scope === 'day' ? day : 'all_figures.cumulative'),
      wording.integer(before),
      wording.integer(after),
    ],
  }));
  return tableOf(say('revised.figures'), columns, rows);
}
