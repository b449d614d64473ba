import { TYPED_NUMBER_PROBLEMS } from '#libs/reference/measures/typed-number-words.js';
import { REFUSAL_WORDS } from '#libs/spreadsheet/refusal-words.js';
import { type ProblemLanguage } from './problem-words.js';

type Words = Readonly<Record<ProblemLanguage, string>>;

const both = (en: string, ru: string): Words => ({ en, ru });

const FILES = Object.fromEntries(
  Object.entries(REFUSAL_WORDS).map(([code, words]) => [`file-${code}`, words]),
);

const NUMBERS = Object.fromEntries(
  Object.entries(TYPED_NUMBER_PROBLEMS).map(([problem, words]) => [`typed-${problem}`, words]),
);

/** What is wrong with a file or one of its cells, in the words of whoever filled it in. */
export const SHEET_FIELD_PROBLEMS: Readonly<Record<string, Words>> = {
  ...FILES,
  'cell-unknown-word': both(
    'This is not in the list. Choose one of: {allowed}.',
    'Такого значения в списке нет. Выберите одно из: {allowed}.',
  ),
  'cell-not-a-day': both(
    'Must be a date like 2017-09-05 or 05.09.2017.',
    'Укажите дату, например 2017-09-05 или 05.09.2017.',
  ),
  'cell-not-an-instant': both(
    'Must be a date and local time like 2017-09-05 18:30 or 05.09.2017 18:30.',
    'Укажите дату и местное время, например 2017-09-05 18:30 или 05.09.2017 18:30.',
  ),
  'cell-not-a-fraction': both(
    'Must be a number from 0 to 1 with at most four decimals, like 0.93.',
    'Укажите число от 0 до 1, не более четырёх знаков после запятой, например 0,93.',
  ),
  ...NUMBERS,
  // The sentence names both readings, in each language in its own way.
  'typed-ambiguous': both('{en}', '{ru}'),
  'cell-differs-in-line': both(
    'Row {first} has the same line id and another value here. Clear this cell, or clear the line id where the row is another transport unit.',
    'В строке {first} с тем же идентификатором указано другое значение. Очистите эту ячейку либо, если это другая транспортная единица, очистите идентификатор строки.',
  ),
  'cell-fixed': both(
    'This value belongs to the template and must stay “{expected}”. For another day use its own template.',
    'Это значение относится к шаблону и должно оставаться «{expected}». Для другого дня используйте его шаблон.',
  ),
  'cell-choose-reason': both(
    'The day already has a report, and this sheet changes it. Choose the reason of the change.',
    'За этот день отчёт уже имеется, а данная форма его изменяет. Выберите причину изменения.',
  ),
  'cell-choose-correction': both(
    'No report of the day has been forwarded yet, so there is nothing to supplement. Choose “correction”, or clear the cell.',
    'Отчёт за этот день ещё не направлялся, дополнять нечего. Выберите «исправление» или очистите ячейку.',
  ),
  'cell-error-value': both(
    'The cell holds an error value. Clear it and type the value.',
    'В ячейке содержится значение ошибки. Очистите её и введите значение.',
  ),
  'cell-label-changed': both(
    'The label was changed. It must be “{expected}”.',
    'Заголовок изменён. Он должен быть таким: «{expected}».',
  ),
  'cell-column-moved': both(
    'Here stands the label of another column. Put the columns back in their order, first “{expected}”.',
    'Здесь находится заголовок другого столбца. Восстановите порядок столбцов, здесь — «{expected}».',
  ),
  'cell-hidden': both(
    'The row, column or sheet is hidden and holds values. Show it, or clear it.',
    'Строка, столбец или лист со значениями скрыты. Покажите их или очистите.',
  ),
  'cell-merged': both(
    'Cells for input are merged. Split them.',
    'Ячейки для ввода объединены. Разделите их.',
  ),
  'cell-outside': both(
    'The value stands outside the form. Move it into the form or clear it.',
    'Значение находится вне формы. Перенесите его в форму или удалите.',
  ),
  'sheet-missing': both('The sheet is missing or was renamed.', 'Лист отсутствует или переименован.'),
  'sheet-foreign': both(
    'The sheet does not belong to the template. Remove it.',
    'Лист не относится к шаблону. Удалите его.',
  ),
  'csv-empty': both('The file has no rows.', 'В файле нет строк.'),
  'csv-not-utf8': both(
    'The file is not in UTF-8. Save it as “CSV UTF-8”.',
    'Файл не в кодировке UTF-8. Сохраните его в формате «CSV UTF-8».',
  ),
  'csv-broken': both(
    'The row breaks off, or a quotation mark is missing in it.',
    'Строка обрывается, либо в ней не хватает кавычки.',
  ),
  'csv-too-large': both(
    'The file is too large: at most {rows} rows and {bytes} bytes are accepted.',
    'Файл слишком большой: допускается не более {rows} строк и {bytes} байт.',
  ),
  'csv-unknown-column': both(
    'There is no such column. The template of the lines has all names.',
    'Такого столбца нет. Все названия приведены в шаблоне строк.',
  ),
  'csv-repeated-column': both(
    'This column stands in the file twice. Keep one of them.',
    'Этот столбец указан в файле дважды. Оставьте один из них.',
  ),
  'csv-extra-cell': both(
    'The row has more cells than the first row has names.',
    'В строке больше ячеек, чем названий в первой строке.',
  ),
};

/**
 * Words of problems that JSON has too, for whoever fills in cells: labels in place of the names of fields. `en` and `ru`
 * are the label beside the cell; `kindEn` and `kindRu` the kind of report or follow-up.
 */
export const CELL_WORDS: Readonly<Record<string, Words>> = {
  required: both('Fill in “{en}”: it is required here.', 'Заполните поле «{ru}»: здесь оно обязательно.'),
  'wrong-form': both(
    'The value of “{en}” does not have the form that is needed here; see the instructions in the workbook.',
    'Значение поля «{ru}» не соответствует требуемому виду; см. инструкцию в книге.',
  ),
  'required-for-nil': both('Choose the reason of the nil report.', 'Выберите причину нулевого отчёта.'),
  'only-for-nil': both(
    'A reason is given in a nil report only. Clear the cell, or choose the nil report as kind.',
    'Причину указывают только в нулевом отчёте. Очистите ячейку либо выберите вид «нулевой отчёт».',
  ),
  'not-for-kind': both(
    'With the kind “{kindEn}” this part of the form stays empty. Clear it, or choose another kind of report.',
    'При виде отчёта «{kindRu}» эту часть формы не заполняют. Очистите её либо выберите другой вид отчёта.',
  ),
  'required-for-kind': both(
    'With the kind “{kindEn}” fill in “{en}”.',
    'При виде отчёта «{kindRu}» заполните поле «{ru}».',
  ),
  'follow-up-reference': both(
    'A follow-up is about either a case or a line. Give the id of the case, or the day and the id of the line.',
    'Последующие сведения относятся либо к случаю, либо к строке. Укажите идентификатор случая либо день и идентификатор строки.',
  ),
  'required-for-follow-up': both(
    'For the kind “{kindEn}” fill in “{en}”.',
    'Для вида «{kindRu}» заполните поле «{ru}».',
  ),
  'not-for-follow-up': both(
    'For the kind “{kindEn}” the field “{en}” stays empty. Clear it.',
    'Для вида «{kindRu}» поле «{ru}» не заполняют. Очистите его.',
  ),
  'cell-choose-follow-up': both(
    'After the last day of the operation, choose the kind “{kindEn}”.',
    'После последнего дня операции выберите вид отчёта «{kindRu}».',
  ),
  'cell-choose-report': both(
    'During the operation, choose the kind “{kindEn}” or the nil report.',
    'В ходе операции выберите вид отчёта «{kindRu}» или нулевой отчёт.',
  ),
  'decision-pending': both(
    'Choose what was decided: “pending” is no decision.',
    'Выберите принятое решение: «на рассмотрении» решением не является.',
  ),
};

/** What is added where the value of the cell is told. */
export const WRITTEN: Words = both('In the cell: “{written}”.', 'В ячейке: «{written}».');
