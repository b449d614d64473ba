import { describe, expect, it } from '@jest/globals';
import { formatBulletinNumber } from './bulletin-number.js';
import { type CoverageFigures, coverageSentence } from './coverage-sentence.js';
import { isLanguage } from './language.js';
import { term, termConfidence, TERM_IDS } from './terms.js';
import { findTypographyProblems } from './typography-check.js';

describe('formatBulletinNumber', () => {
  it.each([
    [12, 0, 'No.\u00a012', '№\u00a012'],
    [12, 1, 'No.\u00a012/Rev. 1', '№\u00a012/Rev.1'],
    [1234, 10, 'No.\u00a01234/Rev. 10', '№\u00a01234/Rev.10'],
  ])('%d, revision %d', (number, revision, en, ru) => {
    expect(formatBulletinNumber(number, revision, 'en')).toBe(en);
    expect(formatBulletinNumber(number, revision, 'ru')).toBe(ru);
  });
});

describe('coverageSentence', () => {
  const cases: [CoverageFigures, string, string][] = [
    [
      { received: 43, expected: 48, nil: 2, awaited: 3 },
      '43 of 48 units reported, 2 nil, 3 awaited.',
      'Сведения поступили от 43 из 48 групп, в том числе 2 нулевых отчёта; ожидаются сведения от 3 групп.',
    ],
    [
      { received: 20, expected: 21, nil: 1, late: 1, awaited: 1 },
      '20 of 21 units reported, 1 nil, 1 after the cut-off, 1 awaited.',
      'Сведения поступили от 20 из 21 группы, в том числе 1 нулевой отчёт; ' +
        'после установленного срока — от 1 группы; ожидаются сведения от 1 группы.',
    ],
    [
      { received: 48, expected: 48, nil: 5, awaited: 0 },
      '48 of 48 units reported, 5 nil.',
      'Сведения поступили от 48 из 48 групп, в том числе 5 нулевых отчётов.',
    ],
    [
      { received: 0, expected: 1, nil: 0, awaited: 1 },
      '0 of 1 unit reported, 1 awaited.',
      'Сведения поступили от 0 из 1 группы; ожидаются сведения от 1 группы.',
    ],
    [
      { received: 0, expected: 0, nil: 0, awaited: 0 },
      'No reports were expected on this day.',
      'На этот день представление отчётов не предусмотрено.',
    ],
  ];

  it.each(cases)('%j', (figures, en, ru) => {
    expect(coverageSentence(figures, 'en')).toBe(en);
    expect(coverageSentence(figures, 'ru').replaceAll('\u00a0', ' ')).toBe(ru);
    expect(findTypographyProblems(coverageSentence(figures, 'ru'), 'ru')).toEqual([]);
  });
});

describe('term', () => {
  it('is ours unless the Operation Plan has its own', () => {
    const overrides = { operation_coordination_unit: { ru: 'Штаб операции' } };
    expect(term('operation_coordination_unit', 'ru')).toBe('Координационная группа операции');
    expect(term('operation_coordination_unit', 'ru', overrides)).toBe('Штаб операции');
    expect(term('operation_coordination_unit', 'en', overrides)).toBe('Operation Coordination Unit');
  });

  it.each(TERM_IDS)('%s is clean and says how sure it is', (id) => {
    expect(findTypographyProblems(term(id, 'ru'), 'ru')).toEqual([]);
    expect(['high', 'medium', 'low']).toContain(termConfidence(id));
  });
});

describe('isLanguage', () => {
  it('knows two', () => {
    expect(['en', 'ru', 'kk', '', undefined].map(isLanguage)).toEqual([true, true, false, false, false]);
  });
});
