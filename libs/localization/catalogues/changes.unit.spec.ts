import { describe, expect, it } from '@jest/globals';
import type { MessageKey } from '../messages.js';
import { type changeMessages } from './changes.js';
import { printed } from './sample-values.fixture.js';

/** The wording as it is printed with sample values; a no-break space shows as `_`. */
const PRINTED: Readonly<
  Record<keyof typeof changeMessages & MessageKey, { readonly en: string; readonly ru: string }>
> = {
  'changes.heading': {
    en: 'Changes to earlier days',
    ru: 'Изменения за_предыдущие дни',
  },
  'changes.none': {
    en: 'No changes to earlier days were received.',
    ru: 'Изменений за_предыдущие дни не_поступало.',
  },
  'changes.corrections': {
    en: 'Corrections',
    ru: 'Исправления',
  },
  'changes.supplements': {
    en: 'Supplements',
    ru: 'Дополнения к_отчётам',
  },
  'changes.follow_ups': {
    en: 'Follow-ups',
    ru: 'Последующие сведения',
  },
  'changes.reported_later': {
    en: 'Reported later',
    ru: 'Сообщено позднее',
  },
  'cumulative.heading': {
    en: 'How the cumulative figure is made up',
    ru: 'Расчёт нарастающего итога',
  },
  'quality.heading': {
    en: 'Data-quality notes',
    ru: 'Примечания о_качестве данных',
  },
  'quality.none': {
    en: 'No notes.',
    ru: 'Примечаний нет.',
  },
};

describe('changes messages', () => {
  it.each(Object.keys(PRINTED) as (keyof typeof PRINTED)[])('%s', (key) => {
    expect(printed('en', key)).toBe(PRINTED[key].en);
    expect(printed('ru', key)).toBe(PRINTED[key].ru);
  });
});
