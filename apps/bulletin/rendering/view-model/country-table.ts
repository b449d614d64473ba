import type { CountryFigures, DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import type { AdditiveFigures, Figures } from '#libs/contracts/operation-day/figures.dto.js';
import type { TableView } from './bulletin-view.types.js';
import { basisOf, coverageTotals } from './coverage-totals.js';
import { dayFigure, furtherDayFigure } from './day-figure.js';
import { numberColumn, tableOf, textColumn } from './tables.js';
import type { Wording } from './wording.js';

const FURTHER = ['inspections', 'examinations', 'withDiscrepancy', 'detentions', 'seizures'] as const;

/** Heads of columns, also where a figure is named in passing. */
export const SHORT_LABELS = {
  controls: 'country_table.controls',
  inspections: 'country_table.inspections',
  examinations: 'country_table.examinations',
  withDiscrepancy: 'country_table.with_discrepancy',
  detentions: 'country_table.detentions',
  seizures: 'country_table.seizures',
  pending: 'country_table.pending',
  confirmed: 'country_table.confirmed',
} as const satisfies Record<keyof AdditiveFigures, string>;

type Units = Pick<CountryFigures, 'unitsExpected' | 'unitsReported' | 'unitsNil'>;

/** The table by country, in the alphabetical order of the language: no ranking. */
export function countryTable(snapshot: DaySnapshot, wording: Wording): TableView {
  const { say } = wording;
  const further = (units: Units, day: Figures) =>
    FURTHER.map((figure) => furtherDayFigure(day[figure], units, wording));
  const rows = wording.inOrder(snapshot.countries).map((one) => ({
    header: wording.country(one.country),
    cells: [
      dayFigure(one.day.controls, one, wording),
      ...further(one, one.day),
      wording.integer(one.cumulative.controls),
    ],
  }));
  const all = coverageTotals(snapshot);
  const total = {
    header: say('table.total'),
    // On what the total rests stands in the sentence on coverage.
    cells: [
      furtherDayFigure(snapshot.day.controls, all, wording),
      ...further(all, snapshot.day),
      wording.integer(snapshot.cumulative.controls),
    ],
  };
  return tableOf(
    say('country_table.caption'),
    columns(wording),
    [...rows, { ...total, isTotal: true }],
    notes(snapshot, wording),
  );
}

function columns({ say }: Wording) {
  return [
    textColumn(say('table.country'), 2),
    numberColumn(say('country_table.controls'), 2.3),
    numberColumn(say('country_table.inspections'), 1.3),
    numberColumn(say('country_table.examinations'), 1.45),
    numberColumn(say('country_table.with_discrepancy'), 2.1),
    numberColumn(say('country_table.detentions'), 1.75),
    numberColumn(say('country_table.seizures'), 1.25),
    numberColumn(say('country_table.cumulative'), 1.5),
  ];
}

function notes({ countries }: DaySnapshot, { say }: Wording): string[] {
  const bases = new Set(countries.map(basisOf));
  const legend = bases.has('nil') || bases.has('awaited') ? [say('country_table.legend')] : [];
  return bases.has('not_expected') ? [...legend, say('legend.not_expected')] : legend;
}
