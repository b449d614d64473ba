import { defineMessages } from '../catalogue.js';

/** Headline figures, highlights, the table by country, the chart and the breakdowns. */
export const figureMessages = defineMessages({
  'figures.overlap_note': {
    en: 'The figures overlap and are not added to each other.',
    ru: 'Показатели пересекаются и между собой не суммируются.',
  },
  'figures.kinds_note': {
    en: 'Mass and volume are shown separately and are not added together.',
    ru: 'Масса и объём приводятся раздельно и не суммируются.',
  },
  'highlights.heading': { en: 'Highlights', ru: 'Главное за день' },
  'highlights.no_reports': {
    en: 'No reports were received before the day was closed.',
    ru: 'До закрытия отчётного дня отчёты не поступили.',
  },
  'table.by_country': { en: 'By country', ru: 'По странам' },
  'table.country': { en: 'Country', ru: 'Страна' },
  'table.total': { en: 'Total', ru: 'Итого' },
  'table.partial': {
    en: '{value} ({reported} of {expected~unit})',
    ru: '{value} ({reported} из {expected~unit})',
  },
  'cell.nil': { en: '—', ru: '—' },
  'cell.awaited': { en: 'awaited', ru: 'ожид.' },
  'cell.not_expected': { en: 'n/e', ru: 'н/п' },
  'legend.not_expected': {
    en: 'n/e: no report expected on this day',
    ru: 'н/п: отчёт на этот день не предусмотрен',
  },
  'chart.value': { en: '{label}: {value}', ru: '{label}: {value}' },
  'breakdown.chemical': { en: 'By chemical', ru: 'По химическим веществам' },
  'breakdown.method': { en: 'By method of control', ru: 'По формам и средствам контроля' },
  'breakdown.regime': { en: 'By regime', ru: 'По направлениям перемещения' },
  'breakdown.transport_kind': { en: 'By kind of transport unit', ru: 'По видам транспортных единиц' },
  'breakdown.outcome': { en: 'By outcome', ru: 'По результатам контроля' },
  'column.chemical': { en: 'Chemical', ru: 'Химическое вещество' },
  'column.method': { en: 'Method', ru: 'Форма или средство контроля' },
  'column.regime': { en: 'Regime', ru: 'Направление' },
  'column.transport_kind': { en: 'Kind', ru: 'Вид' },
  'column.outcome': { en: 'Outcome', ru: 'Результат' },
});
