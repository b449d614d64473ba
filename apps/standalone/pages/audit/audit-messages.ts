import { createCatalogue, defineMessages } from '#libs/localization/catalogue.js';

/** The words of the page of the audit trail. Actions, outcomes and addresses are shown under their codes. */
const table = defineMessages({
  title: { en: 'Audit trail: {operation}', ru: 'Журнал аудита: {operation}' },
  service: { en: 'Part of the product', ru: 'Часть системы' },
  'service.reporting': { en: 'Daily reports', ru: 'Ежедневные отчёты' },
  'service.coordination': { en: 'Coordination', ru: 'Координация' },
  'service.bulletin': { en: 'Bulletins', ru: 'Бюллетени' },
  'service.identity': { en: 'Accounts and sign-in', ru: 'Учётные записи и вход' },
  from: { en: 'From (UTC, 2017-09-01T00:00:00Z)', ru: 'С (UTC, 2017-09-01T00:00:00Z)' },
  to: { en: 'To (UTC)', ru: 'По (UTC)' },
  actor: { en: 'Account, key or job', ru: 'Учётная запись, ключ или задание' },
  action: { en: 'Action', ru: 'Действие' },
  any: { en: 'any', ru: 'любое' },
  object: { en: 'Object begins with', ru: 'Начало обозначения объекта' },
  show: { en: 'Show', ru: 'Показать' },
  sealed: {
    en: 'Sealed up to position {position}, recorded {at}. Waiting: {unsealed}.',
    ru: 'Запечатано до позиции {position}, запись от {at}. Ожидает запечатывания: {unsealed}.',
  },
  unbegun: { en: 'Nothing is sealed yet.', ru: 'Запечатанных записей пока нет.' },
  whole: {
    en: 'Recomputed {at} up to position {position}: whole.',
    ru: 'Пересчитано {at} до позиции {position}: нарушений нет.',
  },
  altered: {
    en: 'Recomputed {at} up to position {position}: ALTERED. Problems found: {problems}. Run "cli verify --audit" and inform the head of the Operation Coordination Unit.',
    ru: 'Пересчитано {at} до позиции {position}: ЖУРНАЛ ИЗМЕНЁН. Обнаружено нарушений: {problems}. Следует выполнить «cli verify --audit» и сообщить руководителю координационной группы операции.',
  },
  unverified: { en: 'Not recomputed yet.', ru: 'Пересчёт ещё не выполнялся.' },
  caption: { en: 'Entries, the newest first', ru: 'Записи, начиная с новейших' },
  none: { en: 'There are no such entries.', ru: 'Таких записей нет.' },
  position: { en: 'Position', ru: 'Позиция' },
  at: { en: 'When (UTC)', ru: 'Время (UTC)' },
  who: { en: 'Who', ru: 'Кто' },
  network: { en: 'Network', ru: 'Сеть' },
  what: { en: 'What', ru: 'Что' },
  outcome: { en: 'Outcome', ru: 'Итог' },
  'kind.change': { en: 'change', ru: 'изменение' },
  'kind.disclosure': { en: 'disclosure', ru: 'выдача сведений' },
  'kind.refusal': { en: 'refusal', ru: 'отказ' },
  nobody: { en: 'nobody known', ru: 'не установлено' },
  older: { en: 'Older entries', ru: 'Более ранние записи' },
});

export const auditCatalogue = createCatalogue(table);
export const auditMessage = auditCatalogue.message;
