import { type ProblemEntry, words } from './problem-words.js';

/** What can be wrong with drafts and with what the contact point does. */
export const CONTACT_POINT_PROBLEMS = {
  'not-contact-point': words(
    [
      'The Operation Plan does not name you',
      '“{person}” is neither the contact point of {country} nor a deputy in the Operation Plan.',
      'Ask the contact point, or have the plan amended.',
    ],
    [
      'План операции не предусматривает ваших полномочий',
      'Пользователь «{person}» не указан в плане операции ни как контактный пункт ({country}), ни как заместитель.',
      'Обратитесь в контактный пункт или запросите изменение плана операции.',
    ],
  ),
  'country-unknown': words(
    [
      'The country does not take part',
      'The country “{country}” is not in the plan of the operation “{operation}”.',
      'Check the code of the country in the address.',
    ],
    [
      'Страна не участвует в операции',
      'Страны «{country}» нет в плане операции «{operation}».',
      'Проверьте код страны в адресе.',
    ],
  ),
  'day-not-forwarded': words(
    [
      'The day cannot be signed yet',
      'Reports are waiting with the contact point: {units}.',
      'Forward or return them, then sign.',
    ],
    [
      'День пока нельзя подписать',
      'Отчёты ожидают рассмотрения контактным пунктом: {units}.',
      'Направьте их координационной группе или верните на доработку, затем подпишите день.',
    ],
  ),
  'day-units-missing': words(
    [
      'Units of the country are missing',
      'Nothing has been forwarded of: {units}.',
      'Ask them for a report (a nil report where nothing happened), or sign with “confirmMissing”: true if the day is complete without them.',
    ],
    [
      'Отчёты части групп страны отсутствуют',
      'Ничего не направлено от групп: {units}.',
      'Запросите у них отчёт (нулевой, если событий не было) либо, если день полон и без них, подпишите его с «confirmMissing»: true.',
    ],
  ),
  'draft-unknown': words(
    [
      'There is no draft',
      'The unit {unit} has no draft for {day}.',
      'Check the unit and the day in the address; a draft that was sent is a report.',
    ],
    [
      'Черновик не найден',
      'У группы {unit} нет черновика за {day}.',
      'Проверьте группу и день в адресе; отправленный черновик стал отчётом.',
    ],
  ),
  'draft-outdated': words(
    [
      'Somebody else changed the draft meanwhile',
      'The newest version is {newest}, not the one you started from.',
      'Read it, carry your changes over and save again with this version in the header If-Match.',
    ],
    [
      'Черновик тем временем изменён',
      'Последняя версия — {newest}, а не та, которую вы взяли за основу.',
      'Ознакомьтесь с ней, перенесите свои изменения и сохраните ещё раз, указав эту версию в заголовке If-Match.',
    ],
  ),
  'draft-incomplete': words(
    [
      'The draft is not complete',
      'Required fields without a value: {count}.',
      'The list below names them; fill them in and send again.',
    ],
    [
      'Черновик заполнен не полностью',
      'Не заполнено обязательных полей: {count}.',
      'Поля перечислены ниже; заполните их и отправьте черновик повторно.',
    ],
  ),
} satisfies Record<string, ProblemEntry>;
