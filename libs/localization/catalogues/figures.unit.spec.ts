import { describe, expect, it } from '@jest/globals';
import type { MessageKey } from '../messages.js';
import { type figureMessages } from './figures.js';
import { printed } from './sample-values.fixture.js';

/** The wording as it is printed with sample values; a no-break space shows as `_`. */
const PRINTED: Readonly<
  Record<keyof typeof figureMessages & MessageKey, { readonly en: string; readonly ru: string }>
> = {
  'figures.heading': {
    en: 'Key figures',
    ru: 'Основные показатели',
  },
  'figures.day': {
    en: 'Reporting day',
    ru: 'За_отчётный день',
  },
  'figures.cumulative': {
    en: 'Since the start of the operation',
    ru: 'С_начала операции',
  },
  'figures.examinations': {
    en: 'Examinations',
    ru: 'Проведено досмотров',
  },
  'figures.transport_units': {
    en: 'Distinct transport units',
    ru: 'Транспортных единиц (без повторного счёта)',
  },
  'figures.consignments': {
    en: 'Consignments',
    ru: 'Партий товаров',
  },
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
    ru: 'Досмотрено транспортных единиц (со_вскрытием)',
  },
  'figures.discrepancies': {
    en: 'Discrepancies found',
    ru: 'Выявлено несоответствий',
  },
  'figures.seizures': {
    en: 'Seizures',
    ru: 'Зарегистрировано изъятий',
  },
  'figures.quantity_seized': {
    en: 'Quantity seized',
    ru: 'Изъято',
  },
  'figures.overlap_note': {
    en: 'The figures overlap and are not added to each other.',
    ru: 'Показатели пересекаются и_между собой не_суммируются.',
  },
  'figures.kinds_note': {
    en: 'Mass and volume are shown separately and are not added together.',
    ru: 'Масса и_объём приводятся раздельно и_не_суммируются.',
  },
  'highlights.heading': {
    en: 'Highlights',
    ru: 'Главное за_день',
  },
  'highlights.examined': {
    en: '117 transport units were opened and examined on the reporting day; 1,360 since the start of the operation.',
    ru: 'За_отчётный день досмотрено 117_транспортных единиц; с_начала операции_— 1_360.',
  },
  'highlights.no_examinations': {
    en: 'No examinations were carried out on the reporting day.',
    ru: 'За_отчётный день досмотры не_проводились.',
  },
  'highlights.seizures': {
    en: '2 seizures were recorded; 1,360 since the start of the operation.',
    ru: 'Зарегистрировано 2_изъятия; с_начала операции_— 1_360.',
  },
  'highlights.no_seizures': {
    en: 'No seizures were recorded on the reporting day.',
    ru: 'За_отчётный день изъятий не_зарегистрировано.',
  },
  'highlights.seized': {
    en: 'Seized: acetic anhydride, 20_kg (Kazakhstan).',
    ru: 'Изъято: ангидрид уксусной кислоты, 20_кг (Казахстан).',
  },
  'highlights.alerts': {
    en: 'Alerts released: 2.',
    ru: 'Направлено сигналов: 2.',
  },
  'highlights.no_reports': {
    en: 'No reports were received before the day was closed.',
    ru: 'До_закрытия отчётного дня отчёты не_поступили.',
  },
  'table.by_country': {
    en: 'By country',
    ru: 'По_странам',
  },
  'table.country': {
    en: 'Country',
    ru: 'Страна',
  },
  'table.units_reporting': {
    en: 'Units reporting',
    ru: 'Группы, представившие отчёт',
  },
  'table.total': {
    en: 'Total',
    ru: 'Итого',
  },
  'table.quantity': {
    en: 'Quantity',
    ru: 'Количество',
  },
  'table.share': {
    en: 'Share',
    ru: 'Доля',
  },
  'table.partial': {
    en: '12 (1 of 2 units)',
    ru: '12 (1 из_2_групп)',
  },
  'table.units': {
    en: '1 of 48',
    ru: '1 из_48',
  },
  'cell.nil': {
    en: '—',
    ru: '—',
  },
  'cell.awaited': {
    en: 'awaited',
    ru: 'ожид.',
  },
  'cell.not_expected': {
    en: 'n/e',
    ru: 'н/п',
  },
  'cell.not_recorded': {
    en: 'n/a',
    ru: 'н/д',
  },
  'cell.corrected_mark': {
    en: '*',
    ru: '*',
  },
  'legend.nil': {
    en: '“—”: nil report',
    ru: '«—»: нулевой отчёт',
  },
  'legend.awaited': {
    en: 'awaited: report awaited',
    ru: 'ожид.: сведения ожидаются',
  },
  'legend.not_expected': {
    en: 'n/e: no report expected on this day',
    ru: 'н/п: отчёт на_этот день не_предусмотрен',
  },
  'legend.not_recorded': {
    en: 'n/a: figure not recorded',
    ru: 'н/д: показатель не_учитывался',
  },
  'legend.corrected': {
    en: '* corrected since the previous bulletin',
    ru: '* исправлено после предыдущего бюллетеня',
  },
  'chart.title': {
    en: 'Transport units examined, by country, 5 September 2017',
    ru: 'Досмотрено транспортных единиц по_странам, 5 сентября 2017 года',
  },
  'chart.alternative': {
    en: 'Bar chart of the transport units examined by each country, 5 September 2017: Kazakhstan: 12.',
    ru: 'Столбчатая диаграмма: число досмотренных транспортных единиц по_странам, 5 сентября 2017 года: Казахстан: 12.',
  },
  'chart.value': {
    en: 'Kazakhstan: 12',
    ru: 'Казахстан: 12',
  },
  'breakdown.chemical': {
    en: 'By chemical',
    ru: 'По_химическим веществам',
  },
  'breakdown.method': {
    en: 'By method of control',
    ru: 'По_формам и_средствам контроля',
  },
  'breakdown.regime': {
    en: 'By regime',
    ru: 'По_направлениям перемещения',
  },
  'breakdown.transport_kind': {
    en: 'By kind of transport unit',
    ru: 'По_видам транспортных единиц',
  },
  'breakdown.outcome': {
    en: 'By outcome',
    ru: 'По_результатам контроля',
  },
  'column.chemical': {
    en: 'Chemical',
    ru: 'Химическое вещество',
  },
  'column.method': {
    en: 'Method',
    ru: 'Форма или средство контроля',
  },
  'column.regime': {
    en: 'Regime',
    ru: 'Направление',
  },
  'column.transport_kind': {
    en: 'Kind',
    ru: 'Вид',
  },
  'column.outcome': {
    en: 'Outcome',
    ru: 'Результат',
  },
  'column.unit': {
    en: 'Unit',
    ru: 'Группа',
  },
  'column.day': {
    en: 'Day',
    ru: 'День',
  },
  'column.number': {
    en: 'Number',
    ru: 'Число',
  },
};

describe('figures messages', () => {
  it.each(Object.keys(PRINTED) as (keyof typeof PRINTED)[])('%s', (key) => {
    expect(printed('en', key)).toBe(PRINTED[key].en);
    expect(printed('ru', key)).toBe(PRINTED[key].ru);
  });
});
