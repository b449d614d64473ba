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
  'coverage.awaited_from': {
    en: 'Reports awaited from: Aktau, Osh.',
    ru: 'Сведения ожидаются: Актау, Ош.',
  },
  'coverage.nil_from': {
    en: 'Nil reports: Aktau, Osh.',
    ru: 'Нулевые отчёты: Актау, Ош.',
  },
  'coverage.nil_with_reason': {
    en: 'Aktau (no connection)',
    ru: 'Актау (нет связи)',
  },
  'coverage.late_included': {
    en: 'Reports received after the cut-off and before the day was closed are included.',
    ru: 'Отчёты, поступившие после установленного срока, но_до_закрытия отчётного дня, учтены.',
  },
  'coverage.submitted_awaiting_contact_point': {
    en: 'Submitted, awaiting the national contact point: Aktau, Osh.',
    ru: 'Отчёты на_рассмотрении в_национальных контактных пунктах: Актау, Ош.',
  },
  'closing.without_seals': {
    en: 'The day was closed without waiting for the end-of-day confirmation of: Aktau, Osh. Reason: no connection.',
    ru: 'Отчётный день закрыт без ожидания подтверждения о_завершении приёма отчётов по_следующим группам: Актау, Ош. Причина: нет связи.',
  },
  'closing.automatic': {
    en: 'The day was closed automatically in accordance with the Operation Plan.',
    ru: 'Отчётный день закрыт автоматически в_соответствии с_планом операции.',
  },
  'schematic.title': {
    en: 'Units and corridors',
    ru: 'Группы портового контроля и_маршруты',
  },
  'schematic.note': {
    en: 'Schematic, not to scale; no boundaries are shown.',
    ru: 'Схема без соблюдения масштаба; границы не_показаны.',
  },
  'schematic.alternative': {
    en: 'Schematic of the 48 Port Control Units of the operation; reporting: 43, awaited: 3.',
    ru: 'Схема расположения групп портового контроля, всего: 48; сведения поступили: 43, ожидаются: 3.',
  },
};

describe('coverage messages', () => {
  it.each(Object.keys(PRINTED) as (keyof typeof PRINTED)[])('%s', (key) => {
    expect(printed('en', key)).toBe(PRINTED[key].en);
    expect(printed('ru', key)).toBe(PRINTED[key].ru);
  });
});
