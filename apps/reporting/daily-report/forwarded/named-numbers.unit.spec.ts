import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, NamedNumbers } from './named-numbers.domain.js';

const named = new NamedNumbers(['CSQU3054383', '888'].map(fold), ['line-7']);

describe('numbers in a text', () => {
  it.each([
    ['Together with сsqu 305438-3.', 'Together with «…».'],
    ['CSQU3054383CSQU3054383', '«…»'],
    ['ＣＳＱＵ３０５４３８３ and 8 88', '«…» and «…»'],
    ['CSQ\u200bU3054383!', '«…»!'],
    ['see line-7, not line-77', 'see «…», not line-77'],
    ['ﬃ CSQU3054383 ß', 'ﬃ «…» ß'],
    ['nothing', 'nothing'],
  ])('%s becomes %s', (text, expected) => {
    expect(named.takenOutOf(text)).toBe(expected);
    expect(named.areIn(text)).toBe(text !== expected);
  });

  it('are met in an id from a length on', () => {
    expect([named.haveNumberIn('a888b', 4), named.haveNumberIn('a888b', 3)]).toEqual([false, true]);
  });

  it('are gone from any text, which does not grow', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('CSQU3054383', 'line-7', '8', ' 8'),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        const rest = named.takenOutOf(text);
        expect(named.areIn(rest)).toBe(false);
        expect(rest.length).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('are read at once where there are thousands of them', () => {
    const many = new NamedNumbers(Array.from({ length: 12_000 }, (_none, index) => `NUMBER${index}`));
    const started = process.hrtime.bigint();
    for (let index = 0; index < 10_000; index++) many.areIn(`a declared text of some length ${index}`);
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(2_000);
  });
});
