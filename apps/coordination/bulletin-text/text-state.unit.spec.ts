import { describe, expect, it } from '@jest/globals';
import { UnitCountries } from '../consolidation/unit-countries.domain.js';
import { D6 } from '../testing/reports.js';
import { NominalIndex } from '#libs/nominal/text/nominal-index.domain.js';
import { caseTextsOf, followUpSubstancesOf, snapshotTexts } from './snapshot-texts.domain.js';
import { type TextDecision } from './text-decision.repository.js';
import { type TextSource } from './text-source.domain.js';
import { stateOf } from './text-state.domain.js';

const INDEX = new NominalIndex([
  { kind: 'consignor', value: 'ООО «Комета»', unit: 'UZ-ANG' },
  { kind: 'seal', value: 'S-100200', unit: 'UZ-ANG' },
  { kind: 'document_number', value: '20170909', unit: 'UZ-ANG' },
  { kind: 'document_number', value: '20170999', unit: 'UZ-ANG' },
]);
const at = { textId: 't', unit: 'UZ-CHU', operationDay: D6 };
const REMARK: TextSource = { ...at, source: 'remark', original: { text: 'Замечаний нет.', language: 'ru' } };
const UZBEK: TextSource = { ...at, source: 'remark', original: { text: 'Kometa yuki', language: 'uz' } };
const CASE: TextSource = { ...at, source: 'case', reference: 'c1', substance: 'acetone' };
const PROPOSED: TextSource = { ...CASE, proposed: { en: 'Found.', ru: 'Обнаружено.' } };

const state = (source: TextSource, more?: Partial<TextDecision>) =>
  stateOf(
    source,
    more && {
      textId: 't',
      version: 1,
      chosen: true,
      en: null,
      ru: null,
      originalOnly: false,
      substance: null,
      released: [],
      decidedBy: 'ocu_head/akhmetov',
      decidedAt: '2017-09-07T05:00:00.000Z',
      ...more,
    },
    INDEX,
  );
const seen = (...given: Parameters<typeof state>) => {
  const { chosen, missing, nominal, ready } = state(...given);
  return { chosen, missing, nominal: nominal.map(({ value }) => value), ready };
};
const texts = (...given: Parameters<typeof state>) => snapshotTexts([state(...given)], new UnitCountries([]));

describe('a remark', () => {
  it('is left out until it is chosen, and then needs both languages', () => {
    expect(seen(REMARK)).toEqual({ chosen: false, missing: [], nominal: [], ready: true });
    expect(seen(REMARK, {})).toEqual({ chosen: true, missing: ['en'], nominal: [], ready: false });
    expect(seen(UZBEK, {}).missing).toEqual(['en', 'ru']);
    expect(seen(REMARK, { en: 'No remarks.' }).ready).toBe(true);
    const where = { country: 'UZ', unit: 'UZ-CHU', operationDay: D6 };
    expect(texts(REMARK, { en: 'No remarks.' })).toEqual([
      { ...where, en: 'No remarks.', ru: 'Замечаний нет.' },
    ]);
    expect([...texts(REMARK), ...texts(REMARK, {})]).toEqual([]);
  });

  it('can be printed in its own language alone, as the OCU rewrote it', () => {
    expect(texts(REMARK, { originalOnly: true })).toMatchObject([
      { original: 'Замечаний нет.', originalLanguage: 'ru' },
    ]);
    expect(texts(REMARK, { originalOnly: true, ru: 'Нет.' })).toMatchObject([{ original: 'Нет.' }]);
    expect(texts(REMARK, { originalOnly: true })[0]).not.toHaveProperty('ru');
  });

  it('is not ready while what would be printed of it holds a nominal value', () => {
    const named = ['ООО «Комета»'];
    expect(seen(UZBEK)).toMatchObject({ nominal: named, ready: true });
    const russian = { ...REMARK, original: { text: 'Груз Кометы', language: 'ru' as const } };
    expect(seen(russian)).toMatchObject({ nominal: named, ready: true });
    expect(seen(UZBEK, { originalOnly: true })).toMatchObject({ nominal: named, ready: false });
    expect(seen(UZBEK, { en: 'Cargo', ru: 'Груз' })).toMatchObject({ nominal: [], ready: true });
    expect(seen(UZBEK, { en: 'Cargo', ru: 'Груз Кометы' })).toMatchObject({ nominal: named, ready: false });
    expect(texts(UZBEK, { en: 'Cargo', ru: 'Груз Кометы' })).toEqual([]);
  });

  it('keeps a number that was released with a reason, never a company', () => {
    const released = [
      { value: 's100200', reason: 'published' },
      { value: 'ООО «Комета»', reason: 'no' },
    ];
    expect(seen(REMARK, { en: 'Seal S-100200' }).ready).toBe(false);
    expect(seen(REMARK, { en: 'Seal S-100200', released }).ready).toBe(true);
    expect(seen(REMARK, { en: 'Kometa', released }).ready).toBe(false);
    expect(state(REMARK, { en: 'Seal S-100200', released }).nominal).toMatchObject([
      { kind: 'seal', releasable: true, released: 'published' },
    ]);
  });
});

describe('a case', () => {
  const printed = (...given: Parameters<typeof state>) => caseTextsOf([state(...given)]).get('c1');

  it('prints the text that the unit proposes, unless the OCU rewrites it or leaves it out', () => {
    expect(printed(PROPOSED)).toEqual({ text: { en: 'Found.', ru: 'Обнаружено.' }, substance: 'acetone' });
    expect(printed(PROPOSED, { en: 'Seized.' })).toMatchObject({
      text: { en: 'Seized.', ru: 'Обнаружено.' },
    });
    expect(printed(PROPOSED, { chosen: false })).toEqual({ substance: 'acetone' });
    expect(printed(CASE)).toEqual({ substance: 'acetone' });
    expect(seen(CASE, { en: 'Seized.' }).missing).toEqual(['ru']);
    expect(seen(CASE, { originalOnly: true }).missing).toEqual(['en', 'ru']);
  });

  it('is not ready while its substance holds a nominal value, with or without a text', () => {
    const named = { ...CASE, substance: 'resin of KOMETA' };
    expect(seen(named)).toMatchObject({ chosen: false, nominal: ['ООО «Комета»'], ready: false });
    expect(seen(named, { chosen: false, substance: 'resin' }).ready).toBe(true);
    expect(caseTextsOf([state(named, { chosen: false, substance: 'resin' })]).get('c1')).toEqual({
      substance: 'resin',
    });
  });
});

it('a laboratory result prints its substance as the OCU rewrote it', () => {
  const result: TextSource = { ...at, source: 'follow_up', reference: 'f1', substance: 'Комета' };
  expect(seen(result).ready).toBe(false);
  const rewritten = state(result, { chosen: false, substance: 'acetone' });
  expect([...followUpSubstancesOf([rewritten])]).toEqual([[`UZ-CHU|${D6}|f1`, 'acetone']]);
});

it('an id that is printed beside a text is not ready while it holds a nominal value', () => {
  const sealed: TextSource = { ...PROPOSED, ids: ['case S-100200'] };
  expect(seen(sealed)).toMatchObject({ nominal: ['S-100200'], ready: false });
  expect(seen(sealed, { released: [{ value: 'S-100200', reason: 'published' }] }).ready).toBe(true);
  const about: TextSource = { ...at, source: 'follow_up', reference: 'f1', ids: ['f1', 'Kometa-1'] };
  expect(seen(about)).toMatchObject({ nominal: ['ООО «Комета»'], ready: false });
  expect(state(about).isListed).toBe(true);
  expect(state({ ...about, ids: ['f1', 'c1'] }).isListed).toBe(false);
});

it('an id may hold a date that is the number of a document, too; a text may not', () => {
  expect(seen({ ...PROPOSED, ids: ['UZ-2017-0909-1'] })).toMatchObject({ nominal: [], ready: true });
  expect(seen({ ...PROPOSED, ids: ['UZ-2017-0999-1'] })).toMatchObject({
    nominal: ['20170999'],
    ready: false,
  });
  expect(seen({ ...PROPOSED, substance: 'by SMGS 20170909' }).ready).toBe(false);
});
