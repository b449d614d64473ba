import { createCatalogue, defineMessages } from '#libs/localization/catalogue.js';

/** Texts of a country's cover sheet. Neutral: what is awaited, never what was failed. */
const table = defineMessages({
  title: { en: 'Cover sheet to bulletin {number}', ru: 'Сопроводительный лист к бюллетеню {number}' },
  'fact.country': { en: 'For', ru: 'Для страны' },
  'fact.acknowledge_by': { en: 'Acknowledgement until', ru: 'Подтвердить получение до' },
  'receipt.heading': { en: 'Acknowledgement', ru: 'Подтверждение получения' },
  'receipt.text': {
    en: 'Please acknowledge receipt by {until}. An acknowledgement names the SHA-256 of the manifest or of the file that was received; in the mailbox of the product it is filled in.',
    ru: 'Просьба подтвердить получение до {until}. В подтверждении указывается SHA-256 полученного манифеста или файла; в почтовом ящике системы он заполняется автоматически.',
  },
  'receipt.refusal': {
    en: 'A bulletin that cannot be accepted is refused there with a reason.',
    ru: 'Если бюллетень не может быть принят, там же указывается причина отказа.',
  },
  'reports.heading': { en: 'Reports of your units', ru: 'Отчёты групп страны' },
  'reports.awaited': {
    en: 'For this operation day the following is awaited:',
    ru: 'За этот отчётный день ожидаются сведения:',
  },
  'reports.item': { en: '{unit} ({id}): {state}', ru: '{unit} ({id}): {state}' },
  'reports.none': {
    en: 'All reports of this operation day are there. Nothing is awaited.',
    ru: 'Отчёты за этот день поступили полностью. Сведения не ожидаются.',
  },
  'reports.supplementary': {
    en: 'No report is expected after the last day of the operation.',
    ru: 'После последнего дня операции отчёты не ожидаются.',
  },
  'laboratory.heading': { en: 'Laboratory results', ru: 'Результаты лабораторных исследований' },
  'laboratory.awaited': {
    en: 'For these cases of the bulletin a laboratory result is awaited:',
    ru: 'По следующим случаям из бюллетеня ожидается результат лабораторного исследования:',
  },
  'laboratory.none': {
    en: 'No laboratory result is awaited for a case of this bulletin.',
    ru: 'По случаям из этого бюллетеня результаты лабораторных исследований не ожидаются.',
  },
  'cases.heading': { en: 'Cases of your country in this bulletin', ru: 'Случаи страны в этом бюллетене' },
  'cases.none': { en: 'None.', ru: 'Нет.' },
  'cases.item': { en: 'Case {id}. {line}', ru: 'Случай {id}. {line}' },
  'cases.further': {
    en: 'Further cases in which your country is recorded: {count}. The Operation Coordination Unit gives details on request.',
    ru: 'Число других случаев, в которых указана страна: {count}. Подробности сообщает по запросу координационная группа операции.',
  },
  'notes.heading': { en: 'Please check in your reports', ru: 'Просьба проверить в отчётах' },
  'contact.heading': { en: 'Contact', ru: 'Контактные данные' },
  draft: { en: 'Draft', ru: 'Проект' },
});

/** A text of the cover sheet. */
export const { message: coverSheetMessage } = createCatalogue(table);
