import { describe, expect, it } from '@jest/globals';
import type { MessageKey } from '../messages.js';
import { type figureMessages } from './figures.js';
import { printed } from './sample-values.fixture.js';

/** The wording as it is printed with sample values; a no-break space shows as `_`. */
const PRINTED: Readonly<
  Record<keyof typeof figureMessages & MessageKey, { readonly en: string; readonly ru: string }>
> = {
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
  'table.total': {
    en: 'Total',
    ru: 'Итого',
  },
  'table.partial': {
    en: '12 (1 of 2 units)',
    ru: '12 (1 из_2_групп)',
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
  'legend.not_expected': {
    en: 'n/e: no report expected on this day',
    ru: 'н/п: отчёт на_этот день не_предусмотрен',
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
};

describe('figures messages', () => {
  it.each(Object.keys(PRINTED) as (keyof typeof PRINTED)[])('%s', (key) => {
    expect(printed('en', key)).toBe(PRINTED[key].en);
    expect(printed('ru', key)).toBe(PRINTED[key].ru);
  });
});
