import { describe, expect, it } from '@jest/globals';
import { createCatalogue, defineMessages } from './catalogue.js';

const catalogue = createCatalogue(
  defineMessages({
    plain: { en: 'Issued', ru: 'Издан' },
    greeting: { en: '{unit}: {count#report}', ru: '{unit}: {count#report}' },
    basis: { en: 'from {n~unit}', ru: 'от {n~unit}' },
    received: {
      en: '{n#report} {n?was|were} received',
      ru: '{n?получен|получено|получено|получено} {n#report}',
    },
  }),
);

describe('a catalogue', () => {
  it('gives the message in each language', () => {
    expect(catalogue.message('en', 'plain')).toBe('Issued');
    expect(catalogue.message('ru', 'plain')).toBe('Издан');
  });

  it.each([
    [1, '1 report was received', 'получен 1\u00a0отчёт'],
    [2, '2 reports were received', 'получено 2\u00a0отчёта'],
    [5, '5 reports were received', 'получено 5\u00a0отчётов'],
    [21, '21 reports were received', 'получен 21\u00a0отчёт'],
    ['1.5', '1.5 reports were received', 'получено 1,5\u00a0отчёта'],
  ])('chooses words by the number %s', (n, en, ru) => {
    expect(catalogue.message('en', 'received', { n })).toBe(en);
    expect(catalogue.message('ru', 'received', { n })).toBe(ru);
  });

  it('prints texts as they are and numbers by the language', () => {
    expect(catalogue.message('ru', 'greeting', { unit: 'Порт "Актау" {1}', count: 3500 })).toBe(
      'Порт "Актау" {1}: 3\u00a0500\u00a0отчётов',
    );
  });

  it('puts a counted noun into the genitive', () => {
    expect(catalogue.message('ru', 'basis', { n: 21 })).toBe('от\u00a021\u00a0группы');
    expect(catalogue.message('ru', 'basis', { n: 2 })).toBe('от\u00a02\u00a0групп');
  });

  it('names its places', () => {
    expect(catalogue.keys).toEqual(['plain', 'greeting', 'basis', 'received']);
    expect(catalogue.places('ru', 'greeting')).toEqual(['count', 'unit']);
    expect(catalogue.places('en', 'plain')).toEqual([]);
  });

  it('refuses what does not compile, also from untyped callers', () => {
    // @ts-expect-error there is no such key
    expect(() => catalogue.message('en', 'absent')).toThrow('Message "absent": There is no message "absent"');
    // @ts-expect-error the value is missing
    expect(() => catalogue.message('ru', 'basis')).toThrow('Message "basis": The value "n" is not given');
    // @ts-expect-error a value of another name
    expect(() => catalogue.message('ru', 'basis', { m: 1 })).toThrow('The value "n" is not given');
    // @ts-expect-error a name every object has
    expect(() => catalogue.message('ru', 'toString')).toThrow(RangeError);
  });

  it('refuses to be defined with different places in the two languages', () => {
    // @ts-expect-error the Russian text has another place
    defineMessages({ broken: { en: '{a}', ru: '{b}' } });
    // @ts-expect-error the Russian text has one place less
    defineMessages({ broken: { en: '{a} {b}', ru: '{a}' } });
    // @ts-expect-error Russian is missing
    defineMessages({ broken: { en: '{a}' } });
    expect(defineMessages({ good: { en: '{a#report}', ru: '{a~report}' } })).toBeDefined();
  });
});

describe('a message that is written wrongly', () => {
  it.each([
    ['{a', 'A brace is not closed'],
    ['a}', 'A brace is not closed'],
    ['{}', 'cannot be understood'],
    ['{a b}', 'cannot be understood'],
    ['{a#raport}', 'The noun "raport" is not in the dictionary of nouns'],
    ['{a~}', 'cannot be understood'],
    ['{a?was}', 'The choice by "a" needs 2 branches: one|other'],
  ])('%s is refused at start, by its key', (en, reason) => {
    const build = () => createCatalogue({ wrong: { en, ru: '' } });
    expect(build).toThrow(/^Message "wrong": /);
    expect(build).toThrow(reason);
  });

  it('needs four branches in Russian', () => {
    expect(() => createCatalogue({ wrong: { en: '', ru: '{a?был|были}' } })).toThrow('one|few|many|other');
  });
});
