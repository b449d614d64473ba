import { message } from '#libs/localization/messages.js';
import { LANGUAGES } from '#libs/localization/language.js';
import { reminderSentences, reminderSubject, type Reminder } from './reminder-text.js';

/** Subject and text of a mail, both languages in one: nobody is asked which one the reader of a mailbox prefers. */
export function mailText(reminder: Reminder): { readonly subject: string; readonly text: string } {
  const parts = LANGUAGES.map((language) =>
    [...reminderSentences(reminder, language), message(language, 'reminder.automatic')].join('\n'),
  );
  return {
    subject: LANGUAGES.map((language) => reminderSubject(reminder, language)).join(' / '),
    text: `${parts.join('\n\n')}\n`,
  };
}
