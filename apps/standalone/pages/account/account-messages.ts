import { createCatalogue, defineMessages } from '#libs/localization/catalogue.js';

/** Texts of the page of the own account. */
const table = defineMessages({
  'account.title': { en: 'My account', ru: 'Моя учётная запись' },
  'account.title_error': { en: 'Error: {title}', ru: 'Ошибка: {title}' },
  'account.name': { en: 'Name', ru: 'Имя' },
  'account.no_role': { en: 'No role in an operation', ru: 'Роль в операции не назначена' },
  'account.done.password': {
    en: 'The password has been changed, and your other sessions have ended.',
    ru: 'Пароль изменён, остальные сеансы завершены.',
  },
  'account.done.session': { en: 'The session has ended.', ru: 'Сеанс завершён.' },
  'account.done.others': { en: 'Your other sessions have ended.', ru: 'Остальные сеансы завершены.' },
  'account.sessions': { en: 'Sessions', ru: 'Сеансы' },
  'account.sessions.note': {
    en: 'Where you are signed in. End what you do not recognise, and change the password.',
    ru: 'Места, в которых выполнен вход. Незнакомый сеанс следует завершить, а пароль изменить.',
  },
  'account.session.agent': { en: 'Browser', ru: 'Браузер' },
  'account.session.created': { en: 'Signed in', ru: 'Вход' },
  'account.session.seen': { en: 'Last used', ru: 'Последнее действие' },
  'account.session.this': { en: 'this session', ru: 'этот сеанс' },
  'account.session.end': { en: 'End', ru: 'Завершить' },
  'account.session.end_of': { en: 'the session of {instant}', ru: 'сеанс от {instant}' },
  'account.sessions.end_others': { en: 'End all others', ru: 'Завершить все остальные' },
  'account.password': { en: 'Change the password', ru: 'Изменение пароля' },
  'account.password.present': { en: 'Present password', ru: 'Текущий пароль' },
  'account.password.new': { en: 'New password', ru: 'Новый пароль' },
  'account.password.note': {
    en: 'At least 15 characters. Several words that have nothing to do with each other do well.',
    ru: 'Не менее 15 знаков. Подойдёт фраза из нескольких не связанных между собой слов.',
  },
  'account.password.submit': { en: 'Change', ru: 'Изменить' },
  'account.codes': { en: 'Recovery codes', ru: 'Резервные коды' },
  'account.codes.note': {
    en: 'Ten new codes; the former ones are of no use any more. A code of the authenticator is needed.',
    ru: 'Будут созданы десять новых кодов; прежние станут недействительными. Требуется код из аутентификатора.',
  },
  'account.codes.code': { en: 'Code of the authenticator', ru: 'Код из приложения-аутентификатора' },
  'account.codes.submit': { en: 'Make new codes', ru: 'Создать новые коды' },
  'account.codes.shown': {
    en: 'Your new recovery codes, shown this once. Print or write them down and keep them apart from the authenticator.',
    ru: 'Ваши новые резервные коды; они показываются один раз. Распечатайте или запишите их и храните отдельно от аутентификатора.',
  },
});

/** Texts without places. */
export type AccountText = Exclude<keyof typeof table, 'account.title_error' | 'account.session.end_of'>;

export const accountCatalogue = createCatalogue(table);

/** A text of the page in the language of the reader. */
export const accountMessage = accountCatalogue.message;
