import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from './language.js';
import {
  message,
  MESSAGE_KEYS,
  MESSAGE_TABLES,
  type MessageKey,
  messagePlaces,
  MESSAGES,
} from './messages.js';
import { findTypographyProblems } from './typography-check.js';

/** Renders any message as an untyped caller would: the number in the places that count, a name in the others. */
function rendered(language: 'en' | 'ru', key: MessageKey, count: number): string {
  const counts = new Set(Array.from(MESSAGES[key][language].matchAll(/\{(\w+)[#~?]/g), (match) => match[1]));
  const name = language === 'ru' ? 'Актау' : 'Aktau';
  const values = messagePlaces(language, key).map(
    (place) => [place, counts.has(place) ? count : name] as const,
  );
  return (message as (l: string, k: string, v: object) => string)(language, key, Object.fromEntries(values));
}

const COUNTS = [0, 1, 2, 5, 11, 21, 22, 25, 101, 111, 3500];
const YO_FREE_OFFICIAL = /Объединенн/;

describe('the catalogue', () => {
  it('has each key in one table only', () => {
    const keys = MESSAGE_TABLES.flatMap((table) => Object.keys(table));
    expect(keys).toHaveLength(new Set(keys).size);
    expect([...keys].sort()).toEqual([...MESSAGE_KEYS].sort());
  });

  it.each(MESSAGE_KEYS)('%s has a text and the same places in both languages', (key) => {
    expect(MESSAGES[key].en.trim()).not.toBe('');
    expect(MESSAGES[key].ru.trim()).not.toBe('');
    expect(messagePlaces('ru', key)).toEqual(messagePlaces('en', key));
  });

  it.each(MESSAGE_KEYS)('%s is typographically clean with every count', (key) => {
    for (const language of LANGUAGES) {
      for (const count of COUNTS) {
        expect(findTypographyProblems(rendered(language, key, count), language)).toEqual([]);
      }
    }
  });

  it('has Russian in Cyrillic: Latin only in Rev. and SHA-256', () => {
    const latin = MESSAGE_KEYS.flatMap(
      (key) => MESSAGES[key].ru.replace(/\{[^}]*\}/g, '').match(/[A-Za-z]+/g) ?? [],
    );
    expect(new Set(latin)).toEqual(new Set(['SHA', 'Rev']));
    expect(MESSAGE_KEYS.filter((key) => YO_FREE_OFFICIAL.test(MESSAGES[key].ru))).toEqual([]);
  });

  it('never blames, ranks or addresses the reader', () => {
    const blaming = /наруш|не представил|опозда|просроч|виновн|\bВы\b|(?<!\p{L})Ваш/iu;
    expect(MESSAGE_KEYS.filter((key) => blaming.test(MESSAGES[key].ru))).toEqual([]);
    expect(
      MESSAGE_KEYS.filter((key) => /\b(?:failed to|offend|worst|missing|your?)\b/i.test(MESSAGES[key].en)),
    ).toEqual([]);
  });
});

describe('sentences of a bulletin', () => {
  it('says what is done presumptively', () => {
    const substance = 'ангидрид уксусной кислоты';
    expect(message('ru', 'case.presumptively', { substance })).toBe(
      'предположительно ангидрид уксусной кислоты',
    );
    expect(message('en', 'case.presumptively', { substance: 'acetic anhydride' })).toBe(
      'presumptively acetic anhydride',
    );
  });

  it('shows a country that reported in part', () => {
    const values = { value: 12, reported: 1, expected: 2 };
    expect(message('en', 'table.partial', values)).toBe('12 (1 of 2 units)');
    expect(message('ru', 'table.partial', values)).toBe('12 (1 из\u00a02\u00a0групп)');
    expect(message('ru', 'table.partial', { ...values, expected: 21 })).toBe('12 (1 из\u00a021\u00a0группы)');
  });

  it('says openly that a day was closed without all confirmations', () => {
    const values = { units: 'UZ-ANG, KG-OSH', reason: 'нет связи' };
    expect(message('ru', 'closing.without_seals', values)).toBe(
      'Отчётный день закрыт без ожидания подтверждения о\u00a0завершении приёма отчётов по\u00a0следующим группам: ' +
        'UZ-ANG, KG-OSH. Причина: нет связи.',
    );
    expect(message('en', 'closing.without_seals', { ...values, reason: 'no connection' })).toBe(
      'The day was closed without waiting for the end-of-day confirmation of: UZ-ANG, KG-OSH. Reason: no connection.',
    );
  });
});
