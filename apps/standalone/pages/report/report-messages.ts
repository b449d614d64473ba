import { createCatalogue, defineMessages } from '#libs/localization/catalogue.js';

/** Texts of the page on which a unit's daily report is sent as a sheet and the contact point forwards it. */
const table = defineMessages({
  'report.title': { en: 'Daily report: {unit}', ru: 'Ежедневный отчёт: {unit}' },
  'report.title_error': { en: 'Error: {title}', ru: 'Ошибка: {title}' },
  'report.lead': {
    en: 'Choose the operation day, download the sheet, fill it in with Excel or LibreOffice, and send it here.',
    ru: 'Выберите день операции, скачайте форму, заполните её в Excel или LibreOffice и отправьте здесь.',
  },
  'report.day': { en: 'Operation day', ru: 'День операции' },
  'report.show': { en: 'Show', ru: 'Показать' },
  'report.state.heading': { en: 'State of the report', ru: 'Состояние отчёта' },
  'report.state.none': {
    en: 'No report has been sent for this day.',
    ru: 'Отчёт за этот день не направлялся.',
  },
  'report.revision': { en: 'Revision', ru: 'Редакция' },
  'report.state': { en: 'State', ru: 'Состояние' },
  'report.sent': { en: 'Sent', ru: 'Направлена' },
  'report.sent_by': { en: 'By', ru: 'Кем' },
  'report.sheet.heading': { en: 'The sheet', ru: 'Форма отчёта' },
  'report.sheet.download': {
    en: 'Download the sheet for {day} (XLSX)',
    ru: 'Скачать форму за {day} (XLSX)',
  },
  'report.sheet.note': {
    en: 'When a report of the day exists, the sheet comes filled with its newest revision, so that a correction starts from it.',
    ru: 'Если отчёт за этот день уже есть, форма содержит сведения его последней редакции: исправления вносятся в неё.',
  },
  'report.file': { en: 'Filled sheet, up to 2 MB', ru: 'Заполненная форма, до 2 МБ' },
  'report.check': { en: 'Check only', ru: 'Только проверить' },
  'report.send': { en: 'Send', ru: 'Отправить' },
  'report.file.missing': { en: 'Choose the filled sheet first.', ru: 'Сначала выберите заполненную форму.' },
  'report.problem.heading': { en: 'The sheet was not accepted', ru: 'Форма не принята' },
  'report.problem.more': {
    en: 'Only the first {shown} of {total} places are shown.',
    ru: 'Показано мест с ошибками: {shown} из {total}.',
  },
  'report.checked': {
    en: 'The sheet is in order. Nothing has been sent yet.',
    ru: 'Форма заполнена верно. Отчёт пока не направлен.',
  },
  'report.accepted': {
    en: 'Accepted as revision {revision}. It now waits for the national contact point.',
    ru: 'Отчёт принят, редакция {revision}. Он ожидает рассмотрения в национальном контактном пункте.',
  },
  'report.repeated': {
    en: 'This report had been accepted before as revision {revision}. Nothing was stored twice.',
    ru: 'Этот отчёт уже был принят ранее, редакция {revision}. Повторно ничего не записано.',
  },
  'report.forwarded': {
    en: 'Revision {revision} is forwarded.',
    ru: 'Редакция {revision} направлена координационной группе.',
  },
  'report.findings': { en: 'Please look at these places', ru: 'Обратите внимание на следующие места' },
  'report.understood': { en: 'Understood as', ru: 'Прочитано следующим образом' },
  'report.forward': { en: 'Forward revision {revision}', ru: 'Направить редакцию {revision}' },
  'report.forward.note': {
    en: 'Forwarding gives the report to the Operation Coordination Unit.',
    ru: 'Отчёт будет передан координационной группе операции.',
  },
  'report.links': { en: 'Daily reports', ru: 'Ежедневные отчёты' },
});

export const reportCatalogue = createCatalogue(table);

/** A text of the report page in the language of the reader. */
export const reportMessage = reportCatalogue.message;
