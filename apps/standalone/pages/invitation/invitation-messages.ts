import { createCatalogue, defineMessages } from '#libs/localization/catalogue.js';

/** Texts of the page on which an invitation is accepted. */
const table = defineMessages({
  'invitation.title': { en: 'Accept an invitation', ru: 'Принятие приглашения' },
  'invitation.title_error': { en: 'Error: {title}', ru: 'Ошибка: {title}' },
  'invitation.title_done': { en: 'The account is ready', ru: 'Учётная запись готова' },
  'invitation.lead': {
    en: 'Your administrator has handed you a text of 43 characters. Paste it here; it is valid for three days and for one time.',
    ru: 'Администратор передал вам строку из 43 знаков. Вставьте её сюда; она действует три дня и только один раз.',
  },
  'invitation.token': { en: 'Invitation', ru: 'Приглашение' },
  'invitation.next': { en: 'Next', ru: 'Далее' },
  'invitation.for': { en: 'Your name at sign-in: {name}.', ru: 'Имя для входа: {name}.' },
  'invitation.totp.heading': { en: '1. Authenticator', ru: '1. Приложение-аутентификатор' },
  'invitation.totp': {
    en: 'Add an account in your authenticator app (time-based, six digits): on this device with the link, on another one by typing the key.',
    ru: 'Добавьте учётную запись в приложение-аутентификатор (код по времени, шесть цифр): на этом устройстве — по ссылке, на другом — вводом ключа вручную.',
  },
  'invitation.totp.link': { en: 'Open in the authenticator', ru: 'Открыть в аутентификаторе' },
  'invitation.totp.key': { en: 'Key', ru: 'Ключ' },
  'invitation.totp.note': {
    en: 'Spaces do not matter. Show the key to nobody.',
    ru: 'Пробелы не имеют значения. Не показывайте ключ никому.',
  },
  'invitation.password.heading': { en: '2. Password and first code', ru: '2. Пароль и первый код' },
  'invitation.password': { en: 'Password', ru: 'Пароль' },
  'invitation.password.note': {
    en: 'At least 15 characters. Several words that have nothing to do with each other do well.',
    ru: 'Не менее 15 знаков. Подойдёт фраза из нескольких не связанных между собой слов.',
  },
  'invitation.code': { en: 'Code that the authenticator shows', ru: 'Код, показанный аутентификатором' },
  'invitation.accept': { en: 'Accept', ru: 'Принять' },
  'invitation.codes': {
    en: 'Your recovery codes, shown this once. Print or write them down and keep them apart from the authenticator: each lets you sign in one time without it.',
    ru: 'Ваши резервные коды; они показываются один раз. Распечатайте или запишите их и храните отдельно от аутентификатора: каждый код позволяет один раз войти без него.',
  },
  'invitation.sign_in': { en: 'Sign in', ru: 'Войти' },
});

export const invitationCatalogue = createCatalogue(table);

/** A text of the page in the language of the reader. */
export const invitationMessage = invitationCatalogue.message;
