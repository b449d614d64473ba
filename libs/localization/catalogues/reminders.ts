import { defineMessages } from '../catalogue.js';

/** Reminders of a report: which unit, which day, until when, and nothing of what a report holds. */
export const reminderMessages = defineMessages({
  'reminder.subject': {
    en: 'Reminder: daily report of {unit}, {day}',
    ru: 'Напоминание: ежедневный отчёт, {unit}, {day}',
  },
  'reminder.report_missing': {
    en: 'No daily report of {unit} for {day} has been received.',
    ru: 'Ежедневный отчёт за {day} ({unit}) не поступал.',
  },
  'reminder.report_returned': {
    en: 'The daily report of {unit} for {day} was returned for correction and has not been sent again.',
    ru: 'Ежедневный отчёт за {day} ({unit}) возвращён на доработку и повторно не направлен.',
  },
  'reminder.report_not_forwarded': {
    en: 'The daily report of {unit} for {day} awaits forwarding by the national contact point.',
    ru: 'Ежедневный отчёт за {day} ({unit}) ожидает направления национальным контактным пунктом.',
  },
  'reminder.cut_off_ahead': {
    en: 'Cut-off: {instant} at the Operation Coordination Unit, {local} at the unit.',
    ru: 'Срок представления: {instant} по времени координационной группы операции, {local} по местному времени группы портового контроля.',
  },
  'reminder.cut_off_passed': {
    en: 'The cut-off has passed: {instant} at the Operation Coordination Unit, {local} at the unit.',
    ru: 'Срок представления истёк: {instant} по времени координационной группы операции, {local} по местному времени группы портового контроля.',
  },
  'reminder.automatic': {
    en: 'This message was sent automatically.',
    ru: 'Сообщение направлено автоматически.',
  },
});
