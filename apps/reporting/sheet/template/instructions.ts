import { type Workbook } from 'exceljs';
import { titleOf } from './sheet-layout.js';
import { STYLES } from './styles.js';

/** The one page of help, English beside Russian. */
const INSTRUCTIONS: readonly (readonly [en: string, ru: string])[] = [
  ['How to fill in the daily report', 'Как заполнить ежедневный отчёт'],
  [
    'Fill in what you know. Labels with a star are required. A blank is not a zero: leave the cell empty where nothing is known, write 0 where there was none.',
    'Заполните то, что известно. Поля со звёздочкой обязательны. Пустая ячейка не означает ноль: если сведений нет, ячейку оставляют пустой; если ничего не было, ставят 0.',
  ],
  [
    'Choose from the lists, or type a word of the list in English or Russian, or its code. Several values of one cell are separated by a semicolon; a semicolon that belongs to a value is written \\;',
    'Значение выбирают из списка либо вводят слово из списка на английском или русском языке или его код. Несколько значений в одной ячейке разделяют точкой с запятой; точку с запятой внутри значения записывают как \\;',
  ],
  [
    'Lines: one controlled transport unit a row. A further good or a further substance found of the same transport unit goes into the next row with the same line id; the other cells of that row stay empty. For a new unit with several goods write any short mark of your own as line id into its rows. Leave the id empty otherwise; ids that are filled in stay as they are.',
    'Строки: одна транспортная единица — одна строка. Следующий товар или следующее обнаруженное вещество той же единицы указывают в следующей строке с тем же идентификатором строки; остальные ячейки этой строки не заполняют. Для новой единицы с несколькими товарами впишите в её строки любую короткую пометку в качестве идентификатора. В остальных случаях идентификатор не заполняют; заполненные идентификаторы не изменяют.',
  ],
  [
    'Numbers: digits with a decimal point or a decimal comma; spaces between thousands are allowed. Where 20,063 could be 20 063 or 20.063, the check asks. The unit of measure stands in the cell to the right; nothing is converted.',
    'Числа: цифры с десятичной точкой или запятой; пробелы между разрядами допустимы. Если запись 20,063 может означать и 20 063, и 20,063, при проверке последует вопрос. Единица измерения указывается в ячейке справа; пересчёт не производится.',
  ],
  [
    'Date and time: 2017-09-05 18:30 or 05.09.2017 18:30, local time of the unit; 18:30 alone means the operation day.',
    'Дата и время: 2017-09-05 18:30 или 05.09.2017 18:30 по местному времени группы; запись 18:30 относится к дню операции.',
  ],
  [
    'No control in scope: choose the kind “nil report” and its reason, and fill in neither counters nor lines.',
    'Если контроль в рамках операции не проводился, выберите вид «нулевой отчёт» и его причину; показатели и строки не заполняют.',
  ],
  [
    'The day already has a report: this sheet came filled with its newest revision. Change it, choose the reason of the change, and send it. To remove a line, empty its row.',
    'Если отчёт за этот день уже передан, форма заполнена по его последней редакции. Внесите изменения, укажите причину и передайте форму. Чтобы исключить строку, очистите её ячейки.',
  ],
  [
    'Do not change labels, do not move or hide rows and columns, do not merge cells, do not enter formulas or links. Save as .xlsx.',
    'Не изменяйте заголовки, не перемещайте и не скрывайте строки и столбцы, не объединяйте ячейки, не вводите формулы и ссылки. Сохраните форму в формате .xlsx.',
  ],
  [
    'Controlled deliveries are not entered. A record with the handling “withheld” never leaves the country.',
    'Сведения о контролируемых поставках не вносятся. Запись с порядком передачи «не передаётся» не направляется за пределы страны.',
  ],
];

/** Writes the sheet of instructions. */
export function writeInstructions(workbook: Workbook): void {
  const sheet = workbook.addWorksheet(titleOf('instructions'), {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = [{ width: 66 }, { width: 66 }];
  INSTRUCTIONS.forEach(([en, ru], index) => {
    const row = sheet.getRow(index + 1);
    [en, ru].forEach((text, column) => {
      const cell = row.getCell(column + 1);
      cell.value = text;
      cell.style = index === 0 ? { ...STYLES.instructions, font: STYLES.title.font } : STYLES.instructions;
    });
    row.height = index === 0 ? 30 : Math.ceil(ru.length / 62) * 15 + 6;
  });
}
