import { type ProblemEntry, words } from './problem-words.js';

/** What can stand in the way of issuing a bulletin and reading its files. */
export const ISSUING_PROBLEMS = {
  'bulletin-file-unknown': words(
    ['There is no such file', 'A bulletin has no file “{file}”.', 'Its files are: {known}.'],
    ['Такого файла нет', 'У бюллетеня нет файла «{file}».', 'Имеющиеся файлы: {known}.'],
  ),
  'bulletin-out-of-order': words(
    [
      'The bulletin before is not issued',
      'Bulletins are issued in the order of their numbers, and No. {previous} is not issued.',
      'Issue it first.',
    ],
    [
      'Предыдущий бюллетень не издан',
      'Бюллетени издаются по порядку номеров, а № {previous} ещё не издан.',
      'Сначала издайте его.',
    ],
  ),
  'bulletin-edition-out-of-order': words(
    [
      'The edition before is not issued',
      'Rev. {revision} of bulletin No. {number} replaces the edition before it, and that one (Rev. {previous}) is not issued.',
      'Issue it first.',
    ],
    [
      'Предыдущая редакция бюллетеня не издана',
      'Редакция Rev.{revision} бюллетеня № {number} заменяет предыдущую, а та (Rev.{previous}) ещё не издана.',
      'Сначала издайте её.',
    ],
  ),
  'bulletin-issued': words(
    [
      'The bulletin is issued already',
      'No. {number}/Rev. {revision} was issued; it can be neither proposed nor issued once more.',
      'What is to be put right goes into a revised edition.',
    ],
    [
      'Бюллетень уже издан',
      'Бюллетень № {number}/Rev.{revision} издан; предложить или издать его повторно невозможно.',
      'Исправления вносятся в новую редакцию.',
    ],
  ),
  'bulletin-texts-incomplete': words(
    [
      'Texts of the bulletin are not in both languages',
      'Texts of No. {number}/Rev. {revision} without English or Russian: {count}.',
      'Nothing was changed. Such a day should not have been closed: tell the administrator.',
    ],
    [
      'Тексты бюллетеня приведены не на обоих языках',
      'Число текстов бюллетеня № {number}/Rev.{revision}, в которых нет английского или русского текста: {count}.',
      'Данные не изменены. День с такими текстами не должен был быть закрыт: сообщите администратору.',
    ],
  ),
  'bulletin-before-closing': words(
    [
      'The instant of issue is too early',
      'The day of bulletin No. {number}/Rev. {revision} was closed at {closedAt}; it cannot be issued at {issuedAt}.',
      'Check the clock and send the request again.',
    ],
    [
      'Слишком раннее время издания',
      'Отчётный день бюллетеня № {number}/Rev.{revision} закрыт {closedAt}; издание с отметкой времени {issuedAt} невозможно.',
      'Проверьте системное время и повторите запрос.',
    ],
  ),
  'bulletin-unsigned': words(
    [
      'The bulletin has no signature',
      'The bulletin No. {number}/Rev. {revision} was issued before bulletins were signed.',
      'Compare its files with those of another country.',
    ],
    [
      'Бюллетень не имеет подписи',
      'Бюллетень № {number}/Rev.{revision} издан до введения электронной подписи.',
      'Сравните его файлы с полученными другой страной.',
    ],
  ),
  'bulletin-signing-unavailable': words(
    [
      'The bulletin cannot be signed',
      'There is no key that could sign No. {number}/Rev. {revision} at {issuedAt}.',
      'Nothing was changed. The log says why: tell the administrator.',
    ],
    [
      'Бюллетень невозможно подписать',
      'Нет ключа, которым можно подписать бюллетень № {number}/Rev.{revision} с отметкой времени {issuedAt}.',
      'Данные не изменены. Причина указана в журнале: сообщите администратору.',
    ],
  ),
  'bulletin-rendering-failed': words(
    [
      'The bulletin cannot be made',
      'The files of No. {number}/Rev. {revision} could not be made from its data.',
      'Nothing was changed, and trying again will not help.',
      'Give the administrator the reason: {reason}.',
    ],
    [
      'Бюллетень не удалось сформировать',
      'По данным бюллетеня № {number}/Rev.{revision} не удалось сформировать файлы.',
      'Данные не изменены; повтор запроса не поможет.',
      'Сообщите администратору причину: {reason}.',
    ],
  ),
  'bulletin-rendering-unavailable': words(
    [
      'The bulletin cannot be made at the moment',
      'The files of No. {number}/Rev. {revision} could not be made.',
      'Nothing was changed; try again in a minute.',
      'If it happens again, give the administrator the reason: {reason}.',
    ],
    [
      'Бюллетень временно невозможно сформировать',
      'Не удалось сформировать файлы бюллетеня № {number}/Rev.{revision}.',
      'Данные не изменены; повторите запрос через минуту.',
      'Если ошибка повторится, сообщите администратору причину: {reason}.',
    ],
  ),
} satisfies Record<string, ProblemEntry>;
