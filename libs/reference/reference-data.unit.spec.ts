import { describe, expect, it } from '@jest/globals';
import { isCalendarDay } from '#libs/contracts/shapes.js';
import { loadReferenceData } from './reference-data.js';
import { defaultReferenceFolder } from './reference-folder.js';

const data = loadReferenceData(defaultReferenceFolder());

describe('chemicals', () => {
  it('are 69: 27 of Table I, 8 of Table II, 34 others', () => {
    expect(data.chemicals).toHaveLength(69);
    expect(data.chemicals.filter(({ table }) => table === 'I')).toHaveLength(27);
    expect(data.chemicals.filter(({ table }) => table === 'II')).toHaveLength(8);
  });

  it.each(data.chemicals.map((chemical) => [chemical.id, chemical] as const))(
    '%s is complete',
    (_, chemical) => {
      expect(chemical.ru).toMatch(/[а-яё]/);
      expect(chemical.ruGenitive).toMatch(/[а-яё]/);
      expect(chemical.ruGenitive).not.toBe(chemical.ru);
      expect(chemical.hs).toMatch(/^\d{6}$/);
      expect(chemical.controlledSince === undefined || isCalendarDay(chemical.controlledSince)).toBe(true);
    },
  );

  it('keep the date of each ester', () => {
    const pmk = data.chemicals.find(({ id }) => id === 'pmk_glycidic');
    expect(pmk?.esters?.slice(0, 2)).toEqual([
      { ester: 'methyl', cas: '13605-48-6', controlledSince: '2019-11-19' },
      { ester: 'ethyl', cas: '28578-16-7', controlledSince: '2024-12-03' },
    ]);
  });
});

describe('countries', () => {
  it('stand in the alphabetical order of each language', () => {
    expect(data.countries.map(({ iso2 }) => iso2)).toEqual([
      'AF',
      'AZ',
      'GE',
      'KZ',
      'KG',
      'PK',
      'TJ',
      'TM',
      'UZ',
    ]);
    const inRussian = [...data.countries].sort((a, b) => a.orderRu - b.orderRu).map(({ ru }) => ru);
    expect(inRussian).toEqual([
      'Азербайджан',
      'Афганистан',
      'Грузия',
      'Казахстан',
      'Кыргызстан',
      'Пакистан',
      'Таджикистан',
      'Туркменистан',
      'Узбекистан',
    ]);
  });

  it('carry the names of the United Nations, not those of ICU', () => {
    const kyrgyzstan = data.countries.find(({ iso2 }) => iso2 === 'KG');
    expect(kyrgyzstan).toMatchObject({
      ru: 'Кыргызстан',
      ruPrepositional: 'в Кыргызстане',
      ruFormal: 'Кыргызская Республика',
    });
    expect(data.countries.find(({ iso2 }) => iso2 === 'AZ')?.ruFormal).toBe('Азербайджанская Республика');
  });
});

describe('country names', () => {
  it('cover the 249 codes of ISO 3166', () => {
    expect(Object.keys(data.countryNames)).toHaveLength(249);
  });

  it.each([
    ['TR', 'Türkiye', 'Турция'],
    ['MD', 'Republic of Moldova', 'Республика Молдова'],
    ['KG', 'Kyrgyzstan', 'Кыргызстан'],
    ['CN', 'China', 'Китай'],
    ['IR', 'Iran (Islamic Republic of)', 'Иран (Исламская Республика)'],
    ['RU', 'Russian Federation', 'Российская Федерация'],
    [
      'GB',
      'United Kingdom of Great Britain and Northern Ireland',
      'Соединенное Королевство Великобритании и Северной Ирландии',
    ],
    ['BY', 'Belarus', 'Беларусь'],
    ['VN', 'Viet Nam', 'Вьетнам'],
    ['CI', 'Côte d’Ivoire', 'Кот-д’Ивуар'],
    ['MK', 'North Macedonia', 'Северная Македония'],
    ['KR', 'Republic of Korea', 'Республика Корея'],
  ])('%s is %s and %s', (code, en, ru) => {
    expect(data.countryNames[code]).toEqual({ en, ru });
  });

  it('hold no footnote marks, articles or empty names', () => {
    for (const { en, ru } of Object.values(data.countryNames)) {
      expect(en).not.toMatch(/\*|\(the\)|^\s|\s$|[а-яё]/);
      expect(ru).not.toMatch(/\*|^\s|\s$|[a-z]/);
    }
  });
});

describe('Port Control Units', () => {
  it('are 38, eleven of them the segment of 2017, all open then', () => {
    expect(data.units).toHaveLength(38);
    const segment = data.units.filter(({ segment2017 }) => segment2017);
    expect(segment.map(({ id }) => id)).toEqual([
      'AZ-BAK',
      'AZ-AST',
      'KZ-AAU',
      'KG-FRU',
      'KG-OSS',
      'TJ-DYU',
      'TJ-NPY',
      'TM-KRW',
      'TM-ASB',
      'UZ-CHU',
      'UZ-ANG',
    ]);
    expect(segment.every(({ status2017 }) => status2017 === 'open')).toBe(true);
  });

  it('leave units that opened later out of 2017', () => {
    for (const id of ['KZ-ALT', 'UZ-ALT', 'UZ-YAL']) {
      expect(data.units.find((unit) => unit.id === id)?.status2017).toBe('not_yet_open');
    }
  });

  it('have short names that tell them apart within each language', () => {
    for (const name of ['shortEn', 'shortRu'] as const) {
      expect(new Set(data.units.map((unit) => unit[name])).size).toBe(38);
    }
  });

  it('have a zone of their own: Aktau is not Almaty', () => {
    expect(data.units.find(({ id }) => id === 'KZ-AAU')?.tz).toBe('Asia/Aqtau');
    expect(data.units.filter(({ unlocode }) => unlocode === undefined)).toHaveLength(9);
  });
});

describe('the whole', () => {
  it('is frozen down to its leaves', () => {
    const first = data.chemicals[0] as { en: string };
    expect(() => (first.en = 'x')).toThrow(TypeError);
    expect(() => (data.units as unknown[]).push({})).toThrow(TypeError);
    expect(() => (data.hsSubheadings as Set<string>).add('000000')).toThrow(TypeError);
    expect(() => (data.unlocodes.codes as Set<string>).delete('KZAAU')).toThrow(TypeError);
    expect(data.hsSubheadings.has('291524')).toBe(true);
  });

  it('has the same version whenever it is read', () => {
    expect(data.version).toMatch(/^[0-9a-f]{12}$/);
    expect(loadReferenceData(defaultReferenceFolder()).version).toBe(data.version);
  });
});
