import { type ListName } from './word-list.js';

type Words = Readonly<Record<string, readonly [en: string, ru: string]>>;

/** Words of the lists that no bulletin prints; those of the others stand in libs/localization. */
export const OFFICER_WORDS = {
  reportKind: {
    report: ['report', 'отчёт'],
    nil: ['nil report', 'нулевой отчёт'],
    void: ['void: wrong day', 'аннулирование: не тот день'],
    follow_up: ['follow-ups alone', 'только последующие сведения'],
  },
  textLanguage: {
    en: ['English', 'английский'],
    ru: ['Russian', 'русский'],
    az: ['Azerbaijani', 'азербайджанский'],
    ka: ['Georgian', 'грузинский'],
    kk: ['Kazakh', 'казахский'],
    ky: ['Kyrgyz', 'киргизский'],
    tg: ['Tajik', 'таджикский'],
    tk: ['Turkmen', 'туркменский'],
    uz: ['Uzbek', 'узбекский'],
    ur: ['Urdu', 'урду'],
    ps: ['Pashto', 'пушту'],
    fa: ['Persian (Dari)', 'персидский (дари)'],
  },
  revisionChange: {
    correction: ['correction', 'исправление'],
    supplement: ['supplement', 'дополнение к отчёту'],
  },
  controlAct: {
    inspection: ['inspection (external)', 'осмотр (без вскрытия)'],
    examination: ['examination (opened)', 'досмотр (со вскрытием)'],
  },
  selectionGround: {
    risk_indicator: ['risk indicator', 'индикатор риска'],
    warning: ['warning message', 'предупредительное сообщение'],
    random: ['random', 'случайная выборка'],
  },
  documentKind: {
    smgs: ['SMGS consignment note', 'накладная СМГС'],
    cmr: ['CMR consignment note', 'накладная CMR'],
    tir: ['TIR carnet', 'книжка МДП'],
    declaration: ['customs declaration', 'таможенная декларация'],
    bill_of_lading: ['bill of lading', 'коносамент'],
    other: ['other', 'иной документ'],
  },
  preExportNotification: { none: ['none seen', 'не предъявлено'] },
  certainty: {
    presumptive: ['presumptive', 'предположительно'],
    laboratory_confirmed: ['laboratory-confirmed', 'подтверждено лабораторным исследованием'],
  },
  handling: {
    routine: ['routine', 'обычный порядок'],
    ocu_only: ['coordination unit only', 'только для координационной группы'],
    withheld: ['withheld', 'не передаётся'],
  },
  caseKind: {
    seizure: ['seizure', 'изъятие'],
    detention: ['detention', 'задержание'],
    discrepancy: ['discrepancy', 'несоответствие'],
  },
  basis: { gross: ['gross', 'брутто'], net: ['net', 'нетто'] },
  followUpKind: {
    laboratory_result: ['laboratory result', 'результат лабораторного исследования'],
    decision: ['decision', 'решение'],
    final_quantity: ['final quantity', 'окончательное количество'],
  },
  laboratoryResult: {
    confirmed: ['confirmed', 'подтверждено'],
    not_confirmed: ['not confirmed', 'не подтверждено'],
    inconclusive: ['inconclusive', 'определить не удалось'],
  },
  yesNo: { yes: ['yes', 'да'], no: ['no', 'нет'] },
} as const satisfies Partial<Record<ListName, Words>>;
