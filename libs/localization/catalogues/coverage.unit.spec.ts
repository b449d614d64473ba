import { describe, expect, it } from '@jest/globals';
import type { MessageKey } from '../messages.js';
import { type coverageMessages } from './coverage.js';
import { printed } from './sample-values.fixture.js';

/** The wording as it is printed with sample values; a no-break space shows as `_`. */
const PRINTED: Readonly<
  Record<keyof typeof coverageMessages & MessageKey, { readonly en: string; readonly ru: string }>
> = {
  'coverage.heading': {
    en: 'Coverage',
    ru: 'Полнота сведений',
  },
  'coverage.received': {
    en: '43 of 48 units reported',
    ru: 'сведения поступили от_43 из_48_групп',
  },
  'coverage.nil': {
    en: '2 nil',
    ru: 'в_том числе 2_нулевых отчёта',
  },
  'coverage.late': {
    en: '1 after the cut-off',
    ru: 'после установленного срока_— от_1_группы',
  },
  'coverage.awaited': {
    en: '3 awaited',
    ru: 'ожидаются сведения от_3_групп',
  },
  'coverage.none_expected': {
    en: 'No reports were expected on this day.',
    ru: 'На_этот день представление отчётов не_предусмотрено.',
  },
  'coverage.late_included': {
    en: 'Reports received after the cut-off and before the day was closed are included.',
    ru: 'Отчёты, поступившие после установленного срока, но_до_закрытия отчётного дня, учтены.',
  },
  'closing.without_seals': {
    en: 'The day was closed without waiting for the end-of-day confirmation of: Aktau, Osh. Reason: no connection.',
    ru: 'Отчётный день закрыт без ожидания подтверждения о_завершении приёма отчётов по_следующим группам: Актау, Ош. Причина: нет связи.',
  },
  'schematic.note': {
    en: 'Schematic, not to scale; no boundaries are shown.',
    ru: 'Схема без соблюдения масштаба; границы не_показаны.',
  },
};

describe('coverage messages', () => {
  it.each(Object.keys(PRINTED) as (keyof typeof PRINTED)[])('%s', (key) => {
    expect(printed('en', key)).toBe(PRINTED[key].en);
    expect(printed('ru', key)).toBe(PRINTED[key].ru);
  });
});
