import { COUNTERS } from '#libs/contracts/vocabulary.js';
import { LABELS } from '#libs/localization/labels.js';
import { type Column } from './column.js';

/** Fields of the report's head: one a row, the words to the left of the value. */
export const HEADER_COLUMNS: readonly Column[] = [
  { path: 'operationDay', en: 'Operation day', ru: 'День операции', kind: 'day', required: true },
  {
    path: 'kind',
    en: 'Kind of report',
    ru: 'Вид отчёта',
    kind: 'code',
    list: 'reportKind',
    required: true,
  },
  {
    path: 'nilReason',
    en: 'Reason of a nil report',
    ru: 'Причина нулевого отчёта',
    kind: 'code',
    list: 'nilReason',
  },
  {
    path: 'preparedAt',
    en: 'Prepared at (local time)',
    ru: 'Подготовлен (местное время)',
    kind: 'instant',
    required: true,
  },
  { path: 'authorFunction', en: 'Prepared by (function)', ru: 'Подготовил (должность)', kind: 'text' },
  {
    path: 'language',
    en: 'Language of the free text',
    ru: 'Язык свободного текста',
    kind: 'code',
    list: 'textLanguage',
  },
  {
    path: 'equipmentOutOfOrder',
    en: 'Equipment out of order (;)',
    ru: 'Неисправное оборудование (;)',
    kind: 'texts',
  },
  {
    path: 'change',
    en: 'Change of an earlier report',
    ru: 'Изменение прежнего отчёта',
    kind: 'code',
    list: 'revisionChange',
  },
  {
    path: 'reason',
    en: 'Reason of the change',
    ru: 'Причина изменения',
    kind: 'code',
    list: 'revisionReason',
  },
  { path: 'reasonText', en: 'Explanation of the change', ru: 'Пояснение к изменению', kind: 'text' },
];

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const labelsOf = (counter: string): readonly [string, string] => {
  const labels: Readonly<Record<string, readonly [string, string]>> = LABELS.counter;
  return labels[snakeCase(counter)] ?? [counter, counter];
};

/** Declared counters, by kind and regime. */
export const COUNTER_COLUMNS: readonly Column[] = [
  { path: 'transportKind', en: 'Kind', ru: 'Вид', kind: 'code', list: 'transportKind', required: true },
  { path: 'regime', en: 'Regime', ru: 'Режим', kind: 'code', list: 'regime', required: true },
  ...COUNTERS.map((counter): Column => {
    const [en, ru] = labelsOf(counter);
    const isRequired = counter === 'profiled' || counter === 'examined';
    return { path: counter, en, ru, kind: 'counter', ...(isRequired && { required: true }) };
  }),
];

/** Free text with its language. */
export const REMARK_COLUMNS: readonly Column[] = [
  { path: 'language', en: 'Language', ru: 'Язык', kind: 'code', list: 'textLanguage', required: true },
  { path: 'text', en: 'Remark', ru: 'Примечание', kind: 'text', required: true },
];
