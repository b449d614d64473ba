import { defineMessages } from '../catalogue.js';

/** Cases, in short non-nominal text. Names of countries and substances stay in the nominative. */
export const caseMessages = defineMessages({
  'cases.heading': { en: 'Cases', ru: 'Выявленные случаи' },
  'cases.none': {
    en: 'No cases were reported for this day.',
    ru: 'Сообщений о выявленных случаях за отчётный день не поступало.',
  },
  'case.kind.seizure': { en: 'Seizure', ru: 'Изъятие' },
  'case.kind.detention': { en: 'Detention of goods', ru: 'Задержание товаров' },
  'case.kind.discrepancy': { en: 'Discrepancy', ru: 'Несоответствие' },
  'case.presumptively': { en: 'presumptively {substance}', ru: 'предположительно {substance}' },
  'case.laboratory_confirmed': {
    en: '{substance} (laboratory confirmed)',
    ru: '{substance} (подтверждено лабораторным исследованием)',
  },
  'case.not_confirmed': {
    en: 'presumptively {substance} (not confirmed by laboratory)',
    ru: 'предположительно {substance} (лабораторией не подтверждено)',
  },
});
