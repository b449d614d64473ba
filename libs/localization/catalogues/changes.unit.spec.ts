import { describe, expect, it } from '@jest/globals';
import type { MessageKey } from '../messages.js';
import { type changeMessages } from './changes.js';
import { printed } from './sample-values.fixture.js';

/** The wording as it is printed with sample values; a no-break space shows as `_`. */
const PRINTED: Readonly<
  Record<keyof typeof changeMessages & MessageKey, { readonly en: string; readonly ru: string }>
> = {
  'changes.heading': {
    en: 'Changes to earlier days',
    ru: 'Изменения за_предыдущие дни',
  },
  'changes.none': {
    en: 'No changes to earlier days were received.',
    ru: 'Изменений за_предыдущие дни не_поступало.',
  },
  'changes.corrections': {
    en: 'Corrections',
    ru: 'Исправления',
  },
  'changes.supplements': {
    en: 'Supplements',
    ru: 'Дополнения к_отчётам',
  },
  'changes.follow_ups': {
    en: 'Follow-ups',
    ru: 'Последующие сведения',
  },
  'changes.reported_later': {
    en: 'Reported later',
    ru: 'Сообщено позднее',
  },
  'cumulative.heading': {
    en: 'How the cumulative figure is made up',
    ru: 'Расчёт нарастающего итога',
  },
  'quality.heading': {
    en: 'Data-quality notes',
    ru: 'Примечания о_качестве данных',
  },
  'quality.none': {
    en: 'No notes.',
    ru: 'Примечаний нет.',
  },
  'quality.declared_and_counted': {
    en: 'Aktau. Examinations: declared 12, counted from the lines 14',
    ru: 'Актау. Досмотр: указано в_отчёте_— 12, по_строкам_— 14',
  },
  'quality.check_digit': {
    en: 'Transport unit numbers with a failing check digit: 2',
    ru: 'Номера транспортных единиц с_несовпадающей контрольной цифрой: 2',
  },
  'quality.look_alike_letters': {
    en: 'Transport unit numbers with Cyrillic letters in place of Latin ones: 2',
    ru: 'Номера транспортных единиц с_буквами кириллицы вместо латинских: 2',
  },
  'quality.unknown_hs_code': {
    en: 'HS codes not found in the nomenclature: 2',
    ru: 'Коды Гармонизированной системы, отсутствующие в_номенклатуре: 2',
  },
  'quality.repeated_entries': {
    en: 'Possible repeated entries: 2',
    ru: 'Возможные повторные записи: 2',
  },
  'quality.ambiguous_number': {
    en: 'Quantities that can be read in two ways: 2',
    ru: 'Количественные данные, допускающие двоякое прочтение: 2',
  },
  'quality.several_controls': {
    en: 'Transport units controlled in more than one country: 2',
    ru: 'Транспортные единицы, прошедшие контроль более чем в_одной стране: 2',
  },
  'quality.partial_country': {
    en: 'Kazakhstan: figures cover 1 of 48 units',
    ru: 'Казахстан: данные охватывают 1 из_48_групп',
  },
  'quality.equipment': {
    en: 'Equipment out of order: Aktau, Osh',
    ru: 'Оборудование временно не_работает: Актау, Ош',
  },
};

describe('changes messages', () => {
  it.each(Object.keys(PRINTED) as (keyof typeof PRINTED)[])('%s', (key) => {
    expect(printed('en', key)).toBe(PRINTED[key].en);
    expect(printed('ru', key)).toBe(PRINTED[key].ru);
  });
});
