import { describe, expect, it } from '@jest/globals';
import type { MessageKey } from '../messages.js';
import { type caseMessages } from './cases.js';
import { printed } from './sample-values.fixture.js';

/** The wording as it is printed with sample values; a no-break space shows as `_`. */
const PRINTED: Readonly<
  Record<keyof typeof caseMessages & MessageKey, { readonly en: string; readonly ru: string }>
> = {
  'cases.heading': {
    en: 'Cases',
    ru: 'Выявленные случаи',
  },
  'cases.none': {
    en: 'No cases were reported for this day.',
    ru: 'Сообщений о_выявленных случаях за_отчётный день не_поступало.',
  },
  'case.kind.seizure': {
    en: 'Seizure',
    ru: 'Изъятие',
  },
  'case.kind.detention': {
    en: 'Detention of goods',
    ru: 'Задержание товаров',
  },
  'case.kind.discrepancy': {
    en: 'Discrepancy',
    ru: 'Несоответствие',
  },
  'case.presumptively': {
    en: 'presumptively acetic anhydride',
    ru: 'предположительно ангидрид уксусной кислоты',
  },
  'case.laboratory_confirmed': {
    en: 'acetic anhydride (laboratory confirmed)',
    ru: 'ангидрид уксусной кислоты (подтверждено лабораторным исследованием)',
  },
  'case.not_confirmed': {
    en: 'presumptively acetic anhydride (not confirmed by laboratory)',
    ru: 'предположительно ангидрид уксусной кислоты (лабораторией не_подтверждено)',
  },
};

describe('cases messages', () => {
  it.each(Object.keys(PRINTED) as (keyof typeof PRINTED)[])('%s', (key) => {
    expect(printed('en', key)).toBe(PRINTED[key].en);
    expect(printed('ru', key)).toBe(PRINTED[key].ru);
  });
});
