import { describe, expect, it } from '@jest/globals';
import type { MessageKey } from '../messages.js';
import { type mastheadMessages } from './masthead.js';
import { printed } from './sample-values.fixture.js';

/** The wording as it is printed with sample values; a no-break space shows as `_`. */
const PRINTED: Readonly<
  Record<keyof typeof mastheadMessages & MessageKey, { readonly en: string; readonly ru: string }>
> = {
  'bulletin.numbered_title': {
    en: 'Daily bulletin No._12',
    ru: 'Ежедневный бюллетень №_12',
  },
  'bulletin.supplementary_title': {
    en: 'Supplementary bulletin No._31',
    ru: 'Дополнительный бюллетень №_31',
  },
  'bulletin.number': {
    en: 'No._12',
    ru: '№_12',
  },
  'bulletin.revised_number': {
    en: 'No._12/Rev. 1',
    ru: '№_12/Rev.1',
  },
  'bulletin.draft': {
    en: 'Draft, not issued',
    ru: 'Проект, не_издан',
  },
  'bulletin.revised': {
    en: 'This revised bulletin replaces bulletin No._12. Reason: no connection.',
    ru: 'Настоящий пересмотренный бюллетень заменяет бюллетень №_12. Причина: нет связи.',
  },
  'bulletin.provisional': {
    en: 'The figures are provisional and may be updated in later bulletins.',
    ru: 'Данные являются предварительными и_могут быть уточнены в_последующих бюллетенях.',
  },
  'bulletin.approved_by': {
    en: 'Approved by: Head of the Operation Coordination Unit',
    ru: 'Утверждено: руководитель координационной группы операции',
  },
  'bulletin.page': {
    en: 'Page 1 of 4',
    ru: 'Страница 1 из_4',
  },
  'bulletin.contact.heading': {
    en: 'Contact',
    ru: 'Контактные данные',
  },
  'bulletin.acknowledge': {
    en: 'Please acknowledge receipt of this bulletin.',
    ru: 'Просьба подтвердить получение настоящего бюллетеня.',
  },
  'bulletin.snapshot_hash': {
    en: 'Checksum of the data of this bulletin (SHA-256): b1946ac9',
    ru: 'Контрольная сумма данных бюллетеня (SHA-256): b1946ac9',
  },
  'bulletin.verification': {
    en: 'To verify the bulletin, compare this checksum with the one in its signed manifest file.',
    ru: 'Для проверки подлинности контрольная сумма сверяется с_указанной в_подписанном сопроводительном файле бюллетеня.',
  },
  'bulletin.disclaimer.heading': {
    en: 'Designations',
    ru: 'Используемые обозначения',
  },
  'bulletin.disclaimer': {
    en: 'The designations employed and the presentation of material in this bulletin do not imply the expression of any opinion whatsoever on the part of the participating countries concerning the legal status of any country, territory, city or area, or of its authorities, or concerning the delimitation of its frontiers or boundaries.',
    ru: 'Употребляемые обозначения и_изложение материала в_настоящем бюллетене не_означают выражения со_стороны стран-участниц какого бы то ни_было мнения относительно правового статуса той или иной страны, территории, города или района либо их властей или относительно делимитации их границ.',
  },
};

describe('masthead messages', () => {
  it.each(Object.keys(PRINTED) as (keyof typeof PRINTED)[])('%s', (key) => {
    expect(printed('en', key)).toBe(PRINTED[key].en);
    expect(printed('ru', key)).toBe(PRINTED[key].ru);
  });
});
