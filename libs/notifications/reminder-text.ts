import { type BilingualText } from '#libs/contracts/bilingual-text.dto.js';
import { formatDay, formatInstant } from '#libs/localization/dates.js';
import { type Language } from '#libs/localization/language.js';
import { message } from '#libs/localization/messages.js';
import { type CutOffTold, type NotificationKind } from './notification.js';

/** What a reminder says. */
export interface Reminder extends CutOffTold {
  readonly operationDay: string;
  readonly unitName: BilingualText;
  readonly kind: NotificationKind;
  readonly createdAt: string;
}

/** One line for a subject: which report. */
export function reminderSubject({ unitName, operationDay }: Reminder, language: Language): string {
  return message(language, 'reminder.subject', {
    unit: unitName[language],
    day: formatDay(operationDay, language),
  });
}

/** Two sentences: how the report stands, and the cut-off by the clocks of the OCU and of the unit on that date. */
export function reminderSentences(reminder: Reminder, language: Language): readonly [string, string] {
  const { kind, unitName, operationDay, cutOff, createdAt } = reminder;
  const what = { unit: unitName[language], day: formatDay(operationDay, language) };
  const isAhead = Date.parse(createdAt) <= Date.parse(cutOff);
  return [
    message(language, `reminder.${kind}`, what),
    message(language, isAhead ? 'reminder.cut_off_ahead' : 'reminder.cut_off_passed', {
      instant: formatInstant(cutOff, reminder.coordinationTimeZone, language),
      local: formatInstant(cutOff, reminder.unitTimeZone, language),
    }),
  ];
}
