import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MESSAGE_KEYS, MESSAGES } from './messages.js';
import { formatList, nonBreaking, quoted } from './typography.js';

describe('nonBreaking', () => {
  it.each([
    ['Бюллетень № 12', 'Бюллетень №\u00a012'],
    ['Бюллетень №12', 'Бюллетень №\u00a012'],
    ['в порту и на станции', 'в\u00a0порту и\u00a0на\u00a0станции'],
    ['В порту', 'В\u00a0порту'],
    ['от 43 из 48 групп', 'от\u00a043 из\u00a048 групп'],
    ['изъято 5 кг и 12 % раствора', 'изъято 5\u00a0кг и\u00a012\u00a0% раствора'],
    ['нет — есть', 'нет\u00a0— есть'],
    ['5 тонн', '5 тонн'],
    ['5 годов', '5 годов'],
    ['состав груза', 'состав груза'],
    ['операция «В порту»', 'операция «В\u00a0порту»'],
    ['ИСО-а вагон', 'ИСО-а вагон'],
  ])('%s', (text, bound) => {
    expect(nonBreaking(text, 'ru')).toBe(bound);
  });

  it.each([...'вксоуиа', 'во', 'ко', 'со', 'об', 'но', 'на', 'за', 'из', 'от', 'до', 'по', 'не', 'ни'])(
    'does not leave «%s» at the end of a line',
    (word) => {
      expect(nonBreaking(`груз ${word} ${word} порт`, 'ru')).toBe(`груз ${word}\u00a0${word}\u00a0порт`);
    },
  );

  it('binds the number and the unit in English', () => {
    expect(nonBreaking('Bulletin No. 12, 5 kg, 3 litres, 2 L', 'en')).toBe(
      'Bulletin No.\u00a012, 5\u00a0kg, 3 litres, 2\u00a0L',
    );
    expect(nonBreaking('No. This is not a number', 'en')).toBe('No. This is not a number');
  });

  it('changes nothing the second time, and nothing but spaces', () => {
    const word = fc.constantFrom('№', 'в', 'и', '12', 'кг', '—', 'отчёт', 'No.', 'kg', 'А', '%', 'шт.');
    const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, fc.constantFrom('en' as const, 'ru' as const), (given, language) => {
        const bound = nonBreaking(given, language);
        expect(nonBreaking(bound, language)).toBe(bound);
        expect(bound.replaceAll('\u00a0', ' ')).toBe(given);
      }),
    );
  });

  it('finds every message of the catalogue written with plain spaces, which it binds itself', () => {
    expect(MESSAGE_KEYS.filter((key) => /\u00a0/.test(MESSAGES[key].en + MESSAGES[key].ru))).toEqual([]);
  });
});

describe('quoted', () => {
  it.each([
    [
      'Container Programme Chemical Check-I',
      '“Container Programme Chemical Check-I”',
      '«Container Programme Chemical Check-I»',
    ],
    ['порт «Актау»', '“порт ‘Актау’”', '«порт „Актау“»'],
    ['the "summer fluid" case', '“the ‘summer fluid’ case”', '«the „summer fluid“ case»'],
  ])('%s', (text, en, ru) => {
    expect(quoted(text, 'en')).toBe(en);
    expect(quoted(text, 'ru')).toBe(ru);
  });
});

describe('formatList', () => {
  it.each([
    [[], '', ''],
    [['Актау'], 'Актау', 'Актау'],
    [['Актау', 'Ош'], 'Актау and Ош', 'Актау и\u00a0Ош'],
    [['Актау', 'Ош', 'Тузел'], 'Актау, Ош and Тузел', 'Актау, Ош и\u00a0Тузел'],
  ])('%j', (items, en, ru) => {
    expect(formatList(items, 'en')).toBe(en);
    expect(formatList(items, 'ru')).toBe(ru);
  });
});
