import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { formatDay } from '#libs/localization/dates.js';
import { type Bar, barChart } from '../svg/bar-chart.js';
import type { FigureView } from './bulletin-view.types.js';
import { basisOf, isPartial } from './coverage-totals.js';
import { dayFigure } from './day-figure.js';
import type { Wording } from './wording.js';

/** Controls of the day by country as bars, with the same figures in words. */
export function controlsChart(snapshot: DaySnapshot, wording: Wording): FigureView {
  const { say } = wording;
  const bars = wording.inOrder(snapshot.countries).map((one): Bar => {
    const isKnown = ['nil', 'reported'].includes(basisOf(one));
    return {
      label: wording.country(one.country),
      length: isKnown ? one.day.controls : 0,
      isPartial: isPartial(one),
      value: dayFigure(one.day.controls, one, wording),
    };
  });
  const nil = wording.label('coverage_mark', 'nil');
  const spoken = bars.map(({ label, value }) =>
    say('chart.value', { label, value: value.replace(say('cell.nil'), nil) }),
  );
  const day = formatDay(snapshot.operationDay, wording.language);
  return {
    caption: say('controls_chart.title'),
    alternative: say('controls_chart.alternative', { day, values: spoken.join('; ') }),
    svg: barChart(bars),
  };
}
