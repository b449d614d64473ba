import { describe, expect, it } from '@jest/globals';
import { counted, countedAction, countedGenitive, PARTICIPLES, russianParticiple } from './agreement.js';
import { NOUN_IDS, nounFor } from './nouns.js';
import { findTypographyProblems } from './typography-check.js';

describe('countedAction', () => {
  it.each([
    [1, 'container', 'досмотрен 1\u00a0контейнер', '1 container examined'],
    [21, 'container', 'досмотрен 21\u00a0контейнер', '21 containers examined'],
    [2, 'container', 'досмотрено 2\u00a0контейнера', '2 containers examined'],
    [5, 'container', 'досмотрено 5\u00a0контейнеров', '5 containers examined'],
    [0, 'container', 'досмотрено 0\u00a0контейнеров', '0 containers examined'],
    [1, 'consignment', 'досмотрена 1\u00a0партия', '1 consignment examined'],
    [101, 'consignment', 'досмотрена 101\u00a0партия', '101 consignments examined'],
    [111, 'consignment', 'досмотрено 111\u00a0партий', '111 consignments examined'],
    [1, 'transport_unit', 'досмотрена 1\u00a0транспортная единица', '1 transport unit examined'],
    [2, 'transport_unit', 'досмотрено 2\u00a0транспортные единицы', '2 transport units examined'],
    [2, 'truck', 'досмотрено 2\u00a0грузовых автомобиля', '2 trucks examined'],
    [5, 'wagon', 'досмотрено 5\u00a0вагонов', '5 railway wagons examined'],
    [3500, 'container', 'досмотрено 3\u00a0500\u00a0контейнеров', '3,500 containers examined'],
  ] as const)('%d %s', (count, noun, ru, en) => {
    expect(countedAction(count, 'examined', noun, 'ru')).toBe(ru);
    expect(countedAction(count, 'examined', noun, 'en')).toBe(en);
  });

  it('keeps осмотр and досмотр apart', () => {
    expect(countedAction(2, 'inspected', 'container', 'ru')).toBe('осмотрено 2\u00a0контейнера');
    expect(countedAction(2, 'inspected', 'container', 'en')).toBe('2 containers inspected');
  });

  it('agrees in the neuter too', () => {
    expect(countedAction(1, 'registered', 'seizure', 'ru')).toBe('зарегистрировано 1\u00a0изъятие');
    expect(countedAction('1.5', 'seized', 'package', 'ru')).toBe('изъято 1,5\u00a0грузового места');
  });
});

describe('russianParticiple', () => {
  it.each([
    [1, 'masculine', 'изъят'],
    [1, 'feminine', 'изъята'],
    [1, 'neuter', 'изъято'],
    [3, 'masculine', 'изъято'],
    [11, 'feminine', 'изъято'],
    ['1.5', 'feminine', 'изъято'],
  ] as const)('with %s %s: %s', (count, gender, form) => {
    expect(russianParticiple(count, PARTICIPLES.seized, gender)).toBe(form);
  });
});

describe('counted', () => {
  it.each([
    [1, '1 nil report', '1\u00a0нулевой отчёт', '1\u00a0нулевого отчёта'],
    [2, '2 nil reports', '2\u00a0нулевых отчёта', '2\u00a0нулевых отчётов'],
    [5, '5 nil reports', '5\u00a0нулевых отчётов', '5\u00a0нулевых отчётов'],
    [21, '21 nil reports', '21\u00a0нулевой отчёт', '21\u00a0нулевого отчёта'],
    ['1.5', '1.5 nil reports', '1,5\u00a0нулевого отчёта', '1,5\u00a0нулевого отчёта'],
  ])('%s in English, in the nominative and in the genitive', (count, en, nominative, genitive) => {
    expect(counted(count, 'nil_report', 'en')).toBe(en);
    expect(counted(count, 'nil_report', 'ru')).toBe(nominative);
    expect(countedGenitive(count, 'nil_report', 'ru')).toBe(genitive);
    expect(countedGenitive(count, 'nil_report', 'en')).toBe(en);
  });
});

describe('the dictionary of nouns', () => {
  it.each(NOUN_IDS)('%s has clean forms in both languages', (id) => {
    const { en, ru } = nounFor(id);
    const russian = [ru.one, ru.few, ru.many, ru.other];
    expect([en.one, en.other].flatMap((form) => findTypographyProblems(form, 'en'))).toEqual([]);
    expect(russian.flatMap((form) => findTypographyProblems(form, 'ru'))).toEqual([]);
    expect(russian.every((form) => /^[а-яё -]+$/.test(form))).toBe(true);
  });

  it.each(NOUN_IDS)('%s: the forms after 2 and after a fraction follow its gender', (id) => {
    const { ru, gender } = nounFor(id);
    const words = ru.one.split(' ');
    const hasAdjective = words.length > 1 && /(?:ый|ой|ая|ое)$/.test(words[0] ?? '');
    if (!hasAdjective) expect(ru.other).toBe(ru.few);
    else if (gender === 'feminine') expect(ru.few).toMatch(/^\S+(?:ые|ие) /);
    else expect(ru.few.split(' ')[0]).toBe(ru.many.split(' ')[0]);
  });
});
