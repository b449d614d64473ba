import { createCatalogue, defineMessages } from '#libs/localization/catalogue.js';

/** Texts of the page on which people sign in. */
const table = defineMessages({
  'sign_in.title': { en: 'Sign in', ru: 'Вход в систему' },
  'sign_in.title_second': { en: 'Sign in: second step', ru: 'Вход в систему: второй шаг' },
  'sign_in.title_error': { en: 'Error: {title}', ru: 'Ошибка: {title}' },
  'sign_in.lead': {
    en: 'First your name and password, then a code of your authenticator.',
    ru: 'Сначала указываются имя и пароль, затем код из приложения-аутентификатора.',
  },
  'sign_in.ended': {
    en: 'Your session has ended: after 30 minutes without use, after 12 hours, or because it was ended. Sign in again; nothing that was accepted is lost.',
    ru: 'Сеанс завершён: он не использовался 30 минут, длился 12 часов или был прекращён. Войдите ещё раз; всё принятое системой сохранено.',
  },
  'sign_in.signed_out': { en: 'You have signed out.', ru: 'Выход выполнен.' },
  'sign_in.name': { en: 'Name', ru: 'Имя' },
  'sign_in.password': { en: 'Password', ru: 'Пароль' },
  'sign_in.next': { en: 'Next', ru: 'Далее' },
  'sign_in.lead_second': {
    en: 'The first step is done. Open your authenticator and type the six digits that it shows now.',
    ru: 'Первый шаг выполнен. Откройте приложение-аутентификатор и введите шесть цифр, которые показаны сейчас.',
  },
  'sign_in.code': { en: 'Code of the authenticator', ru: 'Код из приложения-аутентификатора' },
  'sign_in.recovery.heading': {
    en: 'I do not have my authenticator',
    ru: 'Приложение-аутентификатор недоступно',
  },
  'sign_in.recovery': { en: 'Recovery code', ru: 'Резервный код' },
  'sign_in.recovery.note': {
    en: 'One of the ten codes that were shown when you accepted the invitation. Each is good for one time.',
    ru: 'Один из десяти кодов, показанных при принятии приглашения. Каждый код действует один раз.',
  },
  'sign_in.submit': { en: 'Sign in', ru: 'Войти' },
  'sign_in.again': { en: 'Begin again', ru: 'Начать заново' },
  'sign_in.invited': { en: 'I have an invitation', ru: 'У меня есть приглашение' },
  'sign_in.lost': {
    en: 'Who has lost the password or the authenticator asks the administrator for a new invitation.',
    ru: 'При утрате пароля или аутентификатора следует запросить у администратора новое приглашение.',
  },
  'sign_in.demo.heading': { en: 'To try it out', ru: 'Для ознакомления' },
  'sign_in.demo': {
    en: 'Demonstration accounts of this machine: one click signs in, without a password. They are there in development alone.',
    ru: 'Демонстрационные учётные записи этого компьютера: вход одним нажатием, без пароля. Доступны только в режиме разработки.',
  },
});

/** Texts without places. */
export type SignInText = Exclude<keyof typeof table, 'sign_in.title_error'>;

export const signInCatalogue = createCatalogue(table);

/** A text of the page in the language of the reader. */
export const signInMessage = signInCatalogue.message;
