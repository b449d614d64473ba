import { describe, expect, it } from '@jest/globals';
import type { MessageKey } from '../messages.js';
import { type reminderMessages } from './reminders.js';
import { printed } from './sample-values.fixture.js';

/** The wording as it is printed with sample values; a no-break space shows as `_`. */
const PRINTED: Readonly<
  Record<keyof typeof reminderMessages & MessageKey, { readonly en: string; readonly ru: string }>
> = {
  'reminder.subject': {
    en: 'Reminder: daily report of Aktau, 5 September 2017',
    ru: 'Напоминание: ежедневный отчёт, Актау, 5 сентября 2017 года',
  },
  'reminder.report_missing': {
    en: 'No daily report of Aktau for 5 September 2017 has been received.',
    ru: 'Ежедневный отчёт за_5 сентября 2017 года (Актау) не_поступал.',
  },
  'reminder.report_returned': {
    en: 'The daily report of Aktau for 5 September 2017 was returned for correction and has not been sent again.',
    ru: 'Ежедневный отчёт за_5 сентября 2017 года (Актау) возвращён на_доработку и_повторно не_направлен.',
  },
  'reminder.report_not_forwarded': {
    en: 'The daily report of Aktau for 5 September 2017 awaits forwarding by the national contact point.',
    ru: 'Ежедневный отчёт за_5 сентября 2017 года (Актау) ожидает направления национальным контактным пунктом.',
  },
  'reminder.cut_off_ahead': {
    en: 'Cut-off: 6 September 2017, 10:00 (UTC+06:00) at the Operation Coordination Unit, 6 September 2017, 08:30 (UTC+04:30) at the unit.',
    ru: 'Срок представления: 6 сентября 2017 года, 10:00 (UTC+06:00) по_времени координационной группы операции, 6 сентября 2017 года, 08:30 (UTC+04:30) по_местному времени группы портового контроля.',
  },
  'reminder.cut_off_passed': {
    en: 'The cut-off has passed: 6 September 2017, 10:00 (UTC+06:00) at the Operation Coordination Unit, 6 September 2017, 08:30 (UTC+04:30) at the unit.',
    ru: 'Срок представления истёк: 6 сентября 2017 года, 10:00 (UTC+06:00) по_времени координационной группы операции, 6 сентября 2017 года, 08:30 (UTC+04:30) по_местному времени группы портового контроля.',
  },
  'reminder.automatic': {
    en: 'This message was sent automatically.',
    ru: 'Сообщение направлено автоматически.',
  },
};

describe('reminders', () => {
  it.each(Object.entries(PRINTED))('%s', (key, { en, ru }) => {
    expect(printed('en', key as MessageKey)).toBe(en);
    expect(printed('ru', key as MessageKey)).toBe(ru);
  });
});
