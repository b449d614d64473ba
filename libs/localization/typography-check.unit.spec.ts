import { describe, expect, it } from '@jest/globals';
import { type Language } from './language.js';
import { findTypographyProblems } from './typography-check.js';

const rules = (text: string, language: Language) => findTypographyProblems(text, language).map((p) => p.rule);

describe('findTypographyProblems in Russian', () => {
  it.each([
    ['операция "Подмена"', ['straight-quotes', 'straight-quotes']],
    ['операция “Подмена”', ['english-quotes', 'english-quotes']],
    ['изъято - 5', ['hyphen-as-dash']],
    ['изъято -- 5', ['hyphen-as-dash']],
    ['- первый пункт', ['hyphen-as-dash']],
    ['исправления (-3)', ['hyphen-as-minus']],
    ['исправления: -3', ['hyphen-as-minus']],
    ['кoнтейнер', ['mixed-scripts', 'mixed-scripts']],
    ['два  пробела', ['double-space']],
    ['слово , слово', ['space-before-mark']],
    ['Бюллетень № 12', ['unbound-number-sign']],
    ['Бюллетень №12', ['unbound-number-sign']],
    ['нет — есть', ['unbound-dash']],
    ['нет—есть', ['unbound-dash']],
    ['нет\u00a0—есть', ['unbound-dash']],
    ['нет\u00a0– есть', ['en-dash-as-dash']],
    ['досмотрено 3 500', ['unbound-digits']],
    ['досмотрено 3\u202f500', ['unbound-digits']],
    ['изъято 1.5\u00a0кг', ['decimal-point']],
    ['изъято 15 кг', ['unbound-unit']],
    ['изъято 15кг', ['unbound-unit']],
    ['12 %', ['unbound-unit']],
    ['ежедневный отчет', ['ye-for-yo']],
    ['Отчеты учтены, результат подтвержден', ['ye-for-yo', 'ye-for-yo']],
    ['возвращенный отчёт', ['ye-for-yo']],
    ['еще не поступил', ['ye-for-yo']],
    ['Только для ДСП', ['avoided-term']],
    ['Киргизия', ['avoided-term']],
    ['Досмотрено {count#container}', ['unfilled-place']],
    ['Досмотрено: undefined', ['unfilled-place']],
  ])('marks "%s"', (text, expected) => {
    expect(rules(text, 'ru')).toEqual(expected);
  });

  it.each([
    'Ежедневный бюллетень №\u00a012/Rev.1 по операции «Container Programme Chemical Check-I»',
    'изъято 20\u00a0063,10\u00a0кг; 1–30 сентября 2017 года; 05.09.2017, 10:00 (UTC+06:00)',
    'Организация Объединенных Наций; при перемещении и подтверждении; определение, включение',
    'группа UZ-ANG, CAS 108-24-7, 2017-09-05, страны-участницы',
    'операция «порт „Актау“»; исправления: \u22123',
    'Таблица: №\nвсего',
    'нет\u00a0— есть; «—»: нулевой отчёт',
    'Кот-д’Ивуар, Кыргызстан, группа портового контроля',
    '—',
  ])('has nothing against "%s"', (text) => {
    expect(findTypographyProblems(text, 'ru')).toEqual([]);
  });
});

describe('findTypographyProblems in English', () => {
  it.each([
    ['the "summer fluid"', ['straight-quotes', 'straight-quotes']],
    ["a country's report", ['straight-apostrophe']],
    ['seized - 5', ['hyphen-as-dash']],
    ['15 kg', ['unbound-unit']],
    ['15L', ['unbound-unit']],
    ['Bulletin No. 12', ['unbound-number']],
    ['cоntainer', ['mixed-scripts', 'mixed-scripts']],
  ])('marks "%s"', (text, expected) => {
    expect(rules(text, 'en')).toEqual(expected);
  });

  it.each([
    'Daily bulletin No.\u00a012/Rev. 1: 20,063.10\u00a0kg, 12.5%, 28 August\u00a0– 3 September 2017',
    'the country’s “X-rayed” wagons; UZ-ANG, 2017-09-05, follow-up',
  ])('has nothing against "%s"', (text) => {
    expect(findTypographyProblems(text, 'en')).toEqual([]);
  });
});

describe('a problem', () => {
  it('says where it is and what to write', () => {
    const text = `${'а'.repeat(50)} № 12 ${'б'.repeat(50)}`;
    expect(findTypographyProblems(text, 'ru')).toEqual([
      {
        rule: 'unbound-number-sign',
        index: 51,
        excerpt: `${'а'.repeat(19)} № 12 ${'б'.repeat(15)}`,
        advice: 'U+00A0 after №',
      },
    ]);
  });
});
