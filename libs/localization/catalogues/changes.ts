import { defineMessages } from '../catalogue.js';

/** What was added or put right after an earlier day was closed, and notes on the quality of the data. */
export const changeMessages = defineMessages({
  'changes.heading': { en: 'Changes to earlier days', ru: 'Изменения за предыдущие дни' },
  'changes.none': {
    en: 'No changes to earlier days were received.',
    ru: 'Изменений за предыдущие дни не поступало.',
  },
  'changes.corrections': { en: 'Corrections', ru: 'Исправления' },
  'changes.supplements': { en: 'Supplements', ru: 'Дополнения к отчётам' },
  'changes.follow_ups': { en: 'Follow-ups', ru: 'Последующие сведения' },
  'changes.reported_later': { en: 'Reported later', ru: 'Сообщено позднее' },
  'cumulative.heading': { en: 'How the cumulative figure is made up', ru: 'Расчёт нарастающего итога' },
  'quality.heading': { en: 'Data-quality notes', ru: 'Примечания о качестве данных' },
  'quality.none': { en: 'No notes.', ru: 'Примечаний нет.' },
  'quality.declared_and_counted': {
    en: '{unit}. {figure}: declared {declared}, counted from the lines {counted}',
    ru: '{unit}. {figure}: указано в отчёте — {declared}, по строкам — {counted}',
  },
  'quality.check_digit': {
    en: 'Transport unit numbers with a failing check digit: {count}',
    ru: 'Номера транспортных единиц с несовпадающей контрольной цифрой: {count}',
  },
  'quality.look_alike_letters': {
    en: 'Transport unit numbers with Cyrillic letters in place of Latin ones: {count}',
    ru: 'Номера транспортных единиц с буквами кириллицы вместо латинских: {count}',
  },
  'quality.unknown_hs_code': {
    en: 'HS codes not found in the nomenclature: {count}',
    ru: 'Коды Гармонизированной системы, отсутствующие в номенклатуре: {count}',
  },
  'quality.repeated_entries': {
    en: 'Possible repeated entries: {count}',
    ru: 'Возможные повторные записи: {count}',
  },
  'quality.ambiguous_number': {
    en: 'Quantities that can be read in two ways: {count}',
    ru: 'Количественные данные, допускающие двоякое прочтение: {count}',
  },
  'quality.several_controls': {
    en: 'Transport units controlled in more than one country: {count}',
    ru: 'Транспортные единицы, прошедшие контроль более чем в одной стране: {count}',
  },
  'quality.partial_country': {
    en: '{country}: figures cover {reported} of {expected~unit}',
    ru: '{country}: данные охватывают {reported} из {expected~unit}',
  },
  'quality.equipment': {
    en: 'Equipment out of order: {units}',
    ru: 'Оборудование временно не работает: {units}',
  },
});
