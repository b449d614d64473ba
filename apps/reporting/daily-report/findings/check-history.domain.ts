import { type GoodsLine } from '#libs/contracts/daily-report/control-line.dto.js';
import {
  type CounterEntry,
  type DailyReportContent,
} from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type Finding } from '#libs/contracts/finding.dto.js';
import { compareDecimals } from '#libs/reference/measures/decimal.js';
import { totalByKind } from '#libs/reference/measures/quantity.js';
import { kindOf, type MeasureKind } from '#libs/reference/measures/units.js';
import { medianFarBelow } from './far-above.domain.js';
import { found, type Check, type CheckContext } from './finding-check.js';
import { counterFigure, LINES_FIGURE, quantityFigure, totalsByChemical } from './unit-history.domain.js';

/** A finding where the figure is far above the unit's history; tells the median and how many values it comes from. */
function compared(
  { history }: CheckContext,
  figure: string,
  value: string,
  field: string,
  unit = '',
): Finding[] {
  const values = history?.get(figure) ?? [];
  const median = medianFarBelow(value, values);
  if (median === undefined) return [];
  return [
    found(field, 'figure.above-history', `${value} ≫ ${median}${unit && ` ${unit}`} (n = ${values.length})`),
  ];
}

export const checkLinesAgainstHistory: Check<DailyReportContent> = ({ lines }, _path, context) =>
  lines ? compared(context, LINES_FIGURE, String(lines.length), 'lines') : [];

export const checkCountersAgainstHistory: Check<CounterEntry> = (entry, path, context) =>
  (['profiled', 'examined'] as const).flatMap((counter) =>
    compared(context, counterFigure(entry, counter), String(entry[counter]), `${path}.${counter}`),
  );

/** The whole of a chemical on the day; the finding stands at the largest part of it. */
export const checkQuantitiesAgainstHistory: Check<DailyReportContent> = ({ lines = [] }, _path, context) => {
  if (!context.history) return [];
  const goods = lines.flatMap((line, index) =>
    line.goods.map((good, at) => ({ ...good, field: `lines[${index}].goods[${at}].net` })),
  );
  return [...totalsByChemical(goods)].flatMap(([chemical, totals]) =>
    totals.flatMap((total) => {
      const field = largestOf(
        goods.filter((good) => good.chemical === chemical),
        total.kind,
      );
      return compared(context, quantityFigure(chemical, total), total.amount, field, total.unit);
    }),
  );
};

type PlacedGoods = Pick<GoodsLine, 'net'> & { readonly field: string };

/** Where the largest amount of the kind stands; the first of equal ones. */
function largestOf(goods: readonly PlacedGoods[], kind: MeasureKind): string {
  let largest = { field: 'lines', amount: '0' };
  for (const { net, field } of goods) {
    const [total] = net && kindOf(net.unit) === kind ? totalByKind([net]) : [];
    if (total && compareDecimals(total.amount, largest.amount) > 0) largest = { field, amount: total.amount };
  }
  return largest.field;
}
