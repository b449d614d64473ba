import { type WorkbookRefusal } from './workbook-refused.error.js';

interface Words {
  readonly en: string;
  readonly ru: string;
}

const SAVE_ANEW = {
  en: 'Open it in Excel or LibreOffice, save it anew as .xlsx and send it again.',
  ru: 'Откройте её в Excel или LibreOffice, сохраните заново в формате .xlsx и отправьте ещё раз.',
};

/** What is wrong and what to do; after the place, where there is one. */
export const REFUSAL_WORDS: Readonly<Record<WorkbookRefusal, Words>> = Object.freeze({
  'empty-file': {
    en: 'The file is empty. Save the workbook and send it again.',
    ru: 'Файл пуст. Сохраните книгу и отправьте её ещё раз.',
  },
  'too-large': {
    en: 'The file is larger than a daily report can be. Remove pictures and foreign sheets. A report takes at most 2,000 lines.',
    ru: 'Файл больше допустимого размера. Удалите рисунки и посторонние листы. Отчёт вмещает не более 2000 строк.',
  },
  'not-a-workbook': {
    en: 'The file is not an Excel workbook, whatever its name says. Fill in the template and send it as .xlsx.',
    ru: 'Файл не является книгой Excel, несмотря на его имя. Заполните шаблон и отправьте его в формате .xlsx.',
  },
  'old-format': {
    en: 'The workbook is in the old .xls format. Save it as an Excel workbook (.xlsx) and send it again.',
    ru: 'Книга сохранена в старом формате .xls. Сохраните её как «Книга Excel (.xlsx)» и отправьте ещё раз.',
  },
  'binary-format': {
    en: 'The workbook is in the binary .xlsb format. Save it as an Excel workbook (.xlsx) and send it again.',
    ru: 'Книга сохранена в двоичном формате .xlsb. Сохраните её как «Книга Excel (.xlsx)» и отправьте ещё раз.',
  },
  'open-document': {
    en: 'The workbook is in the OpenDocument format (.ods). Save it as .xlsx and send it again.',
    ru: 'Книга сохранена в формате OpenDocument (.ods). Сохраните её в формате .xlsx и отправьте ещё раз.',
  },
  'password-protected': {
    en: 'The workbook is protected with a password. Save it without one and send it again.',
    ru: 'Книга защищена паролем. Сохраните её без пароля и отправьте ещё раз.',
  },
  macros: {
    en: 'The workbook contains macros or add-in commands. Save it as an Excel workbook without macros (.xlsx) and send it again.',
    ru: 'Книга содержит макросы или команды надстроек. Сохраните её как «Книга Excel (.xlsx)» без макросов и отправьте ещё раз.',
  },
  damaged: {
    en: `The workbook is damaged or incomplete. ${SAVE_ANEW.en}`,
    ru: `Книга повреждена или получена не полностью. ${SAVE_ANEW.ru}`,
  },
  'foreign-bytes': {
    en: `The file holds other data besides the workbook. ${SAVE_ANEW.en}`,
    ru: `Помимо книги, файл содержит посторонние данные. ${SAVE_ANEW.ru}`,
  },
  'false-size': {
    en: `The workbook states wrong sizes of its parts. ${SAVE_ANEW.en}`,
    ru: `В книге указаны неверные размеры её частей. ${SAVE_ANEW.ru}`,
  },
  'overlapping-parts': {
    en: `The workbook was put together wrongly: its parts overlap. ${SAVE_ANEW.en}`,
    ru: `Книга собрана неправильно: её части перекрываются. ${SAVE_ANEW.ru}`,
  },
  'duplicate-part': {
    en: `The workbook holds the same part twice. ${SAVE_ANEW.en}`,
    ru: `Книга содержит одну и ту же часть дважды. ${SAVE_ANEW.ru}`,
  },
  'unsafe-part-name': {
    en: `The workbook holds a part with a name that is not allowed. ${SAVE_ANEW.en}`,
    ru: `Книга содержит часть с недопустимым именем. ${SAVE_ANEW.ru}`,
  },
  'symbolic-link': {
    en: `The workbook holds a link in place of a part. ${SAVE_ANEW.en}`,
    ru: `Вместо одной из частей книга содержит ссылку. ${SAVE_ANEW.ru}`,
  },
  'too-many-parts': {
    en: 'The workbook consists of too many parts. Remove pictures, charts and foreign sheets and send it again.',
    ru: 'Книга состоит из слишком большого числа частей. Удалите рисунки, диаграммы и посторонние листы и отправьте её ещё раз.',
  },
  'part-too-large': {
    en: 'A part of the workbook is too large. Remove everything but the lines of the report and send it again.',
    ru: 'Одна из частей книги слишком велика. Оставьте только строки отчёта и отправьте книгу ещё раз.',
  },
  'suspicious-compression': {
    en: 'The workbook unpacks to far more than a daily report holds. Copy the lines into a new template and send that.',
    ru: 'При распаковке объём книги намного превышает объём отчёта. Перенесите строки в новый шаблон и отправьте его.',
  },
  'foreign-part': {
    en: 'The workbook contains something that does not belong in a daily report. Copy the lines into a new template and send that.',
    ru: 'Книга содержит то, чего не должно быть в отчёте. Перенесите строки в новый шаблон и отправьте его.',
  },
  'embedded-object': {
    en: 'The workbook contains an embedded object or control. Remove it and send the workbook again.',
    ru: 'Книга содержит внедрённый объект или элемент управления. Удалите его и отправьте книгу ещё раз.',
  },
  'external-link': {
    en: 'The workbook refers to something outside of it. Remove hyperlinks, links to other workbooks and data connections and send it again.',
    ru: 'Книга ссылается на внешние данные. Удалите гиперссылки, связи с другими книгами и подключения к данным и отправьте её ещё раз.',
  },
  'document-type': {
    en: `The workbook contains a document type declaration, which Excel never writes. ${SAVE_ANEW.en}`,
    ru: `Книга содержит объявление типа документа, которое Excel не создаёт. ${SAVE_ANEW.ru}`,
  },
  'wrong-encoding': {
    en: `The workbook is not written in UTF-8. ${SAVE_ANEW.en}`,
    ru: `Книга записана не в кодировке UTF-8. ${SAVE_ANEW.ru}`,
  },
  formula: {
    en: 'The cell contains a formula. Type the value in its place.',
    ru: 'Ячейка содержит формулу. Введите вместо неё значение.',
  },
  'too-many-sheets': {
    en: 'The workbook has too many sheets. Keep only those of the template and send it again.',
    ru: 'В книге слишком много листов. Оставьте только листы шаблона и отправьте её ещё раз.',
  },
  'too-many-rows': {
    en: 'There is a value below the last row that is read. Remove it; a report takes at most 2,000 lines.',
    ru: 'Значение находится ниже последней читаемой строки. Удалите его: отчёт вмещает не более 2000 строк.',
  },
  'too-many-columns': {
    en: 'There is a value to the right of the last column that is read. Remove it and send the workbook again.',
    ru: 'Значение находится правее последнего читаемого столбца. Удалите его и отправьте книгу ещё раз.',
  },
  'too-many-cells': {
    en: 'The workbook has too many filled or merged cells. Keep only the lines of the report and send it again.',
    ru: 'В книге слишком много заполненных или объединённых ячеек. Оставьте только строки отчёта и отправьте её ещё раз.',
  },
  'cell-too-long': {
    en: 'The text of the cell is too long. Shorten it and send the workbook again.',
    ru: 'Текст ячейки слишком длинный. Сократите его и отправьте книгу ещё раз.',
  },
  'unreadable-cell': {
    en: 'The content of the cell cannot be read. Clear the cell, type the value anew and save the workbook.',
    ru: 'Содержимое ячейки не читается. Очистите ячейку, введите значение заново и сохраните книгу.',
  },
  'too-slow': {
    en: 'Reading the workbook took too long. Keep only the lines of the report and send it again.',
    ru: 'Чтение книги заняло слишком много времени. Оставьте только строки отчёта и отправьте её ещё раз.',
  },
});
