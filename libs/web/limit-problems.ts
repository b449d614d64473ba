import { type ProblemEntry, words } from './problem-words.js';

/** What goes beyond the limits of a request or of a sender. */
export const LIMIT_PROBLEMS = {
  'too-many-requests': words(
    [
      'Too many requests',
      'Nothing was changed.',
      'The next request is taken in {retryAfter} s: wait that long and send the same request again.',
    ],
    [
      'Слишком много запросов',
      'Данные не изменены.',
      'Следующий запрос будет принят через {retryAfter} с: подождите и отправьте тот же запрос повторно.',
    ],
  ),
  'headers-too-large': words(
    [
      'The headers of the request are too large',
      'At most 100 headers of 16 KiB in all are accepted.',
      'Leave out what is not needed, old cookies for example.',
    ],
    [
      'Заголовки запроса слишком большие',
      'Допускается не более 100 заголовков общим размером 16 КиБ.',
      'Исключите лишнее, например устаревшие файлы cookie.',
    ],
  ),
  'address-too-long': words(
    ['The address is too long', 'Addresses and headers together may take 16 KiB.', 'Check the address.'],
    [
      'Адрес слишком длинный',
      'Адрес вместе с заголовками не должен превышать 16 КиБ.',
      'Проверьте адрес запроса.',
    ],
  ),
  'request-too-slow': words(
    [
      'The request took too long to arrive',
      'Nothing was changed.',
      'Headers must arrive within 10 s, the whole request within 30 s.',
      'Send the same request again, with the same submission id.',
    ],
    [
      'Запрос передавался слишком долго',
      'Данные не изменены.',
      'Заголовки должны поступить в течение 10 с, весь запрос — в течение 30 с.',
      'Повторите тот же запрос с тем же идентификатором отправки.',
    ],
  ),
} satisfies Record<string, ProblemEntry>;
