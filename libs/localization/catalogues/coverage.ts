import { defineMessages } from '../catalogue.js';

/** On what basis the figures stand: whose reports are in, whose are awaited, and how the day was closed. */
export const coverageMessages = defineMessages({
  'coverage.heading': { en: 'Coverage', ru: 'Полнота сведений' },
  'coverage.received': {
    en: '{received} of {expected~unit} reported',
    ru: 'сведения поступили от {received} из {expected~unit}',
  },
  'coverage.nil': { en: '{nil} nil', ru: 'в том числе {nil#nil_report}' },
  'coverage.late': { en: '{late} after the cut-off', ru: 'после установленного срока — от {late~unit}' },
  'coverage.awaited': { en: '{awaited} awaited', ru: 'ожидаются сведения от {awaited~unit}' },
  'coverage.none_expected': {
    en: 'No reports were expected on this day.',
    ru: 'На этот день представление отчётов не предусмотрено.',
  },
  'coverage.late_included': {
    en: 'Reports received after the cut-off and before the day was closed are included.',
    ru: 'Отчёты, поступившие после установленного срока, но до закрытия отчётного дня, учтены.',
  },
  'closing.without_seals': {
    en: 'The day was closed without waiting for the end-of-day confirmation of: {units}. Reason: {reason}.',
    ru: 'Отчётный день закрыт без ожидания подтверждения о завершении приёма отчётов по следующим группам: {units}. Причина: {reason}.',
  },
  'schematic.note': {
    en: 'Schematic, not to scale; no boundaries are shown.',
    ru: 'Схема без соблюдения масштаба; границы не показаны.',
  },
});
