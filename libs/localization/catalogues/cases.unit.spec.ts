import { describe, expect, it } from '@jest/globals';
import type { MessageKey } from '../messages.js';
import { type caseMessages } from './cases.js';
import { printed } from './sample-values.fixture.js';

/** The wording as it is printed with sample values; a no-break space shows as `_`. */
const PRINTED: Readonly<
  Record<keyof typeof caseMessages & MessageKey, { readonly en: string; readonly ru: string }>
> = {
  'cases.heading': {
    en: 'Cases',
    ru: 'Выявленные случаи',
  },
  'cases.none': {
    en: 'No cases were reported for this day.',
    ru: 'Сообщений о_выявленных случаях за_отчётный день не_поступало.',
  },
  'case.number': {
    en: 'Case 12',
    ru: 'Случай 12',
  },
  'case.kind.seizure': {
    en: 'Seizure',
    ru: 'Изъятие',
  },
  'case.kind.detention': {
    en: 'Detention of goods',
    ru: 'Задержание товаров',
  },
  'case.kind.discrepancy': {
    en: 'Discrepancy',
    ru: 'Несоответствие',
  },
  'case.place': {
    en: 'Place',
    ru: 'Место',
  },
  'case.time': {
    en: 'Time',
    ru: 'Время',
  },
  'case.substance': {
    en: 'Substance',
    ru: 'Вещество',
  },
  'case.quantity': {
    en: 'Quantity',
    ru: 'Количество',
  },
  'case.gross': {
    en: '20_kg gross',
    ru: '20_кг брутто',
  },
  'case.net': {
    en: '20_kg net',
    ru: '20_кг нетто',
  },
  'case.concealment': {
    en: 'Concealment',
    ru: 'Место сокрытия',
  },
  'case.detection': {
    en: 'Means of detection',
    ru: 'Способ обнаружения',
  },
  'case.risk_indicator': {
    en: 'Risk indicator',
    ru: 'Индикатор риска',
  },
  'case.random_selection': {
    en: 'random selection',
    ru: 'случайная выборка',
  },
  'case.persons_detained': {
    en: 'Persons detained: 2',
    ru: 'Задержано лиц: 2',
  },
  'case.presumptively': {
    en: 'presumptively acetic anhydride',
    ru: 'предположительно ангидрид уксусной кислоты',
  },
  'case.laboratory_confirmed': {
    en: 'acetic anhydride (laboratory confirmed)',
    ru: 'ангидрид уксусной кислоты (подтверждено лабораторным исследованием)',
  },
  'case.not_confirmed': {
    en: 'presumptively acetic anhydride (not confirmed by laboratory)',
    ru: 'предположительно ангидрид уксусной кислоты (лабораторией не_подтверждено)',
  },
  'case.laboratory_pending': {
    en: 'Laboratory confirmation is awaited.',
    ru: 'Результаты лабораторного исследования ожидаются.',
  },
  'case.detected_by': {
    en: 'Detected by: Kazakhstan',
    ru: 'Выявлено: Казахстан',
  },
  'case.seized_by': {
    en: 'Seized by: Kazakhstan',
    ru: 'Изъято: Казахстан',
  },
  'case.detected_and_seized_by': {
    en: 'Detected by: Pakistan; seized by: Afghanistan',
    ru: 'Выявлено: Пакистан; изъято: Афганистан',
  },
  'case.examined_and_seized_by': {
    en: 'Examined by: Pakistan; seized by: Afghanistan',
    ru: 'Досмотр: Пакистан; изъятие: Афганистан',
  },
  'case.requested': {
    en: 'Requested: feedback',
    ru: 'Запрашивается: ответ',
  },
  'warnings.heading': {
    en: 'Warnings and open feedback',
    ru: 'Предупредительные сообщения и_ожидаемые ответы',
  },
  'warnings.issued': {
    en: 'Warnings issued: 2',
    ru: 'Направлено предупредительных сообщений: 2',
  },
  'warnings.open': {
    en: 'Feedback awaited: 2',
    ru: 'Ожидается ответных сообщений: 2',
  },
  'warnings.none': {
    en: 'No warnings are open.',
    ru: 'Предупредительных сообщений, ожидающих ответа, нет.',
  },
  'alerts.heading': {
    en: 'Alerts released',
    ru: 'Сигналы, доведённые до_стран-участниц',
  },
  'alerts.none': {
    en: 'No alerts were released.',
    ru: 'Сигналы не_направлялись.',
  },
};

describe('cases messages', () => {
  it.each(Object.keys(PRINTED) as (keyof typeof PRINTED)[])('%s', (key) => {
    expect(printed('en', key)).toBe(PRINTED[key].en);
    expect(printed('ru', key)).toBe(PRINTED[key].ru);
  });
});
