import { describe, expect, it } from '@jest/globals';
import type { Language } from '#libs/localization/language.js';
import { aFullDay, aRevisedDay, aSupplementaryDay } from '../../testing/a-full-day.js';
import { aCase, aChange, aFollowUp, aSnapshot } from '../../testing/a-snapshot.js';
import { cellsOf, plain, section, textsOf, view } from '../../testing/view-texts.js';
import type { BulletinView } from './bulletin-view.types.js';

describe('what is told later', () => {
  const ids = (of: BulletinView) => of.annexes.map(({ id }) => id);

  it('has a section for each way, none of them mixed', () => {
    const full = view(aFullDay());
    expect(ids(full).slice(8, 12)).toEqual(['reported-later', 'supplements', 'corrections', 'follow-ups']);
    const units = (id: string) => section(full, id)?.tables[0]?.rows.map(({ header }) => header);
    expect(units('reported-later')).toEqual(['Dushanbe, Tajikistan']);
    expect(units('supplements')).toEqual(['Poti, Georgia']);
    expect(units('corrections')).toEqual(['Aktau, Kazakhstan', 'Port Qasim, Pakistan']);
  });

  it('is one sentence where there is nothing', () => {
    const quiet = view(aSnapshot().build());
    expect(section(quiet, 'changes')?.paragraphs).toEqual(['No changes to earlier days were received.']);
    expect(ids(quiet)).not.toContain('follow-ups');
  });

  it('is counted in the highlights, each way by itself', () => {
    const changed = aSnapshot()
      .withChanges(
        aChange({ kind: 'supplement', difference: { controls: 4 } }),
        aChange({ kind: 'void', difference: { controls: -1 } }),
      )
      .withFollowUps({}, aFollowUp())
      .build();
    expect(view(changed).highlights.slice(0, 2)).toEqual([
      'Earlier days: supplements 1, corrections 1; effect on controls: +3.',
      'Follow-ups: laboratory results 1.',
    ]);
    expect(view(changed, 'ru').highlights.slice(0, 2).map(plain)).toEqual([
      'За предыдущие дни: дополнений — 1, исправлений — 1; изменение числа проверок: +3.',
      'Последующие сведения: результатов лабораторных исследований — 1.',
    ]);
  });

  it('words a follow-up by its kind, and a substance as presumed until a laboratory has confirmed it', () => {
    const told = (language: Language) =>
      section(view(aFullDay(), language), 'follow-ups')?.tables[0]?.rows.map(({ cells }) =>
        cells.slice(1).map(({ text }) => plain(text)),
      );
    expect(told('en')).toEqual([
      ['Case UZ-2017-0031, 3 Sep 2017', 'Confirmed by laboratory: acetic anhydride'],
      ['Case UZ-2017-0029, 3 Sep 2017', 'Not confirmed by laboratory; found: acetone'],
      ['Case TJ-2017-0002, 3 Sep 2017', 'Laboratory result inconclusive; presumptively acetone'],
      ['Railway wagon, 3 Sep 2017', 'Decision: released'],
      ['Case AF-2017-0005', 'Final quantity: 1,198.4 kg'],
    ]);
    expect(told('ru')?.map(([, information]) => information)).toEqual([
      'Подтверждено лабораторией: ангидрид уксусной кислоты',
      'Не подтверждено лабораторией; установлено: ацетон',
      'Лабораторное исследование не дало однозначного результата; предположительно ацетон',
      'Решение: выпуск (разрешено дальнейшее следование)',
      'Окончательное количество: 1 198,4 кг',
    ]);
  });

  it('names a laboratory result without a substance, and a follow-up that meets nothing counted', () => {
    const { country, unit, operationDay, followUpId, kind } = aFollowUp();
    const unmatched = { country, unit, operationDay, followUpId, kind };
    const day = aSnapshot().withFollowUps({}, aFollowUp(), unmatched).build();
    const rows = section(view(day), 'follow-ups')?.tables[0]?.rows.map(({ cells }) =>
      cells.map(({ text }) => text),
    );
    expect(rows?.[0]?.[2]).toBe('Confirmed by laboratory');
    expect(rows?.[1]?.[1]).toBe('No counted control or case');
  });
});

describe('remarks of units', () => {
  it('stand in the language of the bulletin, or marked in their own alone', () => {
    const items = (language: Language) => section(view(aFullDay(), language), 'remarks')?.items.map(plain);
    expect(items('en')).toEqual([
      'Nizhniy Pyanj, Tajikistan, 4 September 2017: Queue of more than 60 trucks at the crossing; controls were selective.',
      'Termez, Uzbekistan (original only; language: Uzbek): Yuk vagonlari ko‘zdan kechirildi, plombalar butun.',
    ]);
    expect(items('ru')?.[0]).toMatch(/^Нижний Пяндж, Таджикистан, 4 сентября 2017 года: Очередь/);
    expect(items('ru')?.[1]).toMatch(/\(только на языке оригинала; язык: узбекский\): Yuk/);
    expect(section(view(aSnapshot().build()), 'remarks')).toBeUndefined();
  });
});

describe('a revised edition', () => {
  it('says on its first page why it is issued again and what it says otherwise', () => {
    const revised = view(aRevisedDay());
    expect(plain(revised.title)).toBe('Daily bulletin No. 12/Rev. 1');
    expect(plain(revised.revised?.text ?? '')).toBe(
      'This revised bulletin replaces bulletin No. 12. Reason: The unit of Angren counted four containers of one consignment twice.',
    );
    expect(revised.revised?.items).toEqual([
      'Controls of transport units: on the reporting day 135 (was 139); since the start 579 (was 583).',
      'Opened and examined: on the reporting day 59 (was 63); since the start 245 (was 249).',
      'Distinct transport units: on the reporting day 129 (was 133).',
      'Further changed figures in the annex: 3.',
      'Reports counted differently: 2 (see annex).',
    ]);
    expect(plain(view(aRevisedDay(), 'ru').revised?.items[0] ?? '')).toBe(
      'Проверки транспортных единиц: за отчётный день — 135 (было 139); с начала операции — 579 (было 583).',
    );
    expect(view(aFullDay()).revised).toBeNull();
  });

  it('lists every figure and report in the annex, kinds of change apart', () => {
    const annex = section(view(aRevisedDay()), 'revised-edition');
    expect(annex?.tables.map(({ caption, rows }) => [caption, rows.length])).toEqual([
      ['Figures that have changed', 8],
      ['Supplements', 1],
      ['Corrections', 1],
    ]);
  });

  it('of the second revision replaces the first, and says so where no figure has changed', () => {
    const { revised, ...day } = aRevisedDay();
    if (!revised) throw new Error('The day is not revised.');
    const second = view({ ...day, revision: 2, revised: { ...revised, figures: [], unitDays: [] } });
    expect(plain(second.revised?.text ?? '')).toContain('replaces bulletin No. 12/Rev. 1.');
    expect(second.revised?.items).toEqual(['No figure has changed.']);
  });
});

describe('a supplementary bulletin', () => {
  it('tells of its period, without coverage and without anything awaited', () => {
    const english = view(aSupplementaryDay());
    expect(plain(english.title)).toBe('Supplementary bulletin No. 31');
    expect(english.facts.slice(0, 2).map(({ value }) => plain(value))).toEqual([
      '1–30 September 2017',
      '1–15 October 2017, local time of each unit',
    ]);
    expect(english.annexes.map(({ id }) => id)).not.toContain('coverage');
    expect(textsOf(english).join('\n')).not.toMatch(/awaited|reporting day|n\/e/i);
    const russian = view(aSupplementaryDay(), 'ru');
    expect(plain(russian.title)).toBe('Дополнительный бюллетень № 31');
    expect(plain(russian.facts[1]?.value ?? '')).toContain('1–15 октября 2017 года');
    expect(
      textsOf(russian)
        .join('\n')
        .replace(/Результат каждой[^\n]*/, ''),
    ).not.toMatch(/ожид|отчётн.. день/i);
  });

  it('shows what it changes, where the countries stand, and the follow-ups first', () => {
    const english = view(aSupplementaryDay());
    expect(english.headlines.map(({ label, day, cumulative }) => [label, day, cumulative])).toEqual([
      ['Confirmed by laboratory', '+1', '6'],
      ['Outcome pending', '−1', '8'],
      ['Seizures', '+1', '8'],
      ['Controls', '+3', '444'],
    ]);
    expect(english.byCountry?.chart).toBeNull();
    expect(cellsOf(english.byCountry?.table, 'Georgia')).toEqual(['68', '8', '0', '4', '0', '3']);
    expect(english.cases.heading).toBe('Follow-ups');
    expect(english.cases.items).toHaveLength(5);
    expect(english.cases.items[0]).toBe(
      'Angren, Uzbekistan. Case UZ-2017-0031, 3 Sep 2017. Confirmed by laboratory: acetic anhydride.',
    );
  });

  it('names units as the snapshot does, and else as the reference data; a case with the unit of its country alone', () => {
    const units = [{ unit: 'UZ-ANG', country: 'UZ', name: { en: 'Angren yard', ru: 'Ангренский двор' } }];
    const cases = [aCase(), aCase({ country: 'AF', detectedBy: 'UZ', seizedBy: 'AF', caseId: 'AF-1' })];
    const day = { ...aSupplementaryDay(), units, cases };
    expect(view(day).cases.items[0]).toMatch(/^Angren yard, Uzbekistan\. Case/);
    expect(view(day, 'ru').cases.items[0]).toMatch(/^Ангренский двор, Узбекистан\. Случай/);
    const told = (language: Language) => section(view(day, language), 'cases-in-full')?.items;
    expect(told('en')?.[0]).toContain('Seizure, Uzbekistan (Angren yard): ');
    expect(told('ru')?.[0]).toContain('Изъятие, Узбекистан (Ангренский двор): ');
    expect(told('en')?.[1]).toContain('Seizure, Afghanistan: ');
    expect(view({ ...day, units: [] }).cases.items[0]).toMatch(/^Angren dry port, Uzbekistan\. Case/);
  });

  it('keeps the follow-ups beyond its first page in the annex', () => {
    const day = aSupplementaryDay();
    const many = Array.from({ length: 9 }, (_, place) => aFollowUp({ followUpId: `f-${place}` }));
    expect(view({ ...day, followUps: many }).cases.note).toBe('Further follow-ups in the annex: 3.');
    expect(view({ ...day, followUps: [] }).cases.items).toEqual(['No follow-ups were reported.']);
  });
});
