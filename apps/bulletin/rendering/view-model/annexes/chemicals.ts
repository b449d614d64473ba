import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import type { ChemicalFigures } from '#libs/contracts/operation-day/figures.dto.js';
import { nameOrder } from '#libs/localization/country-order.js';
import { formatQuantities } from '#libs/localization/quantities.js';
import { isSupplementary } from '../bulletin-kind.js';
import type { SectionView } from '../bulletin-view.types.js';
import { numberColumn, tableOf, textColumn } from '../tables.js';
import type { Wording } from '../wording.js';
import { section } from './section.js';

/** Controls that declared or found a chemical of the list; mass and volume side by side. */
export function chemicalsSection(snapshot: DaySnapshot, wording: Wording): SectionView {
  const { say } = wording;
  const { chemicals } = snapshot;
  const later = isSupplementary(snapshot);
  const heading = say('breakdown.chemical');
  if (chemicals.length === 0) return section('chemicals', heading, { paragraphs: [say('chemicals.none')] });
  const columns = [
    textColumn(say('column.chemical'), 2.7),
    textColumn(say('chemicals.listed'), 1.6),
    numberColumn(say(later ? 'supplementary.chemical_controls' : 'chemicals.day_controls'), 1.2),
    numberColumn(say(later ? 'supplementary.chemical_quantity' : 'chemicals.day_quantity'), 1.8),
    numberColumn(say('chemicals.total_controls'), 1.2),
    numberColumn(say('chemicals.total_quantity'), 1.8),
  ];
  const byName = nameOrder(wording.language);
  const rows = chemicals.map((one) => row(one, wording)).sort((a, b) => byName(a.header, b.header));
  return section('chemicals', heading, {
    tables: [tableOf(say('chemicals.caption'), columns, rows, notes(rows, wording))],
  });
}

/** Of the marks, only those that the table shows are explained. */
function notes(rows: readonly ReturnType<typeof row>[], { say }: Wording): string[] {
  const cells = new Set(rows.flatMap((one) => one.cells));
  const marks = [
    ...(cells.has(say('chemicals.no_controls')) ? [say('chemicals.legend_no_controls')] : []),
    ...(cells.has(say('chemicals.not_given')) ? [say('chemicals.legend_not_given')] : []),
  ];
  return [...(marks.length > 0 ? [marks.join('; ')] : []), say('figures.kinds_note')];
}

function row(one: ChemicalFigures, wording: Wording) {
  const { say, language } = wording;
  const quantity = (controls: number, totals: ChemicalFigures['dayQuantity']) => {
    if (totals.length > 0) return formatQuantities(totals, language);
    return say(controls === 0 ? 'chemicals.no_controls' : 'chemicals.not_given');
  };
  return {
    header: wording.chemical(one.chemical),
    cells: [
      say(one.controlled ? 'chemicals.yes' : 'chemicals.no'),
      wording.integer(one.dayControls),
      quantity(one.dayControls, one.dayQuantity),
      wording.integer(one.cumulativeControls),
      quantity(one.cumulativeControls, one.cumulativeQuantity),
    ],
  };
}
