import { describe, expect, it } from '@jest/globals';
import { isLabelCode, labelOf, LABELS, type LabelSet } from './labels.js';
import { findTypographyProblems } from './typography-check.js';

const ALL = Object.entries(LABELS).flatMap(([set, labels]) =>
  Object.entries<readonly [string, string]>(labels).map(
    ([code, [en, ru]]) => [`${set}.${code}`, en, ru] as const,
  ),
);

describe('labels', () => {
  it.each(ALL)('%s is clean in both languages', (_code, en, ru) => {
    expect(en).not.toBe('');
    expect(findTypographyProblems(en, 'en')).toEqual([]);
    expect(findTypographyProblems(ru, 'ru')).toEqual([]);
    expect(en).not.toMatch(/[а-яё]/i);
    expect(ru.replace('HazMatID', '')).not.toMatch(/[a-z]/i);
  });

  it.each(Object.keys(LABELS) as LabelSet[])('%s gives different codes different labels', (set) => {
    for (const index of [0, 1]) {
      const labels = Object.values(LABELS[set]).map((label: readonly string[]) => label[index]);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it.each([
    ['transport_kind', ['container', 'wagon', 'truck', 'other']],
    ['transport_kind_plural', ['container', 'wagon', 'truck', 'other']],
    ['regime', ['import', 'export', 'transit']],
    ['outcome', ['released', 'detained', 'seized', 'pending', 'returned_to_sender']],
    ['discrepancy_kind', ['quantity', 'goods', 'seal', 'route', 'document', 'other']],
    ['nil_reason', ['closed', 'no_traffic', 'equipment']],
    [
      'correction_reason',
      [
        'data_entry',
        'recount',
        'identifier',
        'late_information',
        'returned',
        'wrong_day',
        'classification',
        'other',
      ],
    ],
    [
      'coverage_status',
      ['not_expected', 'not_due', 'on_time', 'late', 'returned', 'with_contact_point', 'missing'],
    ],
    [
      'report_state',
      [
        'submitted',
        'superseded',
        'returned',
        'held',
        'withdrawn',
        'forwarded',
        'queried',
        'consolidated',
        'corrected',
      ],
    ],
    ['coverage_mark', ['nil', 'corrected', 'held', 'queried']],
  ] as const)('%s has the codes of the report form', (set, codes) => {
    expect(Object.keys(LABELS[set])).toEqual(codes);
  });

  it('keeps осмотр and досмотр apart wherever both stand', () => {
    for (const set of ['counter', 'method'] as const) {
      const [code, other] =
        set === 'counter' ? (['inspected', 'examined'] as const) : (['inspection', 'examination'] as const);
      expect(labelOf(set, code as never, 'ru')).toMatch(/(?<!д)осмотр \(без вскрытия\)/i);
      expect(labelOf(set, other as never, 'ru')).toMatch(/досмотр \(со вскрытием\)/i);
    }
  });

  it('speaks of missing reports as awaited', () => {
    expect(labelOf('coverage_status', 'missing', 'ru')).toBe('сведения ожидаются');
    expect(labelOf('coverage_status', 'missing', 'en')).toBe('awaited');
  });

  it('refuses a code it does not know and says which it knows', () => {
    // @ts-expect-error not a code of that set
    expect(() => labelOf('regime', 'cabotage', 'ru')).toThrow(
      '"cabotage" is not a regime; known are import, export, transit',
    );
    // @ts-expect-error a name every object has
    expect(() => labelOf('regime', 'constructor', 'ru')).toThrow(RangeError);
  });

  it('tells whether a code read from data has a label', () => {
    expect(isLabelCode('method', 'xray')).toBe(true);
    expect(isLabelCode('method', 'x_ray')).toBe(false);
  });
});
