import { type ProblemEntry, words } from './problem-words.js';

/** What can be wrong at sign-in and with sessions and keys; wrong name, wrong password and a locked account read alike. */
const SIGN_IN_PROBLEMS = {
  'sign-in-needed': words(
    ['Please sign in', 'This address is for those who have signed in.'],
    ['Требуется вход', 'Этот адрес доступен только после входа в систему.'],
  ),
  'sign-in-refused': words(
    [
      'Signing in was not possible',
      'The name or the password is not right, or there were too many attempts.',
      'Check both, wait some minutes after several attempts, or ask your administrator for a new invitation.',
    ],
    [
      'Войти не удалось',
      'Имя или пароль указаны неверно, либо попыток было слишком много.',
      'Проверьте данные, после нескольких попыток подождите несколько минут или запросите у администратора новое приглашение.',
    ],
  ),
  'second-factor-refused': words(
    [
      'The code was not accepted',
      'It is wrong, was used already, or there were too many attempts.',
      'Wait for the next code of your authenticator, or use a recovery code.',
    ],
    [
      'Код не принят',
      'Код неверен, уже использован, либо попыток было слишком много.',
      'Дождитесь следующего кода в приложении-аутентификаторе или используйте резервный код.',
    ],
  ),
  'sign-in-expired': words(
    ['Signing in took too long', 'The first step is no longer valid.', 'Begin again with name and password.'],
    [
      'Время входа истекло',
      'Первый шаг входа больше не действителен.',
      'Начните заново с ввода имени и пароля.',
    ],
  ),
  'sign-in-busy': words(
    ['Too many people are signing in', 'Nothing was checked.', 'Try again in some seconds.'],
    [
      'Слишком много одновременных входов',
      'Проверка не выполнялась.',
      'Повторите попытку через несколько секунд.',
    ],
  ),
  'connection-insecure': words(
    [
      'The connection is not encrypted',
      'Signing in is possible over HTTPS alone.',
      'Open the address that begins with https.',
    ],
    [
      'Соединение не зашифровано',
      'Вход возможен только по протоколу HTTPS.',
      'Откройте адрес, начинающийся с https.',
    ],
  ),
  'session-ended': words(
    [
      'Your session has ended',
      'It was ended, was idle for 30 minutes, or is 12 hours old.',
      'Please sign in again.',
    ],
    [
      'Сеанс завершён',
      'Сеанс прекращён, не использовался 30 минут или длится более 12 часов.',
      'Войдите в систему ещё раз.',
    ],
  ),
  'session-unknown': words(
    ['There is no such session', 'It has ended already, or is not yours.'],
    ['Сеанс не найден', 'Он уже завершён или принадлежит другой учётной записи.'],
  ),
  'foreign-origin': words(
    [
      'The request comes from another site',
      'Changes are taken from the pages of this site alone.',
      'Open the site itself and try again.',
    ],
    [
      'Запрос поступил с другого сайта',
      'Изменения принимаются только со страниц этого сайта.',
      'Откройте сам сайт и повторите действие.',
    ],
  ),
  'api-key-invalid': words(
    [
      'The key of the program is not accepted',
      'It is unknown, has expired, was revoked or belongs to another operation.',
      'Ask your administrator for a new key.',
    ],
    [
      'Ключ программы не принят',
      'Ключ неизвестен, истёк, отозван или относится к другой операции.',
      'Запросите у администратора новый ключ.',
    ],
  ),
} satisfies Record<string, ProblemEntry>;

/** What can be wrong with a new password and an invitation. */
const CREDENTIAL_PROBLEMS = {
  'password-too-short': words(
    [
      'The password is too short',
      'At least {limit} characters are needed.',
      'Several words in a row do well.',
    ],
    ['Пароль слишком короткий', 'Минимальная длина в знаках: {limit}.', 'Подойдёт фраза из нескольких слов.'],
  ),
  'password-too-long': words(
    ['The password is too long', 'At most {limit} bytes are accepted.'],
    ['Пароль слишком длинный', 'Допустимый размер — не более {limit} байт.'],
  ),
  'password-guessable': words(
    [
      'The password is easy to guess',
      'It consists of common words, names of the account or of the product, or of the same few characters.',
      'Several words that have nothing to do with each other do well.',
    ],
    [
      'Пароль легко угадать',
      'Он состоит из распространённых слов, имён учётной записи или продукта либо из немногих повторяющихся знаков.',
      'Подойдёт фраза из нескольких не связанных между собой слов.',
    ],
  ),
  'invitation-unknown': words(
    [
      'The invitation is not valid',
      'It was used, has expired or was replaced by a newer one.',
      'Ask your administrator for a new invitation.',
    ],
    [
      'Приглашение недействительно',
      'Оно уже использовано, истекло или заменено более новым.',
      'Запросите у администратора новое приглашение.',
    ],
  ),
} satisfies Record<string, ProblemEntry>;

/** What can be wrong with what the administrator does. */
const ADMINISTRATION_PROBLEMS = {
  'organisation-unknown': words(
    ['There is no such organisation', 'Check the id of the organisation.'],
    ['Организация не найдена', 'Проверьте идентификатор организации.'],
  ),
  'organisation-known': words(
    ['The organisation is there already', 'The country or the unit has its organisation.', 'Use that one.'],
    ['Организация уже существует', 'У этой страны или группы уже есть организация.', 'Используйте её.'],
  ),
  'organisation-wrong': words(
    [
      'Kind, country and unit do not fit together',
      'A unit needs its id, a country administration its country; the OCU has neither.',
      'Mend the request and send it again.',
    ],
    [
      'Вид организации, страна и группа не согласованы',
      'Для группы требуется её идентификатор, для администрации страны — код страны; для координационной группы не указывается ни то, ни другое.',
      'Исправьте запрос и отправьте его повторно.',
    ],
  ),
  'account-unknown': words(
    ['There is no such account', 'Nobody of this id has a role in the operation.', 'Check the id.'],
    [
      'Учётная запись не найдена',
      'В операции нет участника с таким идентификатором.',
      'Проверьте идентификатор.',
    ],
  ),
  'account-name-wrong': words(
    [
      'This cannot be a name',
      'Letters of one script, digits, dot, hyphen and underscore are possible, without spaces; a name cannot begin with “key-”.',
    ],
    [
      'Недопустимое имя',
      'Допустимы буквы одной письменности, цифры, точка, дефис и подчёркивание, без пробелов; имя не может начинаться с «key-».',
    ],
  ),
  'account-name-taken': words(
    ['The name is taken', 'There is an account with the name “{name}”.', 'Choose another name.'],
    ['Имя занято', 'Учётная запись с именем «{name}» уже существует.', 'Выберите другое имя.'],
  ),
  'account-elsewhere': words(
    [
      'The account takes part in other operations',
      'It can be disabled only where it has no role in another operation.',
      'Take its role in this operation away instead.',
    ],
    [
      'Учётная запись участвует в других операциях',
      'Отключить можно только запись, не имеющую роли в других операциях.',
      'Вместо этого отзовите её роль в данной операции.',
    ],
  ),
  'role-does-not-fit': words(
    [
      'The role does not fit the organisation',
      'An officer belongs to a unit of the own country, a contact point and a participant to the own country, the OCU and the administrator to no country.',
      'Check role, unit and country.',
    ],
    [
      'Роль не соответствует организации',
      'Сотрудник относится к группе своей страны, контактный пункт и участник — к своей стране, координационная группа и администратор — ни к какой стране.',
      'Проверьте роль, группу и страну.',
    ],
  ),
  'api-key-unknown': words(
    ['There is no such key', 'Check the id of the key and the operation in the address.'],
    ['Ключ не найден', 'Проверьте идентификатор ключа и операцию в адресе.'],
  ),
} satisfies Record<string, ProblemEntry>;

export const ACCOUNT_PROBLEMS = {
  ...SIGN_IN_PROBLEMS,
  ...CREDENTIAL_PROBLEMS,
  ...ADMINISTRATION_PROBLEMS,
} satisfies Record<string, ProblemEntry>;
