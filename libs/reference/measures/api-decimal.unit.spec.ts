import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DECIMAL_PROBLEMS, parseApiDecimal, type DecimalProblem } from './api-decimal.js';

describe('parseApiDecimal', () => {
  it.each([
    ['0', '0'],
    ['7', '7'],
    ['20063.10', '20063.1'],
    ['0.000001', '0.000001'],
    ['0.000000', '0'],
    ['999999999999999.999999', '999999999999999.999999'],
    ['68.25', '68.25'],
  ])('takes %s as %s', (written, value) => {
    expect(parseApiDecimal(written)).toEqual({ ok: true, value });
  });

  it.each<[unknown, DecimalProblem]>([
    [5, 'not-text'],
    [null, 'not-text'],
    [undefined, 'not-text'],
    [true, 'not-text'],
    [['1'], 'not-text'],
    [{}, 'not-text'],
    ['', 'blank'],
    ['   ', 'blank'],
    ['\u00a0', 'blank'],
    ['-1', 'negative'],
    ['-', 'negative'],
    ['\u22125', 'negative'],
    ['20,063', 'comma'],
    ['1.883.322, 00', 'comma'],
    ['1313, 38', 'comma'],
    ['138,000', 'comma'],
    ['1e3', 'exponent'],
    ['1.5E-3', 'exponent'],
    ['٣٫٥', 'not-a-number'],
    ['٣٥', 'foreign-digits'],
    ['１２', 'foreign-digits'],
    ['007', 'leading-zero'],
    ['00.5', 'leading-zero'],
    ['1000000000000000', 'too-many-digits'],
    ['9'.repeat(400), 'too-many-digits'],
    ['1.0000001', 'too-many-decimals'],
    ['0x10', 'not-a-number'],
    ['12abc', 'not-a-number'],
    [' 5 ', 'not-a-number'],
    ['1 234', 'not-a-number'],
    ['.5', 'not-a-number'],
    ['5.', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['+5', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['5\n', 'not-a-number'],
    ['5 kg', 'not-a-number'],
  ])('refuses %j: %s', (written, problem) => {
    expect(parseApiDecimal(written)).toEqual({ ok: false, problem });
  });

  it('never throws and never accepts what it does not give back by value', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.anything()), (written) => {
        const parsed = parseApiDecimal(written);
        if (parsed.ok) expect(parsed.value).toMatch(/^(0|[1-9]\d{0,14})(\.\d{0,5}[1-9])?$/);
        else expect(DECIMAL_PROBLEMS[parsed.problem]).toBeDefined();
      }),
    );
  });

  it('takes its own answer again, unchanged', () => {
    const written = fc.stringMatching(/^(0|[1-9]\d{0,14})(\.\d{1,6})?$/);
    fc.assert(
      fc.property(written, (text) => {
        const first = parseApiDecimal(text);
        expect(first.ok && parseApiDecimal(first.value)).toEqual(first);
      }),
    );
  });

  it('answers a long hostile text in linear time: quadratic time would outlast the test', () => {
    for (const part of ['1', '1,', '.', ' ', '-', '٣']) {
      expect(parseApiDecimal(part.repeat(1_000_000) + 'x').ok).toBe(false);
    }
  });
});

describe('texts of the problems', () => {
  it.each(Object.entries(DECIMAL_PROBLEMS))('%s says what to do in both languages', (_, { en, ru }) => {
    expect(en).toMatch(/^[A-Z].*\.$/);
    expect(ru).toMatch(/^[А-ЯЁ].*\.$/);
  });
});
