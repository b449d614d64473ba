import { describe, expect, it } from '@jest/globals';
import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { findTypographyProblems } from '#libs/localization/typography-check.js';
import type { Language } from '#libs/localization/language.js';
import { aFullDay, aRevisedDay, aSupplementaryDay } from '../../testing/a-full-day.js';
import { aCase, aSnapshot } from '../../testing/a-snapshot.js';
import { aUnit } from '../../testing/units.js';
import { cellsOf, HASH, plain, section, textsOf, view } from '../../testing/view-texts.js';
import type { BulletinView } from './bulletin-view.types.js';

/** The figures of a text, whatever the language writes between groups and before decimals. */
const figuresOf = (text: string) =>
  (text.replace(/\b0?(\d+)\.\d\d\.(?=\d{4})/g, '$1 ').match(/[+−]?\d[\d,.\u00a0]*/g) ?? []).map((figure) =>
    figure.replace(/[,.\u00a0]/g, ''),
  );

describe('the first page', () => {
  it('has four headline figures, of the day and cumulative', () => {
    const day = aFullDay();
    expect(view(day).headlines.map((one) => [one.label, one.day, one.cumulative])).toEqual([
      ['Controls', String(day.day.controls), String(day.cumulative.controls)],
      ['Transport units', String(day.day.transportUnits), String(day.cumulative.transportUnits)],
      ['With discrepancies', String(day.day.withDiscrepancy), String(day.cumulative.withDiscrepancy)],
      ['Seizures', String(day.day.seizures), String(day.cumulative.seizures)],
    ]);
  });

  it('names the bulletin, the day of the operation, the period and the time of issue', () => {
    const russian = view(aFullDay(), 'ru');
    expect(russian.title).toBe('Ежедневный бюллетень №\u00a012');
    expect(russian.facts.map(({ value }) => value)).toEqual([
      '5 из\u00a030',
      '5 сентября 2017 года, местное время каждой группы',
      '6 сентября 2017 года, 10:00 (UTC+06:00)',
      '6 сентября 2017 года, 10:42 (UTC+06:00)',
    ]);
  });

  it('lists countries in the alphabetical order of the language', () => {
    const names = (language: Language) =>
      view(aFullDay(), language).byCountry?.table.rows.map(({ header }) => header);
    expect(names('en')?.slice(0, 3)).toEqual(['Afghanistan', 'Azerbaijan', 'Georgia']);
    expect(names('ru')).toEqual([
      'Азербайджан',
      'Афганистан',
      'Грузия',
      'Казахстан',
      'Кыргызстан',
      'Пакистан',
      'Таджикистан',
      'Туркменистан',
      'Узбекистан',
      'Итого',
    ]);
  });

  it('tells nil, missing and partial apart, and never prints 0 for missing', () => {
    const table = view(aFullDay()).byCountry?.table;
    expect(cellsOf(table, 'Azerbaijan')?.slice(0, 6)).toEqual(['—', '—', '—', '—', '—', '—']);
    expect(cellsOf(table, 'Kyrgyzstan')?.slice(0, 6)).toEqual(['awaited', '…', '…', '…', '…', '…']);
    expect(cellsOf(table, 'Turkmenistan')?.[0]).toBe('12 (1 of 2 units)');
    expect(cellsOf(view(aFullDay(), 'ru').byCountry?.table, 'Туркменистан')?.[0]).toBe(
      '12 (1 из\u00a02\u00a0групп)',
    );
  });

  it('says that no report was expected', () => {
    const table = view(aSnapshot().notExpected('KG-OSH').build()).byCountry?.table;
    expect(cellsOf(table, 'Kyrgyzstan')?.[0]).toBe('n/e');
    expect(table?.notes.join()).toContain('no report expected');
  });

  it('has two to five highlights on any day', () => {
    const days = [
      aFullDay(),
      aSnapshot().build(),
      aSnapshot().withNil().build(),
      aSnapshot().withMissing().build(),
    ];
    for (const day of days) {
      for (const language of ['en', 'ru'] as const) {
        const { length } = view(day, language).highlights;
        expect(length).toBeGreaterThanOrEqual(2);
        expect(length).toBeLessThanOrEqual(5);
      }
    }
  });

  it('moves the table of many countries to the annex', () => {
    const units = Array.from({ length: 40 }, (_, place) =>
      aUnit(`${'ABCDEFGHIJ'[place % 10]}${'AEIO'[place % 4]}-X${place + 10}`),
    );
    const many = view(aSnapshot().withUnits(units).build());
    expect(many.byCountry).toBeNull();
    expect(many.annexes[0]?.id).toBe('by-country');
    expect(many.annexes[0]?.tables[0]?.rows.length).toBe(
      new Set(units.map(({ country }) => country)).size + 1,
    );
  });
});

describe('a day without controls', () => {
  it('is told as nil, with dashes', () => {
    const nil = view(aSnapshot().withNil().build());
    expect(nil.headlines.map(({ day }) => day)).toEqual(['—', '—', '—', '—']);
    expect(nil.highlights[0]).toBe('No controls in scope: all reports received are nil reports.');
  });

  it('is told as awaited when no report came, never as 0', () => {
    const missing = view(aSnapshot().withMissing().build(), 'ru');
    expect(missing.headlines.map(({ day }) => day)).toEqual(['…', '…', '…', '…']);
    expect(missing.highlights[0]).toBe('До\u00a0закрытия отчётного дня отчёты не\u00a0поступили.');
    expect(cellsOf(missing.byCountry?.table, 'Итого')?.slice(1, 6)).toEqual(['…', '…', '…', '…', '…']);
  });
});

describe('cases', () => {
  const line = (part: Parameters<typeof aCase>[0], language: Language = 'en') =>
    view(aSnapshot().withCases(aCase(part)).build(), language).cases.items[0];

  it('are presumptive until a laboratory has confirmed them', () => {
    expect(line({})).toContain('presumptively acetic anhydride, 15,520\u00a0L, 97 packages');
    expect(line({}, 'ru')).toContain(
      'предположительно ангидрид уксусной кислоты, 15\u00a0520\u00a0л, 97\u00a0грузовых мест',
    );
    expect(line({ certainty: 'laboratory_confirmed' })).toContain('acetic anhydride (laboratory confirmed)');
  });

  it('say what a laboratory has found since, whatever was entered', () => {
    const certainties = ['presumptive', 'laboratory_confirmed'] as const;
    for (const certainty of certainties) {
      const confirmed = { certainty, laboratoryResult: 'confirmed' } as const;
      expect(line(confirmed)).toContain(': acetic anhydride (laboratory confirmed), ');
      expect(line(confirmed, 'ru')).toContain(
        ': ангидрид уксусной кислоты (подтверждено лабораторным исследованием), ',
      );
      const denied = { certainty, laboratoryResult: 'not_confirmed' } as const;
      expect(line(denied)).toContain(
        ': presumptively acetic anhydride (not confirmed by laboratory), 15,520\u00a0L',
      );
      expect(plain(line(denied, 'ru') ?? '')).toContain(
        ': предположительно ангидрид уксусной кислоты (лабораторией не подтверждено), ',
      );
    }
  });

  it('say who examined and who seized only in the words of the released text', () => {
    const cross = { country: 'AF', unit: 'PK-KAR', detectedBy: 'PK', seizedBy: 'AF' };
    expect(line(cross)).not.toMatch(/Pakistan|Karachi/);
    const text = {
      en: 'Examined by Pakistan, seized by Afghanistan.',
      ru: 'Досмотр: Пакистан; изъятие: Афганистан.',
    };
    expect(line({ ...cross, text })).toContain('Examined by Pakistan, seized by Afghanistan.');
  });

  it('go to the annex with their texts where the first page is full', () => {
    const long = { en: 'word '.repeat(60).trim(), ru: 'слово '.repeat(60).trim() };
    const day = aSnapshot()
      .withCases(...['1', '2', '3', '4'].map((caseId) => aCase({ caseId, text: long })))
      .build();
    expect(view(day).cases.items).toHaveLength(3);
    expect(view(day).cases.note).toBe('Further cases in the annex: 1.');
    expect(view(day).cases.items.join()).not.toContain('word');
    expect(section(view(day), 'cases-in-full')?.items).toHaveLength(4);
    expect(section(view(day), 'cases-in-full')?.items[3]).toContain(long.en);
  });
});

describe('the annexes', () => {
  it('print the cumulative sum with all its terms', () => {
    const table = section(view(aFullDay()), 'figures')?.tables[1];
    expect(cellsOf(table, 'Controls of transport units')).toEqual([
      '437',
      '+135',
      '+6',
      '+3',
      '−2',
      '0',
      '579',
    ]);
  });

  it('name no unit and no country as late, missing or at fault', () => {
    const late = aFullDay();
    const coverage = late.coverage.map((unit) => ({
      ...unit,
      state: unit.state === 'on_time' ? ('late' as const) : unit.state,
    }));
    const shown = view({ ...late, coverage });
    expect(shown).toEqual(view(late));
    expect(textsOf(section(shown, 'coverage')).join()).not.toMatch(/Farap|Osh/);
    expect(textsOf(section(shown, 'data-quality')).join()).not.toMatch(/Kazakhstan|Pakistan|Afghanistan/);
  });

  it('show mass and volume side by side', () => {
    const table = section(view(aFullDay(), 'ru'), 'chemicals')?.tables[0];
    expect(cellsOf(table, 'Ангидрид уксусной кислоты')?.[2]).toBe(
      '20\u00a0063,1\u00a0кг; 15\u00a0520\u00a0л',
    );
  });

  it('list chemicals by their names in the language, and tell no control from no quantity', () => {
    const figures = { controlled: true, cumulativeControls: 2, cumulativeQuantity: [] };
    const chemicals = [
      { ...figures, chemical: 'acetic_acid', dayControls: 0, dayQuantity: [] },
      { ...figures, chemical: 'acetone', dayControls: 1, dayQuantity: [] },
      {
        ...figures,
        chemical: 'sulphur',
        dayControls: 1,
        dayQuantity: [{ amount: '1', unit: 'kg' as const }],
      },
    ];
    const day = aSnapshot().with({ chemicals }).build();
    const table = (language: Language) => section(view(day, language), 'chemicals')?.tables[0];
    expect(table('en')?.rows.map(({ header }) => header)).toEqual(['Acetic acid', 'Acetone', 'Sulphur']);
    expect(table('ru')?.rows.map(({ header }) => header)).toEqual(['Ацетон', 'Сера', 'Уксусная кислота']);
    expect(table('en')?.rows.map(({ cells }) => cells[2]?.text)).toEqual(['—', 'n/a', '1\u00a0kg']);
    expect(table('en')?.notes[0]).toBe('“—”: no controls; n/a: no net quantity was declared');
  });

  it('print a code that has no label as it is', () => {
    const day = aSnapshot()
      .with({ byMethod: [{ code: 'neutron_gate', day: 1, cumulative: 1 }] })
      .build();
    expect(cellsOf(section(view(day), 'breakdowns')?.tables[0], 'Neutron_gate')).toEqual(['1', '1']);
  });

  it('have the checksum of the snapshot', () => {
    expect(section(view(aFullDay()), 'verification')?.paragraphs[0]).toContain(HASH);
  });
});

describe('both languages', () => {
  /** With the number of figures that they have at least. */
  const DAYS: [string, DaySnapshot, number][] = [
    ['a full day', aFullDay(), 250],
    ['a revised edition', aRevisedDay(), 250],
    ['a supplementary bulletin', aSupplementaryDay(), 150],
  ];

  it.each(DAYS)('say the same figures in %s', (_, day, atLeast) => {
    const [english, russian] = [view(day, 'en'), view(day, 'ru')];
    const sorted = (of: BulletinView) =>
      textsOf({ ...of, facts: [] })
        .flatMap(figuresOf)
        .sort();
    expect(sorted(english)).toEqual(sorted(russian));
    expect(sorted(english).length).toBeGreaterThan(atLeast);
  });

  it.each(DAYS)('have no mistake of typography in %s', (_, day) => {
    for (const language of ['en', 'ru'] as const) {
      const texts = textsOf(view(day, language));
      expect(texts.flatMap((text) => findTypographyProblems(text, language))).toEqual([]);
    }
  });

  it.each(DAYS)('leave no code untranslated in Russian in %s', (_, day) => {
    expect(textsOf(view(day, 'ru')).join('\n')).not.toMatch(/[a-z]_[a-z]/);
  });
});
