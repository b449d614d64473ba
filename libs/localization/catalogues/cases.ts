import { defineMessages } from '../catalogue.js';

/** Cases, warnings and alerts, in short non-nominal text. Names of countries and substances stay in the nominative. */
export const caseMessages = defineMessages({
  'cases.heading': { en: 'Cases', ru: 'Выявленные случаи' },
  'cases.none': {
    en: 'No cases were reported for this day.',
    ru: 'Сообщений о выявленных случаях за отчётный день не поступало.',
  },
  'case.number': { en: 'Case {number}', ru: 'Случай {number}' },
  'case.kind.seizure': { en: 'Seizure', ru: 'Изъятие' },
  'case.kind.detention': { en: 'Detention of goods', ru: 'Задержание товаров' },
  'case.kind.discrepancy': { en: 'Discrepancy', ru: 'Несоответствие' },
  'case.place': { en: 'Place', ru: 'Место' },
  'case.time': { en: 'Time', ru: 'Время' },
  'case.substance': { en: 'Substance', ru: 'Вещество' },
  'case.quantity': { en: 'Quantity', ru: 'Количество' },
  'case.gross': { en: '{quantity} gross', ru: '{quantity} брутто' },
  'case.net': { en: '{quantity} net', ru: '{quantity} нетто' },
  'case.concealment': { en: 'Concealment', ru: 'Место сокрытия' },
  'case.detection': { en: 'Means of detection', ru: 'Способ обнаружения' },
  'case.risk_indicator': { en: 'Risk indicator', ru: 'Индикатор риска' },
  'case.random_selection': { en: 'random selection', ru: 'случайная выборка' },
  'case.persons_detained': { en: 'Persons detained: {count}', ru: 'Задержано лиц: {count}' },
  'case.presumptively': { en: 'presumptively {substance}', ru: 'предположительно {substance}' },
  'case.laboratory_confirmed': {
    en: '{substance} (laboratory confirmed)',
    ru: '{substance} (подтверждено лабораторным исследованием)',
  },
  'case.not_confirmed': {
    en: 'presumptively {substance} (not confirmed by laboratory)',
    ru: 'предположительно {substance} (лабораторией не подтверждено)',
  },
  'case.laboratory_pending': {
    en: 'Laboratory confirmation is awaited.',
    ru: 'Результаты лабораторного исследования ожидаются.',
  },
  'case.detected_by': { en: 'Detected by: {country}', ru: 'Выявлено: {country}' },
  'case.seized_by': { en: 'Seized by: {country}', ru: 'Изъято: {country}' },
  'case.detected_and_seized_by': {
    en: 'Detected by: {detectedBy}; seized by: {seizedBy}',
    ru: 'Выявлено: {detectedBy}; изъято: {seizedBy}',
  },
  'case.examined_and_seized_by': {
    en: 'Examined by: {examinedBy}; seized by: {seizedBy}',
    ru: 'Досмотр: {examinedBy}; изъятие: {seizedBy}',
  },
  'case.requested': { en: 'Requested: {request}', ru: 'Запрашивается: {request}' },
  'warnings.heading': {
    en: 'Warnings and open feedback',
    ru: 'Предупредительные сообщения и ожидаемые ответы',
  },
  'warnings.issued': {
    en: 'Warnings issued: {count}',
    ru: 'Направлено предупредительных сообщений: {count}',
  },
  'warnings.open': { en: 'Feedback awaited: {count}', ru: 'Ожидается ответных сообщений: {count}' },
  'warnings.none': {
    en: 'No warnings are open.',
    ru: 'Предупредительных сообщений, ожидающих ответа, нет.',
  },
  'alerts.heading': { en: 'Alerts released', ru: 'Сигналы, доведённые до стран-участниц' },
  'alerts.none': { en: 'No alerts were released.', ru: 'Сигналы не направлялись.' },
});
