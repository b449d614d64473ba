import { type ProblemEntry, words } from './problem-words.js';

/** What can stand in the way of a text for the bulletin, and of closing a day over its texts. */
export const BULLETIN_TEXT_PROBLEMS = {
  'bulletin-text-unknown': words(
    [
      'There is no such text',
      'No counted report has a text “{textId}” for the bulletin of this day.',
      'Read the list of texts again: the report may have been corrected.',
    ],
    [
      'Такого текста нет',
      'В учтённых отчётах нет текста «{textId}» для бюллетеня за этот день.',
      'Обновите перечень текстов: отчёт мог быть исправлен.',
    ],
  ),
  'bulletin-text-changed': words(
    [
      'Somebody decided on this text meanwhile',
      'The text “{textId}” is no longer in the version you started from.',
      'Read it again and decide anew.',
    ],
    [
      'Решение по этому тексту тем временем изменено',
      'Текст «{textId}» уже не в той версии, которую вы взяли за основу.',
      'Ознакомьтесь с ним и примите решение заново.',
    ],
  ),
  'bulletin-texts-too-long': words(
    [
      'The bulletin takes no more remarks',
      'A bulletin has at most {limit} remarks with {bytes} bytes together.',
      'Leave out or shorten a remark first.',
    ],
    [
      'Бюллетень не вмещает больше примечаний',
      'Предельное число примечаний в бюллетене — {limit}, их общий объём — не более {bytes} байт.',
      'Сначала исключите или сократите другое примечание.',
    ],
  ),
  'bulletin-texts-unfinished': words(
    [
      'Texts for the bulletin are not finished',
      'Texts of {day} that are not finished: {count}.',
      'The list of texts tells which language is missing or which name or number must go; finish them and propose the closing again.',
    ],
    [
      'Тексты для бюллетеня не готовы',
      'Число неготовых текстов за {day}: {count}.',
      'В перечне текстов указано, на каком языке нет текста или какое название либо номер следует исключить. Подготовьте тексты и запросите закрытие ещё раз.',
    ],
  ),
  'bulletin-text-nominal': words(
    [
      'The text names a person, a company or a transport unit',
      'A bulletin must not hold what the reports name: {values}.',
      'Write the text without it.',
    ],
    [
      'Текст содержит сведения о лице, компании или транспортном средстве',
      'В бюллетень нельзя включать сведения из отчётов: {values}.',
      'Измените текст так, чтобы их в нём не было.',
    ],
  ),
} satisfies Record<string, ProblemEntry>;
