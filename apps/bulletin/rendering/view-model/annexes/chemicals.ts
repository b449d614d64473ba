import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import type { ChemicalFigures } from '#libs/contracts/operation-day/figures.dto.js';
import { formatQuantities } from '#libs/localization/quantities.js';
import type { SectionView } from '../bulletin-view.types.js';
import { numberColumn, tableOf, textColumn } from '../tables.js';
import type { Wording } from '../wording.js';
import { section } from './section.js';

/** Controls that declared or found a chemical of the list; mass and volume side by side. */
export function chemicalsSection({ chemicals }: DaySnapshot, wording: Wording): SectionView {
  const { say } = wording;
  const heading = say('breakdown.chemical');
  if (chemicals.length === 0) return section('chemicals', heading, { paragraphs: [say('chemicals.none')] });
  const columns = [
    textColumn(say('column.chemical'), 2.6),
    textColumn(say('chemicals.listed'), 1.5),
    numberColumn(say('chemicals.day_controls'), 1.2),
    numberColumn(say('chemicals.day_quantity'), 1.8),
    numberColumn(say('chemicals.total_controls'), 1.2),
    numberColumn(say('chemicals.total_quantity'), 1.8),
  ];
  const rows = chemicals.map((one) => row(one, wording));
  return section('chemicals', heading, {
    tables: [tableOf(say('chemicals.caption'), columns, rows, [say('figures.kinds_note')])],
  });
}

function row(one: ChemicalFigures, wording: Wording) {
  const { say, language } = wording;
  const quantity = (totals: ChemicalFigures['dayQuantity']) =>
    totals.length === 0 ? say('chemicals.not_given') : formatQuantities(totals, language);
  return {
    header: wording.chemical(one.chemical),
    cells: [
      say(one.controlled ? 'chemicals.yes' : 'chemicals.no'),
      wording.integer(one.dayControls),
      quantity(one.dayQuantity),
      wording.integer(one.cumulativeControls),
      quantity(one.cumulativeQuantity),
    ],
  };
}
