import { type ProblemEntry, words } from './problem-words.js';

/** Why a sheet or a CSV file is not taken. What is wrong in its cells stands in the field catalogue. */
export const SHEET_PROBLEMS = {
  'sheet-media-type': words(
    [
      'The kind of content is not accepted',
      'Send the workbook (.xlsx) or the table of lines (CSV in UTF-8) under its own media type, not compressed.',
    ],
    [
      'Тип содержимого не поддерживается',
      'Передайте книгу (.xlsx) или таблицу строк (CSV в кодировке UTF-8) с соответствующим типом содержимого, без сжатия.',
    ],
  ),
  'sheet-unreadable': words(
    ['The file is not read', 'The reason is given below.'],
    ['Файл не прочитан', 'Причина указана ниже.'],
  ),
  'sheet-not-template': words(
    [
      'The workbook is not a daily report',
      'It was not made from the template that the system hands out, or its hidden sheet was removed.',
      'Download the template of the unit and day, copy the values into it and send it.',
    ],
    [
      'Книга не является ежедневным отчётом',
      'Она создана не из выданного системой шаблона, либо удалён её скрытый лист.',
      'Загрузите шаблон для группы и дня, перенесите в него значения и отправьте его.',
    ],
  ),
  'sheet-outdated': words(
    [
      'The template is of another version',
      'Its form is not that of today.',
      'Download a new template, copy the values into it and send it.',
    ],
    [
      'Шаблон относится к другой версии',
      'Его форма отличается от действующей.',
      'Загрузите новый шаблон, перенесите в него значения и отправьте его.',
    ],
  ),
  'sheet-other-operation': words(
    [
      'The template was made for another operation',
      'It is for the operation {found}, and was sent to {operation}.',
      'Send it to its own operation, or use the template of this one.',
    ],
    [
      'Шаблон выдан для другой операции',
      'Он предназначен для операции {found}, а отправлен для операции {operation}.',
      'Отправьте его для той операции, для которой он выдан, или используйте шаблон данной операции.',
    ],
  ),
  'sheet-other-unit': words(
    [
      'The template was made for another unit',
      'It is for the unit {found}, and was sent for {unit}.',
      'Use the template of your own unit.',
    ],
    [
      'Шаблон выдан для другой группы',
      'Он предназначен для группы {found}, а отправлен для группы {unit}.',
      'Используйте шаблон своей группы.',
    ],
  ),
  'sheet-changed': words(
    [
      'The form of the workbook was changed',
      'Places found: {count}.',
      'Undo what the list below names, or copy the values into a new template.',
    ],
    [
      'Форма книги изменена',
      'Обнаружено мест: {count}.',
      'Отмените изменения, перечисленные ниже, или перенесите значения в новый шаблон.',
    ],
  ),
  'sheet-cells': words(
    [
      'Some cells are not right',
      'Problems found: {count}.',
      'The list below names each cell; mend them and send again. Nothing was stored.',
    ],
    [
      'Некоторые ячейки заполнены неверно',
      'Обнаружено ошибок: {count}.',
      'Ячейки перечислены ниже; исправьте их и отправьте форму повторно. Данные не сохранены.',
    ],
  ),
  'sheet-already-sent': words(
    [
      'This sheet was sent before with other content',
      'A sheet can become one report only.',
      'Download the sheet of the day again: it comes with what was sent. Make the change there and give its reason.',
    ],
    [
      'Эта форма уже была отправлена с другими данными',
      'Одна форма может стать только одним отчётом.',
      'Скачайте форму за этот день ещё раз: она содержит переданные данные. Внесите изменения в неё и укажите их причину.',
    ],
  ),
  'sheet-basis-outdated': words(
    [
      'The report of this day is newer than the sheet',
      'The newest revision is {newest}, and the sheet was downloaded before it was sent. Nothing was stored.',
      'Download the sheet of the day again, carry your changes over, choose the reason of the change and send it.',
    ],
    [
      'Отчёт за этот день новее формы',
      'Последняя редакция — {newest}, а форма скачана до её передачи. Данные не сохранены.',
      'Скачайте форму за этот день ещё раз, перенесите в неё изменения, выберите причину изменения и отправьте форму.',
    ],
  ),
  'sheet-being-read': words(
    [
      'Another sheet of yours is being read',
      'Sheets are read one at a time for each person, and this one was not read.',
      'Wait for the answer to the other one and send this sheet again.',
    ],
    [
      'Другая отправленная форма ещё проверяется',
      'Формы каждого пользователя проверяются по одной, поэтому данная форма не прочитана.',
      'Дождитесь ответа по предыдущей форме и отправьте эту ещё раз.',
    ],
  ),
  'sheets-spent': words(
    [
      'No more sheets are read today',
      'At most {most} sheets a day are read for each person and unit, checks included; this one for {unit} was not read.',
      'Send it tomorrow, or send the report through the API.',
    ],
    [
      'Сегодня формы больше не принимаются',
      'За один день принимается не более {most} форм от одного пользователя для одной группы, включая проверки; данная форма для группы {unit} не прочитана.',
      'Отправьте её завтра или передайте отчёт через API.',
    ],
  ),
  'sheet-too-long': words(
    [
      'The report does not fit into the form',
      'It has more rows or longer cells than the form takes.',
      'Correct it through the API.',
    ],
    [
      'Отчёт не помещается в форму',
      'В нём больше строк или более длинные записи, чем допускает форма.',
      'Внесите исправления через API.',
    ],
  ),
} satisfies Record<string, ProblemEntry>;
