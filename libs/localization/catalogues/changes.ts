import { defineMessages } from '../catalogue.js';

/** What was added or put right after an earlier day was closed, and notes on the quality of the data. */
export const changeMessages = defineMessages({
  'changes.heading': { en: 'Changes to earlier days', ru: 'Изменения за предыдущие дни' },
  'changes.none': {
    en: 'No changes to earlier days were received.',
    ru: 'Изменений за предыдущие дни не поступало.',
  },
  'changes.corrections': { en: 'Corrections', ru: 'Исправления' },
  'changes.supplements': { en: 'Supplements', ru: 'Дополнения к отчётам' },
  'changes.follow_ups': { en: 'Follow-ups', ru: 'Последующие сведения' },
  'changes.reported_later': { en: 'Reported later', ru: 'Сообщено позднее' },
  'cumulative.heading': { en: 'How the cumulative figure is made up', ru: 'Расчёт нарастающего итога' },
  'quality.heading': { en: 'Data-quality notes', ru: 'Примечания о качестве данных' },
  'quality.none': { en: 'No notes.', ru: 'Примечаний нет.' },
});
