import { defineMessages } from '../catalogue.js';

/** Headline figures, highlights, the table by country, the chart and the breakdowns. */
export const figureMessages = defineMessages({
  'figures.heading': { en: 'Key figures', ru: 'Основные показатели' },
  'figures.day': { en: 'Reporting day', ru: 'За отчётный день' },
  'figures.cumulative': { en: 'Since the start of the operation', ru: 'С начала операции' },
  'figures.examinations': { en: 'Examinations', ru: 'Проведено досмотров' },
  'figures.transport_units': {
    en: 'Distinct transport units',
    ru: 'Транспортных единиц (без повторного счёта)',
  },
  'figures.consignments': { en: 'Consignments', ru: 'Партий товаров' },
  'figures.transport_units_profiled': {
    en: 'Transport units profiled',
    ru: 'Профилировано транспортных единиц',
  },
  'figures.transport_units_inspected': {
    en: 'Transport units inspected externally',
    ru: 'Осмотрено транспортных единиц (без вскрытия)',
  },
  'figures.transport_units_examined': {
    en: 'Transport units opened and examined',
    ru: 'Досмотрено транспортных единиц (со вскрытием)',
  },
  'figures.discrepancies': { en: 'Discrepancies found', ru: 'Выявлено несоответствий' },
  'figures.seizures': { en: 'Seizures', ru: 'Зарегистрировано изъятий' },
  'figures.quantity_seized': { en: 'Quantity seized', ru: 'Изъято' },
  'figures.overlap_note': {
    en: 'The figures overlap and are not added to each other.',
    ru: 'Показатели пересекаются и между собой не суммируются.',
  },
  'figures.kinds_note': {
    en: 'Mass and volume are shown separately and are not added together.',
    ru: 'Масса и объём приводятся раздельно и не суммируются.',
  },
  'highlights.heading': { en: 'Highlights', ru: 'Главное за день' },
  'highlights.examined': {
    en: '{day#transport_unit} {day?was|were} opened and examined on the reporting day; {total} since the start of the operation.',
    ru: 'За отчётный день {day?досмотрена|досмотрено|досмотрено|досмотрено} {day#transport_unit}; с начала операции — {total}.',
  },
  'highlights.no_examinations': {
    en: 'No examinations were carried out on the reporting day.',
    ru: 'За отчётный день досмотры не проводились.',
  },
  'highlights.seizures': {
    en: '{day#seizure} {day?was|were} recorded; {total} since the start of the operation.',
    ru: 'Зарегистрировано {day#seizure}; с начала операции — {total}.',
  },
  'highlights.no_seizures': {
    en: 'No seizures were recorded on the reporting day.',
    ru: 'За отчётный день изъятий не зарегистрировано.',
  },
  'highlights.seized': {
    en: 'Seized: {substance}, {quantity} ({country}).',
    ru: 'Изъято: {substance}, {quantity} ({country}).',
  },
  'highlights.alerts': { en: 'Alerts released: {count}.', ru: 'Направлено сигналов: {count}.' },
  'highlights.no_reports': {
    en: 'No reports were received before the day was closed.',
    ru: 'До закрытия отчётного дня отчёты не поступили.',
  },
  'table.by_country': { en: 'By country', ru: 'По странам' },
  'table.country': { en: 'Country', ru: 'Страна' },
  'table.units_reporting': { en: 'Units reporting', ru: 'Группы, представившие отчёт' },
  'table.total': { en: 'Total', ru: 'Итого' },
  'table.quantity': { en: 'Quantity', ru: 'Количество' },
  'table.share': { en: 'Share', ru: 'Доля' },
  'table.partial': {
    en: '{value} ({reported} of {expected~unit})',
    ru: '{value} ({reported} из {expected~unit})',
  },
  'table.units': { en: '{reported} of {expected}', ru: '{reported} из {expected}' },
  'cell.nil': { en: '—', ru: '—' },
  'cell.awaited': { en: 'awaited', ru: 'ожид.' },
  'cell.not_expected': { en: 'n/e', ru: 'н/п' },
  'cell.not_recorded': { en: 'n/a', ru: 'н/д' },
  'cell.corrected_mark': { en: '*', ru: '*' },
  'legend.nil': { en: '“—”: nil report', ru: '«—»: нулевой отчёт' },
  'legend.awaited': { en: 'awaited: report awaited', ru: 'ожид.: сведения ожидаются' },
  'legend.not_expected': {
    en: 'n/e: no report expected on this day',
    ru: 'н/п: отчёт на этот день не предусмотрен',
  },
  'legend.not_recorded': { en: 'n/a: figure not recorded', ru: 'н/д: показатель не учитывался' },
  'legend.corrected': {
    en: '* corrected since the previous bulletin',
    ru: '* исправлено после предыдущего бюллетеня',
  },
  'chart.title': {
    en: 'Transport units examined, by country, {day}',
    ru: 'Досмотрено транспортных единиц по странам, {day}',
  },
  'chart.alternative': {
    en: 'Bar chart of the transport units examined by each country, {day}: {values}.',
    ru: 'Столбчатая диаграмма: число досмотренных транспортных единиц по странам, {day}: {values}.',
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
  'column.unit': { en: 'Unit', ru: 'Группа' },
  'column.day': { en: 'Day', ru: 'День' },
  'column.number': { en: 'Number', ru: 'Число' },
});
