import { defineMessages } from '../catalogue.js';

/** Top and foot of a bulletin: what it is, for when, who answers for it, how it is verified. */
export const mastheadMessages = defineMessages({
  'bulletin.numbered_title': { en: 'Daily bulletin {number}', ru: 'Ежедневный бюллетень {number}' },
  'bulletin.supplementary_title': {
    en: 'Supplementary bulletin {number}',
    ru: 'Дополнительный бюллетень {number}',
  },
  'bulletin.number': { en: 'No. {number}', ru: '№ {number}' },
  'bulletin.revised_number': { en: 'No. {number}/Rev. {revision}', ru: '№ {number}/Rev.{revision}' },
  'bulletin.draft': { en: 'Draft, not issued', ru: 'Проект, не издан' },
  'bulletin.revised': {
    en: 'This revised bulletin replaces bulletin {number}. Reason: {reason}.',
    ru: 'Настоящий пересмотренный бюллетень заменяет бюллетень {number}. Причина: {reason}.',
  },
  'bulletin.provisional': {
    en: 'The figures are provisional and may be updated in later bulletins.',
    ru: 'Данные являются предварительными и могут быть уточнены в последующих бюллетенях.',
  },
  'bulletin.approved_by': { en: 'Approved by: {function}', ru: 'Утверждено: {function}' },
  'bulletin.page': { en: 'Page {page} of {pages}', ru: 'Страница {page} из {pages}' },
  'bulletin.contact.heading': { en: 'Contact', ru: 'Контактные данные' },
  'bulletin.acknowledge': {
    en: 'Please acknowledge receipt of this bulletin.',
    ru: 'Просьба подтвердить получение настоящего бюллетеня.',
  },
  'bulletin.snapshot_hash': {
    en: 'Checksum of the data of this bulletin (SHA-256): {hash}',
    ru: 'Контрольная сумма данных бюллетеня (SHA-256): {hash}',
  },
  'bulletin.verification': {
    en: 'To verify the bulletin, compare this checksum with the one in its signed manifest file.',
    ru: 'Для проверки подлинности контрольная сумма сверяется с указанной в подписанном сопроводительном файле бюллетеня.',
  },
  'bulletin.disclaimer.heading': { en: 'Designations', ru: 'Используемые обозначения' },
  /** The United Nations' standard wording, spoken by the participants; official wording keeps е. */
  'bulletin.disclaimer': {
    en:
      'The designations employed and the presentation of material in this bulletin do not imply the expression of any ' +
      'opinion whatsoever on the part of the participating countries concerning the legal status of any country, ' +
      'territory, city or area, or of its authorities, or concerning the delimitation of its frontiers or boundaries.',
    ru:
      'Употребляемые обозначения и изложение материала в настоящем бюллетене не означают выражения со стороны ' +
      'стран-участниц какого бы то ни было мнения относительно правового статуса той или иной страны, территории, ' +
      'города или района либо их властей или относительно делимитации их границ.',
  },
});
