import { describe, expect, it } from '@jest/globals';
import { FIELD_PROBLEMS, fieldWords } from './field-catalogue.js';
import { ProblemError } from './problem.js';
import { PROBLEMS } from './problem-catalogue.js';
import { preferredLanguage } from './problems/preferred-language.js';
import { problemDocument } from './problems/problem-document.js';

const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
const READINGS = 'typed-ambiguous';
const CYRILLIC = /[А-Яа-яЁё]/;

describe('the problem catalogue', () => {
  it.each(Object.entries(PROBLEMS))('%s says the same in both languages', (_code, { en, ru }) => {
    expect(ru.detail.map(places)).toEqual(en.detail.map(places));
    expect([en.title, ...en.detail].filter((text) => CYRILLIC.test(text))).toEqual([]);
    expect([ru.title, ...ru.detail].filter((text) => !CYRILLIC.test(text))).toEqual([]);
    expect(places(en.title + ru.title)).toEqual([]);
    expect(en.detail.length).toBeGreaterThan(0);
  });

  it('leaves the two readings of a number to the words of the measures, which write them by language', () => {
    expect(FIELD_PROBLEMS[READINGS]).toEqual({ en: '{en}', ru: '{ru}' });
  });

  it.each(Object.entries(FIELD_PROBLEMS).filter(([code]) => code !== READINGS))(
    'field problem %s says the same in both languages',
    (_code, { en, ru }) => {
      expect(places(ru)).toEqual(places(en));
      expect(CYRILLIC.test(ru)).toBe(true);
      expect(CYRILLIC.test(en)).toBe(false);
    },
  );

  it.each([
    'operation-unknown',
    'unit-unknown',
    'day-outside-operation',
    'day-in-future',
    'submission-id-reused',
    'revision-needs-basis',
    'basis-outdated',
    'report-unknown',
    'revision-unknown',
    'state-conflict',
    'not-allowed',
    'acting-party-missing',
    'before-cut-off',
    'previous-day-open',
    'closing-unknown',
    'bulletin-unknown',
    'bulletin-not-issued',
    'invalid-fields',
    'body-unreadable',
    'body-too-large',
    'media-type',
    'not-found',
    'method-not-allowed',
    'unavailable',
    'internal',
  ])('knows %s', (code) => {
    expect(Object.keys(PROBLEMS)).toContain(code);
  });
});

describe('a problem document', () => {
  it('fills its places and leaves out a sentence without its value', () => {
    const known = { day: '2017-10-05', firstDay: '2017-09-01', lastDay: '2017-09-30' };
    const problem = new ProblemError(422, 'day-outside-operation', known);
    expect(problemDocument(problem, 'en').detail).toContain('runs from 2017-09-01 to 2017-09-30');
    const bare = problemDocument(new ProblemError(422, 'day-outside-operation'), 'ru');
    expect(bare.detail).toBe('Проверьте день операции.');
    expect(bare.title).toBe('День не относится к операции');
  });

  it('says states in the language of the reader', () => {
    const problem = new ProblemError(409, 'state-conflict', { state: 'forwarded' });
    expect(problemDocument(problem, 'ru').detail).toContain('«направлен»');
    expect(problemDocument(problem, 'en').detail).toContain('“forwarded”');
  });

  it('repeats foreign text shortly and as it is', () => {
    const problem = new ProblemError(404, 'operation-unknown', { operation: `{day}$&${'x'.repeat(900)}` });
    const { detail } = problemDocument(problem, 'en');
    expect(detail).toContain('“{day}$&xxx');
    expect(detail.length).toBeLessThan(300);
  });

  it('gives fields of unknown codes the general words', () => {
    expect(fieldWords('no-such-code', 'ru')).toBe(fieldWords('wrong-form', 'ru'));
    expect(fieldWords('toString', 'en')).toBe(fieldWords('wrong-form', 'en'));
  });
});

describe('the language of a refusal', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['ru', 'ru'],
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    ['en-GB,en;q=0.9,ru;q=0.8', 'en'],
    ['ru;q=0.5, en;q=0.7', 'en'],
    ['kk, ru;q=0.3', 'ru'],
    ['ru;q=0', 'en'],
    ['rus', 'en'],
    [`${'x,'.repeat(10_000)}ru`, 'en'],
  ] as const)('%p gives %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});

describe('a refusal for want of a right', () => {
  const told = (whom: string, language: 'en' | 'ru') =>
    problemDocument(new ProblemError(403, 'not-allowed', { whom }), language).detail;

  it('says whom to ask, by the role of who asks', () => {
    expect(told('pcu_officer', 'en')).toContain('Ask your national contact point.');
    expect(told('contact_point', 'ru')).toContain('Обратитесь в координационную группу операции.');
    expect(told('ocu_analyst', 'en')).toContain('Ask the head of your unit, or the national contact point');
    expect(problemDocument(new ProblemError(403, 'not-allowed'), 'en').detail).not.toContain('Ask');
  });
});
