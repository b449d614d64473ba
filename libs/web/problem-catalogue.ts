import { ACCOUNT_PROBLEMS } from './account-problems.js';
import { BULLETIN_TEXT_PROBLEMS } from './bulletin-text-problems.js';
import { CONTACT_POINT_PROBLEMS } from './contact-point-problems.js';
import { DISTRIBUTION_PROBLEMS } from './distribution-problems.js';
import { FINDING_PROBLEMS } from './finding-problems.js';
import { ISSUING_PROBLEMS } from './issuing-problems.js';
import { LIMIT_PROBLEMS } from './limit-problems.js';
import { NOMINAL_PROBLEMS } from './nominal-problems.js';
import { REVISION_PROBLEMS } from './revision-problems.js';
import { type ProblemEntry, type ProblemLanguage, type ProblemWords, words } from './problem-words.js';
import { SHEET_PROBLEMS } from './sheet-problems.js';
import { TWO_PERSON_PROBLEMS } from './two-person-problems.js';

export { type ProblemLanguage, type ProblemWords } from './problem-words.js';

/** What the request itself can have wrong, whatever it asks for. */
const REQUEST_PROBLEMS = {
  'invalid-fields': words(
    [
      'Some fields are not right',
      'Problems found: {count}.',
      'The list below names each field; mend them and send again.',
    ],
    [
      'Некоторые поля заполнены неверно',
      'Обнаружено ошибок: {count}.',
      'Поля перечислены ниже; исправьте их и отправьте запрос повторно.',
    ],
  ),
  'body-unreadable': words(
    [
      'The message cannot be read',
      'The body of the request must be one JSON object.',
      'The reason is given below.',
    ],
    [
      'Сообщение не удалось прочитать',
      'Тело запроса должно содержать один объект JSON.',
      'Причина указана ниже.',
    ],
  ),
  'body-too-large': words(
    [
      'The message is too large',
      'At most {limit} bytes are accepted here.',
      'Send fewer lines, or leave out what is not needed.',
    ],
    [
      'Сообщение слишком большое',
      'Допустимый размер — не более {limit} байт.',
      'Сократите число строк или исключите лишнее.',
    ],
  ),
  'media-type': words(
    [
      'The kind of content is not accepted',
      'Send JSON in UTF-8, not compressed, with the header “Content-Type: application/json”.',
    ],
    [
      'Тип содержимого не поддерживается',
      'Передайте несжатый JSON в кодировке UTF-8 с заголовком «Content-Type: application/json».',
    ],
  ),
  'clock-invalid': words(
    [
      'The instant in the header is not right',
      'The header {header} must hold an instant in UTC, for example 2017-09-05T14:00:00Z.',
      'Correct it or leave it out.',
    ],
    [
      'Неверно указан момент времени в заголовке',
      'Заголовок {header} должен содержать момент времени UTC, например 2017-09-05T14:00:00Z.',
      'Исправьте его или не передавайте.',
    ],
  ),
  'not-found': words(
    [
      'There is nothing at this address',
      'Check the address; the list of addresses is in the API description.',
    ],
    ['По этому адресу ничего нет', 'Проверьте адрес; перечень адресов приведён в описании API.'],
  ),
  'method-not-allowed': words(
    [
      'This method is not possible here',
      'The address exists, but not for {method}.',
      'Use one of: {allowed}.',
    ],
    [
      'Метод здесь не поддерживается',
      'Адрес существует, но не для метода {method}.',
      'Допустимые методы: {allowed}.',
    ],
  ),
  'request-invalid': words(
    ['The request cannot be understood', 'Check the address and the headers and send it again.'],
    ['Запрос не удалось распознать', 'Проверьте адрес и заголовки и отправьте запрос повторно.'],
  ),
  unavailable: words(
    [
      'The service is not available at the moment',
      'Nothing was changed.',
      'Send the same request again in a minute, with the same submission id.',
    ],
    [
      'Сервис временно недоступен',
      'Данные не изменены.',
      'Повторите тот же запрос через минуту с тем же идентификатором отправки.',
    ],
  ),
  internal: words(
    [
      'Something went wrong on our side',
      'It is not known whether the request was carried out: send the same request again, with the same submission id; nothing is counted twice.',
      'If it happens again, give the administrator this number: {id}.',
    ],
    [
      'Произошла ошибка на нашей стороне',
      'Неизвестно, выполнен ли запрос. Отправьте его ещё раз с тем же идентификатором отправки: данные не будут учтены дважды.',
      'Если ошибка повторится, сообщите администратору номер обращения: {id}.',
    ],
  ),
} satisfies Record<string, ProblemEntry>;

const ACCESS_PROBLEMS = {
  'acting-party-missing': words(
    [
      'It is not known who acts',
      'Give the acting party in the header {header}, for example “pcu_officer:UZ-ANG/karimov”.',
    ],
    [
      'Не указано, от чьего имени выполняется действие',
      'Укажите роль и пользователя в заголовке {header}, например «pcu_officer:UZ-ANG/karimov».',
    ],
  ),
  'acting-party-malformed': words(
    [
      'The acting party cannot be read',
      'The header {header} holds “{given}”, which names no acting party.',
      'Expected is role:scope/person, for example “pcu_officer:UZ-ANG/karimov” (unit), “contact_point:UZ/saidov” or “participant:KG/reader” (country), and without scope “ocu_analyst/lee”, “ocu_head/akhmetov” or “administrator/anna”.',
    ],
    [
      'Не удалось распознать, от чьего имени выполняется действие',
      'Заголовок {header} содержит «{given}»; такое значение не указывает роль и пользователя.',
      'Ожидается запись «роль:область/пользователь», например «pcu_officer:UZ-ANG/karimov» (группа), «contact_point:UZ/saidov» или «participant:KG/reader» (страна), а без области — «ocu_analyst/lee», «ocu_head/akhmetov» или «administrator/anna».',
    ],
  ),
  'not-allowed': words(
    [
      'You are not entitled to do this',
      'The Protocol of the operation does not give your role this right for this unit or country.',
      'Ask {whom}.',
    ],
    [
      'У вас нет права на это действие',
      'Протокол операции не предоставляет вашей роли такого права в отношении этой группы портового контроля или страны.',
      'Обратитесь {whom}.',
    ],
  ),
} satisfies Record<string, ProblemEntry>;

const REPORTING_PROBLEMS = {
  'operation-unknown': words(
    [
      'The operation is not known',
      'There is no operation with the code “{operation}”.',
      'Check the code in the address.',
    ],
    ['Операция не найдена', 'Операции с кодом «{operation}» нет.', 'Проверьте код в адресе.'],
  ),
  'unit-unknown': words(
    [
      'The unit does not take part',
      'The unit “{unit}” is not in the plan of the operation “{operation}”.',
      'Check the id of the unit in the address.',
    ],
    [
      'Группа портового контроля не участвует в операции',
      'Группы «{unit}» нет в плане операции «{operation}».',
      'Проверьте идентификатор группы в адресе.',
    ],
  ),
  'day-outside-operation': words(
    [
      'The day does not belong to the operation',
      'The operation day {day} is outside the operation.',
      'The operation runs from {firstDay} to {lastDay}.',
      'Check the operation day.',
    ],
    [
      'День не относится к операции',
      'День {day} выходит за пределы срока проведения операции.',
      'Операция проводится с {firstDay} по {lastDay}.',
      'Проверьте день операции.',
    ],
  ),
  'day-in-future': words(
    [
      'The day has not begun',
      'The operation day {day} has not begun at the unit.',
      'At the unit it is now {today}.',
      'Check the operation day, or send the report once the day has begun.',
    ],
    [
      'День ещё не наступил',
      'По местному времени группы день операции {day} ещё не наступил.',
      'Сейчас там {today}.',
      'Проверьте день операции или отправьте отчёт, когда этот день наступит.',
    ],
  ),
  'submission-id-reused': words(
    [
      'The submission id was used before',
      'Another content was already sent under this id.',
      'Send the new content under a new id, as a revision.',
    ],
    [
      'Идентификатор отправки уже использован',
      'С этим идентификатором ранее были переданы другие данные.',
      'Передайте новые данные с новым идентификатором, как новую редакцию отчёта.',
    ],
  ),
  'revision-needs-basis': words(
    [
      'The day already has a report',
      'The newest revision is {newest}.',
      'To replace it, give its number in “basedOn” and the reason in “reason”.',
    ],
    [
      'За этот день отчёт уже имеется',
      'Последняя редакция — {newest}.',
      'Чтобы заменить её, укажите её номер в поле «basedOn» и причину в поле «reason».',
    ],
  ),
  'basis-outdated': words(
    [
      'The report was changed meanwhile',
      'The newest revision is {newest}, not the one you started from.',
      'Read it, carry your changes over and send again.',
    ],
    [
      'Отчёт тем временем изменён',
      'Последняя редакция — {newest}, а не та, которую вы взяли за основу.',
      'Ознакомьтесь с ней, перенесите свои изменения и отправьте отчёт повторно.',
    ],
  ),
  'report-unknown': words(
    [
      'There is no such report',
      'The unit {unit} has sent no report for {day}.',
      'Check the unit and the day in the address.',
    ],
    ['Отчёт не найден', 'Группа {unit} не передавала отчёта за {day}.', 'Проверьте группу и день в адресе.'],
  ),
  'revision-unknown': words(
    [
      'There is no such revision',
      'The report of {unit} for {day} has no revision {revision}.',
      'Check the number of the revision in the address.',
    ],
    [
      'Редакция не найдена',
      'У отчёта группы {unit} за {day} нет редакции {revision}.',
      'Проверьте номер редакции в адресе.',
    ],
  ),
  'state-conflict': words(
    [
      'This cannot be done now',
      'The present state is “{state}”, which does not allow it.',
      'Read the present state and decide anew.',
    ],
    [
      'Сейчас это действие невозможно',
      'Текущее состояние — «{state}»; в этом состоянии действие не допускается.',
      'Уточните текущее состояние и примите решение заново.',
    ],
  ),
} satisfies Record<string, ProblemEntry>;

const CLOSING_PROBLEMS = {
  'before-cut-off': words(
    [
      'The day cannot be closed yet',
      'The cut-off for {day} is at {cutOff}.',
      'Close the day after the cut-off.',
    ],
    [
      'День ещё нельзя закрыть',
      'Срок приёма отчётов за {day} истекает {cutOff}.',
      'Закройте день после истечения этого срока.',
    ],
  ),
  'previous-day-open': words(
    ['The day before is still open', 'Days close in order, and {previous} is not closed.', 'Close it first.'],
    [
      'Предыдущий день не закрыт',
      'Дни закрываются по порядку, а {previous} ещё не закрыт.',
      'Сначала закройте его.',
    ],
  ),
  'later-day-closed': words(
    [
      'A later day is closed already',
      'Supplementary bulletins go forward in time, and the last one is that of {last}.',
      'Close a day after it: what arrived since is counted there.',
    ],
    [
      'Закрыт более поздний день',
      'Дополнительные бюллетени издаются в порядке дней, и последний из них издан за {last}.',
      'Закройте один из последующих дней: поступившие сведения будут учтены в нём.',
    ],
  ),
  'day-not-closed': words(
    [
      'The day is not closed',
      'A revised edition needs a closed day, and {day} is open.',
      'Close the day first.',
    ],
    [
      'День не закрыт',
      'Пересмотренная редакция возможна только для закрытого дня, а {day} ещё открыт.',
      'Сначала закройте этот день.',
    ],
  ),
  'day-closed': words(
    ['The day is closed', 'The day {day} is closed, and nothing is awaited any more.', 'Choose an open day.'],
    ['День закрыт', 'День {day} закрыт, поступление отчётов больше не ожидается.', 'Выберите открытый день.'],
  ),
  'closing-unknown': words(
    ['Nobody has asked to close this day', 'There is no closing of {day}.', 'Ask for the closing first.'],
    [
      'Закрытие этого дня не начато',
      'Запрос на закрытие дня {day} не поступал.',
      'Сначала запросите закрытие.',
    ],
  ),
  'bulletin-unknown': words(
    [
      'There is no such bulletin',
      'The bulletin No. {number}/Rev. {revision} does not exist, or its day is still being closed.',
      'Try again in a moment, or check number and revision in the address.',
    ],
    [
      'Бюллетень не найден',
      'Бюллетеня № {number}/Rev.{revision} нет, либо закрытие соответствующего дня ещё не завершено.',
      'Повторите запрос через некоторое время или проверьте номер и редакцию в адресе.',
    ],
  ),
  'bulletin-not-issued': words(
    [
      'The bulletin is not issued',
      'The bulletin No. {number}/Rev. {revision} is a draft.',
      'Its files exist once the head of the Operation Coordination Unit has issued it.',
    ],
    [
      'Бюллетень не издан',
      'Бюллетень № {number}/Rev.{revision} является проектом.',
      'Файлы появятся после его издания руководителем координационной группы операции.',
    ],
  ),
} satisfies Record<string, ProblemEntry>;

/** Every problem the product answers with, in English and Russian. */
export const PROBLEMS = {
  ...REQUEST_PROBLEMS,
  ...LIMIT_PROBLEMS,
  ...ACCESS_PROBLEMS,
  ...ACCOUNT_PROBLEMS,
  ...REPORTING_PROBLEMS,
  ...CONTACT_POINT_PROBLEMS,
  ...REVISION_PROBLEMS,
  ...FINDING_PROBLEMS,
  ...CLOSING_PROBLEMS,
  ...BULLETIN_TEXT_PROBLEMS,
  ...ISSUING_PROBLEMS,
  ...DISTRIBUTION_PROBLEMS,
  ...SHEET_PROBLEMS,
  ...NOMINAL_PROBLEMS,
  ...TWO_PERSON_PROBLEMS,
} satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The words of a code; undefined for a code that is not in the catalogue. */
export function problemWords(code: string, language: ProblemLanguage): ProblemWords | undefined {
  return Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code as ProblemCode][language] : undefined;
}
